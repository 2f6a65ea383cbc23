// Also with the small digits that some systems take for digits, and with spaces before the dot.
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\.|$)/i
// Separators, what some systems refuse in a name, control and text-direction characters.
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LONGEST = 120
/** A name may take 255 bytes on most systems, and some room is left for a sync's additions. */
const MOST_BYTES = 200

/** A file name that every system takes, from a text that may be anything. */
export function safeFileName(wanted: string, ending: string): string {
  const stem = wanted.toLowerCase().endsWith(ending) ? wanted.slice(0, -ending.length) : wanted
  const cleaned = stem.toWellFormed().replace(UNSAFE, ' ').replace(/\s+/g, ' ')
  const named = withoutEdges(cut(withoutEdges(cleaned))) || 'scenario'
  return `${RESERVED.test(named) ? `_${named}` : named}${ending}`
}

const withoutEdges = (text: string): string => text.replace(/^[. ]+|[. ]+$/g, '')

/** By whole characters: half of one is no text at all. */
function cut(text: string): string {
  let kept = ''
  for (const character of text) {
    const longer = kept + character
    if (longer.length > LONGEST || Buffer.byteLength(longer) > MOST_BYTES) return kept
    kept = longer
  }
  return kept
}
