import { randomBytes } from 'node:crypto'
import { type FileHandle, lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const TEMPORARY = /^\.brink-[0-9a-f]{12}\.tmp$/

/** Whether a file is what a write that was cut short left behind. */
export const isLeftover = (name: string): boolean => TEMPORARY.test(basename(name))

/**
 * Puts content into a file so that, whatever happens, the file holds the old or the
 * new content, whole: written beside it, forced to the disk, and renamed over it.
 * A link is followed, and what it points to is written. Throws the system's error,
 * with nothing changed.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const target = await resolveLink(path)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const folder = dirname(target)
  const temporary = join(folder, `.brink-${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(temporary, 'wx', await modeOf(target))
  try {
    try {
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
}

async function resolveLink(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  )
  return isLink ? realpath(path) : path
}

const modeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ mode }) => mode & 0o777,
    () => 0o644,
  )

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

/** Without it a power cut may undo the renaming; not every system can. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
