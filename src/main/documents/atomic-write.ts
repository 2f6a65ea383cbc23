import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import {
  access,
  type FileHandle,
  lstat,
  open,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const MODE_OF_NEW = 0o644
const TEMPORARY = /^\.brink-[0-9a-f]{12}\.tmp$/

/** Whether a file is what a write that was cut short left behind. */
export const isLeftover = (name: string): boolean => TEMPORARY.test(basename(name))

/**
 * Puts content into a file so that, whatever happens, the file holds the old or the
 * new content, whole: written beside it, forced to the disk, and renamed over it.
 * A link is followed, and what it points to is written. Throws the system's error,
 * with nothing changed.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
): Promise<{ path: string; otherNames: number }> {
  const target = await resolveLink(path)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const folder = dirname(target)
  const temporary = join(folder, `.brink-${randomBytes(6).toString('hex')}.tmp`)
  const mode = await modeOfReplaced(target)
  const file = await open(temporary, 'wx', mode ?? MODE_OF_NEW)
  try {
    try {
      // The mode of an opening lacks what the process masks. Not every file system has modes.
      if (mode !== undefined) await file.chmod(mode).catch(() => undefined)
      await writeAll(file, bytes)
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
  return { path: target, otherNames: 0 }
}

async function resolveLink(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  )
  return isLink ? realpath(path) : path
}

/**
 * The mode of the file that is to be replaced, if there is one. A renaming would also
 * replace what a plain write could not: a file set read-only, a device, a pipe.
 */
async function modeOfReplaced(path: string): Promise<number | undefined> {
  const former = await stat(path).catch(nothingIfAbsent)
  if (!former) return undefined
  if (former.isDirectory()) throw systemError('EISDIR', 'it is a folder')
  if (!former.isFile()) throw systemError('ENOTSUP', 'it is a device or a pipe')
  await access(path, constants.W_OK)
  return former.mode & 0o777
}

function nothingIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

const systemError = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code })

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written)
    if (bytesWritten === 0) throw new Error('the disk took no more')
    written += bytesWritten
  }
  await file.sync()
  const { size } = await file.stat()
  if (size !== bytes.length) throw new Error('the disk holds less than was written')
}

const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EACCES', 'EPERM', 'EISDIR'])

/**
 * Without it a power cut may undo the renaming. Not every file system can, and by now
 * the new content is in place: saying that the write failed would be wrong.
 */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch (error) {
    if (!CANNOT_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
