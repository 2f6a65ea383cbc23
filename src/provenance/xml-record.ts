import { BROKEN, type FoundRecord, foundText, NONE } from './found-record'
import { replacePiecewise } from './piecewise'

/** A record as an element of XML, in a picture or in an office document alike. */

const NAMESPACE = 'urn:brink:export:1'
const ELEMENT = 'record'

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
}

/** A text as the content of an element; what XML has no place for is left out. */
export const escapeXml = (text: string): string =>
  replacePiecewise(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of them
    text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
    /[<>&]/g,
    (character) => ESCAPES[character] ?? '',
  )

/** The text of a record in an element of its own namespace. */
export const recordElement = (recordText: string): string =>
  `<brink:export xmlns:brink="${NAMESPACE}"><brink:${ELEMENT}>${escapeXml(recordText)}</brink:${ELEMENT}></brink:export>`

/**
 * The text in the first such element, whichever prefix and attributes another program has
 * given it since. By plain searches: the XML may be anything.
 */
export function findRecordElement(xml: string): FoundRecord {
  for (let from = 0, looks = 0; looks < MOST_LOOKS; looks++) {
    const declared = xml.indexOf(NAMESPACE, from)
    if (declared < 0) return NONE
    const declaration = /xmlns(?::([\w.-]{1,40}))?\s*=\s*["']$/.exec(
      xml.slice(Math.max(0, declared - 80), declared),
    )
    if (declaration) return elementAfter(xml, declared, declaration[1])
    // A text may speak of it.
    from = declared + NAMESPACE.length
  }
  return NONE
}

const MOST_LOOKS = 100

function elementAfter(xml: string, declared: number, prefix: string | undefined): FoundRecord {
  const name = prefix === undefined ? ELEMENT : `${prefix}:${ELEMENT}`
  const tag = xml.indexOf(`<${name}`, declared)
  const begin = xml.indexOf('>', tag) + 1
  const end = xml.indexOf(`</${name}`, begin)
  if (tag < 0 || begin === 0 || end < 0) return BROKEN
  return foundText(unescapeXml(xml.slice(begin, end)).trim())
}

const CHARACTERS: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** `&#1114111;` and `&#x10ffff;` are the longest. */
const REFERENCE = { opens: '&', longest: 10 }

const unescapeXml = (text: string): string =>
  replacePiecewise(
    text,
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return CHARACTERS[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
    REFERENCE,
  )
