import { findBytes, latin1Bytes, latin1Text, utf8Text } from './bytes'
import { BROKEN, type FoundRecord, foundText, NONE } from './found-record'
import { type Budget, inflateWithin } from './inflate'
import { LONGEST_RECORD, RECORD_START } from './record-text'

/**
 * A PDF document from elsewhere is not parsed, as its objects may lead anywhere and its
 * packed streams bring forth anything. Attached files stand in it as streams, and every
 * stream has its dictionary in plain sight before it, also where all else is packed; so
 * these are looked for, and looked into one by one.
 */

const TYPE = latin1Bytes('/EmbeddedFile')
const STREAM = latin1Bytes('stream')
const STREAM_END = latin1Bytes('endstream')

/** More attachments than any report has. */
const MOST_CANDIDATES = 200
/** In bytes, either way from the type; a dictionary of an attachment takes a few hundred. */
const DICTIONARY_REACH = 2048

interface Attachment {
  readonly dictionary: string
  readonly begin: number
  readonly end: number
}

export function findInPdf(bytes: Uint8Array, budget: Budget): FoundRecord {
  let isBroken = false
  let at = findBytes(bytes, TYPE, 0)
  for (let looked = 0; at >= 0 && looked < MOST_CANDIDATES; looked++) {
    const attachment = attachmentAt(bytes, at + TYPE.length)
    const found = attachment ? lookInto(bytes, attachment, budget) : NONE
    if (found.kind === 'text') return found
    if (found.kind === 'broken') isBroken = true
    // Behind the stream, so that none is gone over twice.
    at = findBytes(bytes, TYPE, attachment?.end ?? at + TYPE.length)
  }
  return isBroken ? BROKEN : NONE
}

/** The stream whose dictionary has its type before this place. */
function attachmentAt(bytes: Uint8Array, place: number): Attachment | undefined {
  // The list of all attachments has a name that begins alike.
  if (isLetter(bytes[place])) return undefined
  const reach = Math.min(bytes.length, place + DICTIONARY_REACH)
  const keyword = findBytes(bytes, STREAM, place, reach)
  if (keyword < 0) return undefined
  const dictionary = dictionaryAround(bytes, place, keyword)
  const begin = pastLineEnd(bytes, keyword + STREAM.length)
  return { dictionary, begin, end: endOfStream(bytes, begin, dictionary) }
}

function lookInto(
  bytes: Uint8Array,
  { dictionary, begin, end }: Attachment,
  budget: Budget,
): FoundRecord {
  const plain = unpack(bytes.subarray(begin, end), dictionary, budget)
  if (!plain) return BROKEN
  const start = latin1Text(plain.subarray(0, RECORD_START.length))
  if (start !== RECORD_START) return NONE
  return plain.length > LONGEST_RECORD ? BROKEN : foundText(utf8Text(plain))
}

function dictionaryAround(bytes: Uint8Array, place: number, keyword: number): string {
  const before = latin1Text(bytes.subarray(Math.max(0, place - DICTIONARY_REACH), place))
  // What comes before belongs to another object.
  const own = before.slice(before.lastIndexOf('obj') + 1)
  return own + latin1Text(bytes.subarray(place, keyword))
}

function endOfStream(bytes: Uint8Array, begin: number, dictionary: string): number {
  const stated = /\/Length (\d{1,9})(?! \d+ R)/.exec(dictionary)?.[1]
  if (stated !== undefined) {
    const end = begin + Number(stated)
    // A line end may stand between.
    if (findBytes(bytes, STREAM_END, end, end + STREAM_END.length + 2) >= 0) return end
  }
  const end = findBytes(bytes, STREAM_END, begin)
  return end < 0 ? bytes.length : end
}

function unpack(packed: Uint8Array, dictionary: string, budget: Budget): Uint8Array | undefined {
  if (!dictionary.includes('/Filter')) return packed
  if (dictionary.includes('/FlateDecode')) return inflateWithin(packed, budget, 'zlib')
  // Packed in a way that Brink does not write: another's attachment.
  return new Uint8Array()
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte))

function pastLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  return bytes[at] === 0x0a ? at + 1 : at
}
