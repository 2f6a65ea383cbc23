/** Bytes of a file, read and written without any host. */

export type Bytes = Uint8Array<ArrayBuffer>

/** Where a pattern first stands in the range; -1 where it does not. */
export function findBytes(
  bytes: Uint8Array,
  pattern: Uint8Array,
  from: number,
  to: number = bytes.length,
): number {
  const [first = 0] = pattern
  const last = to - pattern.length
  let at = bytes.indexOf(first, from)
  while (at >= 0 && at <= last && !standsAt(bytes, pattern, at)) at = bytes.indexOf(first, at + 1)
  return at <= last ? at : -1
}

function standsAt(bytes: Uint8Array, pattern: Uint8Array, at: number): boolean {
  for (let index = 0; index < pattern.length; index++) {
    if (bytes[at + index] !== pattern[index]) return false
  }
  return true
}

export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** One byte for each character; only for text of which every character is Latin-1. */
export const latin1Bytes = (text: string): Bytes =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))

const STEP = 8192

/** One character for each byte, which `TextDecoder` does not promise for any encoding. */
export function latin1Text(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += STEP) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + STEP)))
  }
  return parts.join('')
}

export const utf8Bytes = (text: string): Bytes => new TextEncoder().encode(text)

/** Text of bytes that may be anything: what is no UTF-8 comes out as U+FFFD. */
export const utf8Text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)
