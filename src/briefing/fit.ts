import { balanced } from '../forecast/isolated'

/**
 * How much room a text takes, without a screen to try it on: widths of Arial in shares of
 * its size, on the wide side, so that what is said to fit does.
 */

const NARROW = /[\s.,;:!|'’‘()[\]/\\ijlftrI\u200b-\u200f\u202f\u2066-\u2069-]/
const WIDE = /[mwMW@%—…→]/
const CAPITAL = /[A-Z0-9&<>=+?_×–“”]/
/** Where the letters of alphabets and the usual signs end, and pictures and Han begin. */
const ALPHABETS_END = 0x2300

const NARROWEST = 0.34
const known = new Map<string, number>()

function widthOf(character: string): number {
  const width = known.get(character) ?? judgeWidth(character)
  known.set(character, width)
  return width
}

function judgeWidth(character: string): number {
  if (NARROW.test(character)) return NARROWEST
  if (WIDE.test(character)) return 0.95
  if (CAPITAL.test(character)) return 0.68
  return (character.codePointAt(0) ?? 0) < ALPHABETS_END ? 0.56 : 1.25
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What is seen as one character each. */
const charactersOf = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment)

/** The width in inches of a text in one line. */
export function textWidth(text: string, points: number): number {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return sum * (points / 72)
}

export interface Room {
  /** In inches. */
  readonly width: number
  readonly points: number
  /** Bold letters are wider. */
  readonly isBold?: boolean
}

const inner = ({ width, isBold }: Room): number => width / (isBold ? 1.08 : 1)

/** Over how many lines a text breaks, words kept whole where they fit. */
export function lineCount(text: string, room: Room): number {
  const { points } = room
  const width = Math.max(inner(room), 0.1)
  return text.split('\n').reduce((lines, paragraph) => {
    let used = 0
    let count = 1
    for (const word of paragraph.split(/(?<=\s)/)) {
      const own = textWidth(word, points)
      if (used > 0 && used + textWidth(word.trimEnd(), points) > width) {
        count++
        used = 0
      }
      const over = Math.max(Math.ceil(own / width) - 1, 0)
      count += over
      used += own - over * width
    }
    return lines + count
  }, 0)
}

/** What is cut off may have been to close an isolate. */
const cutAfter = (characters: readonly string[], count: number): string =>
  `${balanced(characters.slice(0, count).join('').trimEnd())}…`

/** More code units than can stand in so many lines, whatever they are. */
const surelyTooMany = (most: number, room: Room): number =>
  Math.ceil((2 * most * Math.max(inner(room), 0.1) * 72) / (NARROWEST * room.points)) + 64

/** A text that takes at most so many lines, shortened with a mark where it would take more. */
export function shortened(text: string, most: number, room: Room): string {
  const bound = surelyTooMany(most, room)
  if (text.length <= bound && lineCount(text, room) <= most) return text
  const characters = charactersOf(text.slice(0, bound))
  let [fits, tooMany] = [0, characters.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    const cut = cutAfter(characters, middle)
    if (lineCount(cut, room) <= most) fits = middle
    else tooMany = middle
  }
  return cutAfter(characters, fits)
}

/** How much of a cut text may be given up for its last word to be whole. */
const GIVEN_UP = 0.25

/** The same, cut between words where one ends near the cut. */
export function shortenedAtWord(text: string, most: number, room: Room): string {
  const short = shortened(text, most, room)
  if (short === text) return text
  const kept = short.slice(0, -1)
  const end = kept.search(/\s+\S*$/)
  const isWhole = /^\s/.test(text.slice(kept.length))
  if (isWhole || end < kept.length * (1 - GIVEN_UP)) return short
  return `${balanced(kept.slice(0, end)).replace(/[\s.,;:–(]+$/, '')}…`
}

const LINE = 1.2

/** The height in inches of so many lines. */
export const linesHeight = (lines: number, points: number): number => (lines * points * LINE) / 72

/** The largest of the sizes at which a text takes no more than so many lines; else the smallest. */
export const fittingSize = (
  text: string,
  most: number,
  width: number,
  sizes: readonly [number, ...number[]],
): number =>
  sizes.find((points) => lineCount(text, { width, points, isBold: true }) <= most) ??
  sizes.at(-1) ??
  sizes[0]

/** Names short enough for a chart, each of them once. */
export function shortNames(names: readonly string[], room: Room, most = 1): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const short = shortened(name.replaceAll('\n', ' '), most, room)
    let own = short
    for (let count = 2; taken.has(own); count++) own = `${short} (${count})`
    taken.add(own)
    return own
  })
}
