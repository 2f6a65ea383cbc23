import {
  type Bytes,
  joinBytes,
  latin1Bytes,
  latin1Text,
  utf8Bytes,
  utf8Text,
  viewOf,
} from './bytes'
import { type Described, describeExport } from './described'
import { BROKEN, type FoundRecord, foundText, NONE } from './found-record'
import { type Budget, inflateWithin } from './inflate'
import type { ExportRecord } from './provenance'
import { LONGEST_RECORD, writeRecord } from './record-text'

const SIGNATURE_LENGTH = 8
/** Length and type before the data of a chunk, and its sum behind. */
const [HEAD, FOOT] = [8, 4]
const IHDR_END = SIGNATURE_LENGTH + HEAD + 13 + FOOT
const KEYWORD = 'brink-export'

/** A PNG picture with its origin and the record as text chunks, right behind its header. */
export async function embedInPng(png: Uint8Array, record: ExportRecord): Promise<Bytes> {
  return withChunks(png, [
    ...describingChunks(describeExport(record.provenance)),
    textChunk(KEYWORD, await writeRecord(record)),
  ])
}

/** The same for a picture that was made from no scenario, and so holds none. */
export const describePng = (png: Uint8Array, described: Described): Bytes =>
  withChunks(png, describingChunks(described))

const withChunks = (png: Uint8Array, chunks: readonly Bytes[]): Bytes =>
  joinBytes([png.subarray(0, IHDR_END), ...chunks, png.subarray(IHDR_END)])

function describingChunks(described: Described): Bytes[] {
  const { title, creator, description, source, created } = described
  return [
    textChunk('Title', title),
    textChunk('Author', creator),
    // As RFC 1123 has it, which PNG asks for.
    textChunk('Creation Time', new Date(created).toUTCString()),
    textChunk('Software', creator),
    textChunk('Source', source),
    textChunk('Description', description),
  ]
}

/** `tEXt` can hold Latin-1 and no more. */
const textChunk = (keyword: string, text: string): Bytes =>
  /^[\x20-\x7e\xa0-\xff]*$/.test(text)
    ? chunk('tEXt', latin1Bytes(`${keyword}\0${text}`))
    : // Not packed, in no stated language, with no translated keyword.
      chunk('iTXt', joinBytes([latin1Bytes(`${keyword}\0\0\0\0\0`), utf8Bytes(text)]))

function chunk(type: string, data: Uint8Array): Bytes {
  const summed = joinBytes([latin1Bytes(type), data])
  const whole = new Uint8Array(4 + summed.length + FOOT)
  const view = viewOf(whole)
  view.setUint32(0, data.length)
  whole.set(summed, 4)
  view.setUint32(4 + summed.length, crc32(summed))
  return whole
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (CRC_TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

/** The first text chunk of the record’s name, also one that another program has packed. */
export function findInPng(bytes: Uint8Array, budget: Budget): FoundRecord {
  const view = viewOf(bytes)
  for (let at = SIGNATURE_LENGTH; at + HEAD + FOOT <= bytes.length; ) {
    const length = view.getUint32(at)
    const begin = at + HEAD
    if (begin + length + FOOT > bytes.length) return BROKEN
    const type = latin1Text(bytes.subarray(at + 4, begin))
    if (type === 'IEND') return NONE
    const found = recordOfChunk(type, bytes.subarray(begin, begin + length), budget)
    if (found) return found
    at = begin + length + FOOT
  }
  return BROKEN
}

function recordOfChunk(type: string, data: Uint8Array, budget: Budget): FoundRecord | undefined {
  if (!(type === 'tEXt' || type === 'zTXt' || type === 'iTXt')) return undefined
  const end = KEYWORD.length
  if (data[end] !== 0 || latin1Text(data.subarray(0, end)) !== KEYWORD) return undefined
  const text = type === 'iTXt' ? behindLanguage(data, end + 1) : data.subarray(end + 1)
  const isPacked = type === 'zTXt' || (type === 'iTXt' && data[end + 1] === 1)
  // A packed text is preceded by a byte for the method, of which there is one.
  const packed = type === 'zTXt' ? text.subarray(1) : text
  const plain = isPacked ? inflateWithin(packed, budget, 'zlib') : text
  // A record is of ASCII alone, which is the same in either encoding.
  return plain && plain.length <= LONGEST_RECORD ? foundText(utf8Text(plain)) : BROKEN
}

/** Past the flag, the method, the language and the translated keyword. */
function behindLanguage(data: Uint8Array, from: number): Uint8Array {
  const language = data.indexOf(0, from + 2)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  return data.subarray(translated < 0 ? data.length : translated + 1)
}
