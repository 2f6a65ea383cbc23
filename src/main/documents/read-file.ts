import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { MOST_BYTES } from '../../scenario-file/parse'

/** In bytes. */
export const LARGEST_FILE = MOST_BYTES

/** Why a file could not be taken in. */
export type ReadFailure =
  | 'not-found'
  | 'folder'
  | 'not-a-file'
  | 'too-large'
  | 'changing'
  | 'utf-16'
  | 'not-utf-8'
  | 'no-permission'
  | 'unreadable'

type Failed = { readonly ok: false; readonly failure: ReadFailure }

export type ReadResult = { readonly ok: true; readonly text: string } | Failed

type BytesResult = { readonly ok: true; readonly bytes: Uint8Array } | Failed

const fail = (failure: ReadFailure): Failed => ({ ok: false, failure })

/** Reads a text file that may be anything at all, in bounded memory and time. */
export async function readTextFile(path: string): Promise<ReadResult> {
  const read = await readBytes(path, LARGEST_FILE)
  return read.ok ? decodeText(read.bytes) : read
}

/** All of a file that may be anything at all, if it has at most so many bytes. */
export const readBytes = (path: string, most: number): Promise<BytesResult> =>
  withFile(path, async (file, size) => {
    if (size > most) return fail('too-large')
    const bytes = await readWhole(file, size)
    return bytes ? { ok: true, bytes } : fail('changing')
  })

/** The first bytes of a file that may be anything at all, as many as there are up to a limit. */
export const readStart = (path: string, most: number): Promise<BytesResult> =>
  withFile(path, async (file) => {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0)
    return { ok: true, bytes: buffer.subarray(0, bytesRead) }
  })

async function withFile(
  path: string,
  work: (file: FileHandle, size: number) => Promise<BytesResult>,
): Promise<BytesResult> {
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
    return await work(file, kind.size)
  } catch (error) {
    return fail(failureOf(error))
  } finally {
    await file.close()
  }
}

/**
 * As many bytes as the file had when it was opened; undefined where it has grown or
 * shrunk since, when what was read may be half of one state and half of another.
 */
async function readWhole(file: FileHandle, size: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(size + 1)
  for (let total = 0; total <= size; ) {
    const { bytesRead } = await file.read(bytes, total, bytes.length - total)
    if (bytesRead === 0) return total === size ? bytes.subarray(0, size) : undefined
    total += bytesRead
  }
  return undefined
}

/** The bytes of a file as text, less one byte-order mark. */
export function decodeText(bytes: Uint8Array): ReadResult {
  if (isUtf16(bytes)) return fail('utf-16')
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return fail('not-utf-8')
  }
}

/** By its mark, or by the zero in each character of what JSON can begin with. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return (second === 0 && fourth === 0) || (first === 0 && third === 0)
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
  changing: 'It changed while it was read. Open it again once nothing writes to it.',
  'utf-16':
    'Its text is UTF-16; UTF-8 was expected. Save it as UTF-8 in the program that wrote it.',
  'not-utf-8': 'Its text is not UTF-8.',
  'no-permission': 'You are not allowed to read it.',
  unreadable: 'It could not be read from where it is.',
}
