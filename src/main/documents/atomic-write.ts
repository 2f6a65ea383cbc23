import { randomBytes } from 'node:crypto'
import { constants, type Stats, unlinkSync } from 'node:fs'
import {
  access,
  type FileHandle,
  lstat,
  open,
  readlink,
  realpath,
  rename,
  unlink,
} from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'

const MODE_OF_NEW = 0o644
const MODE_OF_OWN = 0o600
const MOST_LINKS = 40
const TEMPORARY = /^\.brink-[0-9a-f]{12}\.tmp$/

/** Whether a file is what a write that was cut short left behind. */
export const isLeftover = (name: string): boolean => TEMPORARY.test(basename(name))

export interface Written {
  /** The file that now holds the content: what a link led to, where a link was named. */
  readonly path: string
  /** How many other names the former file had. They keep the former content. */
  readonly otherNames: number
}

/** A text that is not held all at once comes in pieces. */
type Content = string | Uint8Array | AsyncIterable<string>

/**
 * Puts content into a file so that, whatever happens, the file holds the old or the
 * new content, whole: written beside it, forced to the disk, and renamed over it.
 * Throws the system's error; what the file then holds is told by `isInPlace`.
 */
export const writeAtomically = (path: string, content: Content): Promise<Written> =>
  write(path, content, false)

/**
 * The same for what the program keeps for itself, which its owner alone may open, however
 * open the former file was.
 */
export const writeOwnAtomically = (path: string, content: Content): Promise<Written> =>
  write(path, content, true)

async function write(path: string, content: Content, isOwn: boolean): Promise<Written> {
  const target = await followLinks(path, MOST_LINKS)
  const former = await replaceable(target)
  // Opened first, so that after the renaming nothing is left that could fail but the disk.
  const folder = await openFolder(dirname(target))
  try {
    await replace(target, isOwn ? MODE_OF_OWN : (former ?? MODE_OF_NEW), content)
    await folder?.sync().catch(unlessUnsupported).catch(markInPlace)
  } finally {
    await folder?.close().catch(() => undefined)
  }
  // Writing into the former file would reach its other names too, but not in one step.
  return { path: target, otherNames: former ? former.nlink - 1 : 0 }
}

/**
 * Whether a write failed only after the new content had taken its place: the disk could
 * not confirm the renaming, so that a power cut may bring the former content back.
 */
export const isInPlace = (error: unknown): boolean => error instanceof Error && 'isInPlace' in error

function markInPlace(error: Error): never {
  throw Object.assign(error, { isInPlace: true })
}

/** A renaming would put a file in the place of the link. What it leads to need not exist yet. */
async function followLinks(path: string, most: number): Promise<string> {
  const entry = await lstat(path).catch(nothingIfAbsent)
  if (!entry?.isSymbolicLink()) return path
  if (most === 0) throw systemError('ELOOP', 'the link leads in a circle')
  const link = await readlink(path)
  // Not joined: `..` after a link to a folder is not the folder before the link.
  const next = isAbsolute(link) ? link : `${dirname(path)}${sep}${link}`
  return followLinks(join(await realpath(dirname(next)), basename(next)), most - 1)
}

/**
 * The file that is to be replaced, if there is one. A renaming would also replace
 * what a plain write could not: a file set read-only, a device, a pipe.
 */
async function replaceable(path: string): Promise<Stats | undefined> {
  const former = await lstat(path).catch(nothingIfAbsent)
  if (!former) return undefined
  if (former.isDirectory()) throw systemError('EISDIR', 'it is a folder')
  if (!former.isFile()) throw systemError('ENOTSUP', 'it is a device or a pipe')
  await access(path, constants.W_OK)
  return former
}

const underway = new Set<string>()

/** Takes away what writes not yet done have laid beside their files, for a program that ends at once. */
export function abandonWrites(): void {
  for (const temporary of underway) {
    try {
      unlinkSync(temporary)
    } catch {
      // It has just taken its place, or cannot be had; either way nothing more can be done.
    }
  }
}

/** The rights are a mode, or those of a former file. */
type Rights = number | Stats

async function replace(target: string, rights: Rights, content: Content) {
  const temporary = join(dirname(target), `.brink-${randomBytes(6).toString('hex')}.tmp`)
  // Nobody else may open it before it has the rights of the former file.
  const file = await open(
    temporary,
    'wx',
    typeof rights === 'number' ? rights : rights.mode & 0o700,
  )
  underway.add(temporary)
  try {
    await fill(file, rights, content).catch(async (error) => {
      await file.close().catch(() => undefined)
      throw error
    })
    // Some file systems tell only now that they could not keep what they took.
    await file.close()
    await rename(temporary, target)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  } finally {
    underway.delete(temporary)
  }
}

async function fill(file: FileHandle, rights: Rights, content: Content) {
  if (typeof rights !== 'number') await takeRights(file, rights)
  let length = 0
  for await (const bytes of piecesOf(content)) {
    await writeAll(file, bytes)
    length += bytes.length
  }
  await file.sync()
  const { size } = await file.stat()
  if (size !== length) throw systemError('EIO', 'the disk holds less than it took')
}

async function* piecesOf(content: Content): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else if (typeof content === 'string') yield Buffer.from(content, 'utf8')
  else for await (const piece of content) yield Buffer.from(piece, 'utf8')
}

async function writeAll(file: FileHandle, bytes: Uint8Array) {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written)
    if (bytesWritten === 0) throw systemError('ENOSPC', 'the disk took no more')
    written += bytesWritten
  }
}

/**
 * Owner, group and mode of the former file, as far as the file system has them and this
 * person may give them. Lists of further rights are lost: Node cannot read them.
 */
async function takeRights(file: FileHandle, { uid, gid, mode }: Stats) {
  await file
    .chown(uid, gid)
    .catch(() => file.chown(-1, gid))
    .catch(unlessUnsupported)
  const isOfGroup = (await file.stat()).gid === gid
  // Another group must not come by what the former one was allowed.
  const rights = isOfGroup ? mode & 0o777 : (mode & 0o707) | ((mode & 0o007) << 3)
  await file.chmod(rights).catch(unlessUnsupported)
}

/** Without its sync a power cut may undo the renaming. Not every system can open a folder. */
async function openFolder(path: string): Promise<FileHandle | undefined> {
  if (process.platform === 'win32') return undefined
  return open(path, constants.O_RDONLY | constants.O_DIRECTORY).catch(unlessUnsupported)
}

const UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EPERM'])

function unlessUnsupported(error: NodeJS.ErrnoException): undefined {
  if (!UNSUPPORTED.has(error.code ?? '')) throw error
}

function nothingIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

const systemError = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code })
