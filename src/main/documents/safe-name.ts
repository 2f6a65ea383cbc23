const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
// Separators, what some systems refuse in a name, control and text-direction characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LONGEST = 120

/** A file name that every system takes, from a text that may be anything. */
export function safeFileName(wanted: string, ending: string): string {
  const stem = wanted.toLowerCase().endsWith(ending) ? wanted.slice(0, -ending.length) : wanted
  const cleaned = stem
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, LONGEST)
    .trim()
  const named = cleaned === '' ? 'scenario' : cleaned
  return `${RESERVED.test(named) ? `_${named}` : named}${ending}`
}
