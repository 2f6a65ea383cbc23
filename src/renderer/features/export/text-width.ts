/**
 * About how wide a text is, never less than in the widest of the fonts a picture may be
 * shown in: another program has its own, and the picture has to hold with any of them.
 */

/** Widths in ems, and the characters that are no wider; any other is a letter or a figure. */
const WIDTHS: readonly (readonly [em: number, characters: RegExp])[] = [
  [0, /[\u2066-\u2069]/],
  [0.32, /[ijlI ,.'’\u00a0\u202f]/],
  [0.42, /[frt/:;|()[\]!-]/],
  [0.56, /[cszJL"“”–]/],
  [0.69, /[ABEKPSVXYZ]/],
  [0.79, /[CDGHNOQRU&]/],
  [0.87, /[wM×≠]/],
  [1, /[mW%@—…→]/],
  [1.05, /[\u2e80-\u{10ffff}]/u],
]
const PLAIN_EM = 0.64
const BOLD = 1.14

const emOf = (character: string): number =>
  WIDTHS.find(([, characters]) => characters.test(character))?.[0] ?? PLAIN_EM

/** In pixels, of a size in pixels. */
export function textWidth(text: string, size: number, isBold = false): number {
  let em = 0
  for (const character of text) em += emOf(character)
  return em * size * (isBold ? BOLD : 1)
}

interface Room {
  readonly width: number
  readonly size: number
  readonly isBold?: boolean
}

const fits = (text: string, { width, size, isBold }: Room): boolean =>
  textWidth(text, size, isBold) <= width

/** A text in one line, cut with an ellipsis where there is no more room. */
export function fitText(text: string, room: Room): string {
  if (fits(text, room)) return text
  const characters = [...text]
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`, room)) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** A text in as many lines as it takes, `most` at the most; what is left over is cut. */
export function wrapText(text: string, room: Room, most: number): string[] {
  const words = text.split(' ').filter((word) => word !== '')
  const lines: string[] = []
  let line = ''
  while (words.length > 0 && lines.length < most - 1) {
    const longer = line === '' ? (words[0] ?? '') : `${line} ${words[0]}`
    if (fits(longer, room) || line === '') {
      line = longer
      words.shift()
    } else {
      lines.push(fitText(line, room))
      line = ''
    }
  }
  const rest = [line, ...words].filter((part) => part !== '').join(' ')
  return rest === '' ? lines : [...lines, fitText(rest, room)]
}

/** In steps that nobody sees. */
const NARROWER = 4

/** Wraps a text that takes several lines into as many of about the same width. */
export function balanceText(text: string, room: Room, most: number): string[] {
  let balanced = wrapText(text, room, most)
  if (balanced.length < 2) return balanced
  for (let width = room.width - NARROWER; width > room.width / 2; width -= NARROWER) {
    const narrower = wrapText(text, { ...room, width }, balanced.length)
    if (narrower.join(' ') !== balanced.join(' ')) break
    balanced = narrower
  }
  return balanced
}
