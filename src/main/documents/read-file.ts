import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Larger than any scenario with its limits on lists and texts. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Why a file could not be taken in. */
export type ReadFailure =
  | 'not-found'
  | 'folder'
  | 'not-a-file'
  | 'too-large'
  | 'utf-16'
  | 'not-utf-8'
  | 'no-permission'
  | 'unreadable'

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: ReadFailure }

const fail = (failure: ReadFailure): ReadResult => ({ ok: false, failure })

/** Reads a text file that may be anything at all, in bounded memory and time. */
export async function readTextFile(path: string): Promise<ReadResult> {
  let file: FileHandle
  try {
    // Without O_NONBLOCK the opening of a pipe would wait for a writer for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return fail(failureOf(error))
  }
  try {
    const kind = await file.stat()
    if (kind.isDirectory()) return fail('folder')
    if (!kind.isFile()) return fail('not-a-file')
    const bytes = await readBounded(file)
    return bytes ? decode(bytes) : fail('too-large')
  } catch (error) {
    return fail(failureOf(error))
  } finally {
    await file.close()
  }
}

/** All of the file, or undefined where there is more of it than allowed. */
async function readBounded(file: FileHandle): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(256 * 1024)
    const { bytesRead } = await file.read(chunk, 0, chunk.length)
    if (bytesRead === 0) return Buffer.concat(chunks)
    total += bytesRead
    if (total > LARGEST_FILE) return undefined
    chunks.push(chunk.subarray(0, bytesRead))
  }
}

function decode(bytes: Buffer): ReadResult {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return fail('utf-16')
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return fail('not-utf-8')
  }
}

function failureOf(error: unknown): ReadFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-found'
    case 'EISDIR':
      return 'folder'
    case 'EACCES':
    case 'EPERM':
      return 'no-permission'
    case 'ENXIO':
      return 'not-a-file'
    default:
      return 'unreadable'
  }
}

/** What happened to the file, and what was expected of it. */
export const readFailureWords: Readonly<Record<ReadFailure, string>> = {
  'not-found': 'There is no such file.',
  folder: 'It is a folder; a scenario file was expected.',
  'not-a-file': 'It is a device or a pipe; a scenario file was expected.',
  'too-large': 'It is larger than 20 MB, which no scenario is.',
  'utf-16': 'Its text is UTF-16; UTF-8 was expected.',
  'not-utf-8': 'Its text is not UTF-8.',
  'no-permission': 'You are not allowed to read it.',
  unreadable: 'It could not be read from where it is.',
}
