import { findBytes, latin1Text, startsWith, viewOf } from './bytes'
import { type Budget, inflateWithin } from './inflate'

/**
 * The directory of a zip file of an origin that may be hostile: nothing is unpacked but what
 * is asked for, and no number in it is believed before it is seen to lie within the file.
 */

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  /** Where its own header stands. */
  readonly offset: number
}

const END = [0x50, 0x4b, 5, 6]
const ENTRY = [0x50, 0x4b, 1, 2]
const LOCAL = [0x50, 0x4b, 3, 4]
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH] = [22, 46, 30]
const LONGEST_COMMENT = 0xffff

/** More parts than an office document has. */
const MOST_ENTRIES = 20_000

/** Undefined where there is no whole directory, or a larger one than any office document has. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const end = findEnd(bytes)
  if (end === undefined) return undefined
  const view = viewOf(bytes)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return undefined
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || !startsWith(bytes.subarray(at, at + 4), ENTRY)) return undefined
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true)
    if (nameEnd > end) return undefined
    entries.push({
      name: latin1Text(bytes.subarray(at + ENTRY_LENGTH, nameEnd)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** What an entry holds; undefined where it is broken, encrypted or more than the budget has left. */
export function unpackEntry(
  bytes: Uint8Array,
  { offset, method, packedBytes }: ZipEntry,
  budget: Budget,
): Uint8Array | undefined {
  if (offset + LOCAL_LENGTH > bytes.length) return undefined
  if (!startsWith(bytes.subarray(offset, offset + 4), LOCAL)) return undefined
  const view = viewOf(bytes)
  const begin =
    offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (begin + packedBytes > bytes.length) return undefined
  const packed = bytes.subarray(begin, begin + packedBytes)
  if (method === 8) return inflateWithin(packed, budget, 'bare')
  if (method !== 0 || packedBytes > budget.left) return undefined
  budget.left -= packedBytes
  return packed
}

/** The last end record, as a comment may stand behind it. */
function findEnd(bytes: Uint8Array): number | undefined {
  const earliest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT)
  const mark = Uint8Array.from(END)
  let found: number | undefined
  for (let at = findBytes(bytes, mark, earliest); at >= 0; at = findBytes(bytes, mark, at + 1)) {
    if (at + END_LENGTH <= bytes.length) found = at
  }
  return found
}
