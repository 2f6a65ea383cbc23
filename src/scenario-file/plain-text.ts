/** What texts from a keyboard, a clipboard or a file may hold, once for all who ask. */

/** Whether a text may go over several lines. */
export type TextKind = 'line' | 'text'

// Tabs and line ends are part of a text of several lines; no text has any other control.
const LINE_LAYOUT = /[\t\n\r]+/g
const CONTROL: Readonly<Record<TextKind, RegExp>> = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  line: /[\u0000-\u001f\u007f-\u009f]/g,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  text: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
}

/** What a text holds that no text of its kind may, in words of what was expected; else nothing. */
export function findUnplain(text: string, kind: TextKind): string | undefined {
  const [control] = text.match(CONTROL[kind]) ?? []
  if (control !== undefined) {
    const name = kind === 'line' && /[\t\n\r]/.test(control) ? 'one line of text' : 'text'
    return `${name} without control characters, found ${sayCode(control)}`
  }
  const [half] = text.isWellFormed() ? [] : (text.match(/\p{Surrogate}/u) ?? [])
  return half && `text of whole characters, found ${sayCode(half)}, half of one`
}

const sayCode = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text as a scenario may hold it, from one that may hold anything. */
export function plainText(text: string, kind: TextKind): string {
  const laidOut = kind === 'line' ? text.replace(LINE_LAYOUT, ' ') : text
  return laidOut.replace(CONTROL[kind], '').toWellFormed()
}

const LONGEST_NAME = 80
// What would turn a message around, or break it.
const UNSEEN = /[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** A name out of a file that may be anything, short and harmless enough for a message. */
export function sayName(name: string): string {
  const cut = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
  return cut.replace(CONTROL.line, '\ufffd').replace(UNSEEN, '\ufffd').toWellFormed()
}
