import { utf8Text } from './bytes'
import { BROKEN, type FoundRecord, NONE } from './found-record'
import type { Budget } from './inflate'
import { findRecordElement } from './xml-record'
import { readZipDirectory, unpackEntry } from './zip-directory'

/** Office programs keep such parts, but number them anew. */
const CUSTOM_PART = /^customXml\/item\d{1,4}\.xml$/i

/** More than any document has of them. */
const MOST_CUSTOM_PARTS = 100

/** The first record in a part of XML of its own, in a spreadsheet, slides or a text document. */
export function findInOffice(bytes: Uint8Array, budget: Budget): FoundRecord {
  const entries = readZipDirectory(bytes)
  if (!entries) return BROKEN
  let isBroken = false
  const parts = entries.filter(({ name }) => CUSTOM_PART.test(name))
  for (const part of parts.slice(0, MOST_CUSTOM_PARTS)) {
    const content = unpackEntry(bytes, part, budget)
    const found = content ? findRecordElement(utf8Text(content)) : BROKEN
    if (found.kind === 'text') return found
    if (found.kind === 'broken') isBroken = true
  }
  return isBroken ? BROKEN : NONE
}
