import { PAGE } from './chart-export'
import type { PictureOptions } from './picture-options'
import { balanceText } from './text-width'

/** What is written above and below a chart. */
interface PictureWords {
  readonly title: string
  readonly subtitle: string
  readonly source: readonly string[]
}

export interface PlacedLine {
  readonly text: string
  /** Its baseline, in pixels from the top. */
  readonly y: number
}

/** Where everything of a picture stands, in pixels. */
export interface PictureLayout {
  readonly width: number
  readonly height: number
  readonly title: readonly PlacedLine[]
  readonly subtitle: readonly PlacedLine[]
  readonly source: readonly PlacedLine[]
  /** Where the chart begins. */
  readonly body: number
}

export const TITLE = { size: 21, weight: 650, line: 27, most: 2 } as const
export const SUBTITLE = { size: 13.5, line: 18, most: 5 } as const
export const SOURCE = { size: 11, line: 16, most: 3 } as const

const EDGE = 24
/** From the edge, or from what is above, to the first baseline. */
const [TITLE_RISE, SUBTITLE_RISE, SUBTITLE_GAP, SOURCE_GAP] = [16, 11, 24, 34]
const HEAD_GAP = 20
const FOOT_EDGE = 24

/** A picture as high and as wide as what is on it. */
export function layOutPicture(
  words: PictureWords,
  body: { readonly width: number; readonly height: number },
  { hasTitle, hasLegend, hasSource }: Pick<PictureOptions, 'hasTitle' | 'hasLegend' | 'hasSource'>,
): PictureLayout {
  const { width } = body
  const title = hasTitle ? linesOf(words.title, width, TITLE, EDGE + TITLE_RISE) : []
  const above = title.at(-1)?.y
  const under = above === undefined ? EDGE + SUBTITLE_RISE : above + SUBTITLE_GAP
  const subtitle = hasLegend ? linesOf(words.subtitle, width, SUBTITLE, under) : []
  const head = subtitle.at(-1)?.y ?? above
  const top = head === undefined ? EDGE : head + HEAD_GAP
  const bottom = top + body.height
  const source = hasSource ? sourceLines(words.source, width, bottom + SOURCE_GAP) : []
  const foot = source.at(-1)?.y
  const height = foot === undefined ? bottom + EDGE : foot + FOOT_EDGE
  return { width: width + 2 * PAGE.padding, height, title, subtitle, source, body: top }
}

interface Type {
  readonly size: number
  readonly line: number
  readonly most: number
  readonly weight?: number
}

const linesOf = (text: string, width: number, type: Type, first: number): PlacedLine[] => {
  const { size, line, most, weight = 400 } = type
  const parts = balanceText(text, { width, size, isBold: weight > 400 }, most)
  return eachIsolated(parts).map((part, index) => ({ text: part, y: first + index * line }))
}

const sourceLines = (texts: readonly string[], width: number, first: number): PlacedLine[] =>
  texts.reduce<PlacedLine[]>((lines, text) => {
    const y = first + lines.length * SOURCE.line
    return lines.concat(linesOf(text, width, SOURCE, y))
  }, [])

const ISOLATES = /[\u2066-\u2068]/
const [ISOLATE, END] = ['\u2068', '\u2069']

/** What is set apart in a text stays set apart in each of its lines. */
function eachIsolated(lines: readonly string[]): string[] {
  let open = 0
  return lines.map((line) => {
    const before = ISOLATE.repeat(open)
    for (const character of line) {
      if (ISOLATES.test(character)) open++
      else if (character === END) open = Math.max(open - 1, 0)
    }
    return `${before}${line}${END.repeat(open)}`
  })
}
