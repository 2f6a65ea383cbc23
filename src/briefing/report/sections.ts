import type { ClaimLine } from '../conclusion-part'
import { type BriefingContent, METHOD_TITLE } from '../content'
import type { DriverLine } from '../driver-part'
import type { EvidenceLine } from '../evidence-part'
import { lineCount, type Room } from '../fit'
import type { WhyRow } from '../why-part'
import type { Block, Columns, Flowing } from './flow'

/**
 * The heights of a report's parts, in points, as its style sheet sets them (report.css).
 * Texts are measured on the wide side, so that the pages they need are an upper bound.
 */

/** What is between the margins of an A4 page, less what lines kept together may leave blank. */
export const PAGE_HEIGHT = 734 - 8
const TEXT_WIDTH = 493
/** Inter is wider than the face that the widths of letters are of. */
const INTER = 0.97

const POINTS_PER_INCH = 72
export const roomOf = (width: number, points: number, isBold = false): Room => ({
  width: (width * INTER) / POINTS_PER_INCH,
  points,
  isBold,
})

/** Where the texts of a report stand. */
export const ROOMS = {
  caseTitle: roomOf(TEXT_WIDTH, 8),
  title: roomOf(TEXT_WIDTH, 12, true),
  headline: roomOf(TEXT_WIDTH, 17, true),
  standing: roomOf(TEXT_WIDTH, 10),
  heading: roomOf(TEXT_WIDTH, 11, true),
  paragraph: roomOf(TEXT_WIDTH - 8, 9),
  method: roomOf(TEXT_WIDTH - 22, 8),
  provenance: roomOf(TEXT_WIDTH - 22, 7),
  evidence: roomOf((TEXT_WIDTH - 34) / 3, 7),
} as const

const CELL_GAP = 8
/** The columns' shares of a table's width, in per cent. */
export const COLUMN_SHARES = {
  conclusion: [28, 18, 10, 14, 14, 16],
  drivers: [36, 15, 8, 15, 26],
  why: [72, 28],
} as const

const WHY_WIDTH = 312

/** The room of each column of a table. */
const cellRooms = (shares: readonly number[], width: number): Room[] =>
  shares.map((share) => roomOf((share / 100) * width - CELL_GAP, 8))

export const CLAIM_ROOMS = cellRooms(COLUMN_SHARES.conclusion, TEXT_WIDTH)
export const DRIVER_ROOMS = cellRooms(COLUMN_SHARES.drivers, TEXT_WIDTH)
export const WHY_ROOMS = cellRooms(COLUMN_SHARES.why, WHY_WIDTH)

const LINE = 1.42
const block = (height: number): Block => ({ height })

/** A paragraph, which may go on over a page. */
function paragraph(text: string, room: Room, after = 4): Block[] {
  if (text === '') return []
  const lines = lineCount(text, room)
  return Array.from({ length: lines }, (_, line) =>
    block(room.points * LINE + (line === lines - 1 ? after : 0)),
  )
}

const sum = (blocks: readonly Block[]): number =>
  blocks.reduce((all, { height }) => all + height, 0)

/** Set together, whatever it takes. */
const together = (...blocks: readonly Block[]): Block => block(sum(blocks))

const heading = (text: string): Block =>
  block(16 + lineCount(text, ROOMS.heading) * ROOMS.heading.points * 1.2 + 6)

const HEAD_LINES = 2
const TABLE_HEAD = HEAD_LINES * 8 * LINE + 6.75

const rowHeight = (cells: readonly string[], rooms: readonly Room[]): number => {
  const lines = cells.map((cell, at) => lineCount(cell, rooms[at] ?? ROOMS.paragraph))
  return Math.max(1, ...lines) * 8 * LINE + 6.5
}

/** Rows stay whole; the head of the table comes again on each page. */
function tableOf(rows: readonly (readonly string[])[], rooms: readonly Room[]): Block[] {
  return rows.map((cells, at) => {
    const height = rowHeight(cells, rooms)
    return at === 0 ? block(TABLE_HEAD + height) : { height, repeated: TABLE_HEAD }
  })
}

/** The cells of a claim’s row. */
const claimCells = (line: ClaimLine): string[] => [
  line.statement,
  `“${line.wording}”\n${line.saysRange}`,
  line.saysForecast,
  line.saysBand,
  line.called,
  line.saysVerdict,
]

/** The trend and the shocks of a driver in one text. */
export const sayCourse = ({ saysTrend, shocks }: DriverLine): string =>
  [...(saysTrend === 'none' ? [] : [saysTrend]), ...shocks].join('; ') || '–'

const driverCells = (line: DriverLine): string[] => [
  `${line.label} ${line.saysRole}${line.note === '' ? '' : `\n${line.note}`}`,
  line.saysHere,
  line.saysArticle,
  line.saysWeight,
  sayCourse(line),
]

/** How high the figures are, in shares of their width; none where there is no such figure. */
export interface FigureShapes {
  readonly event?: number
  readonly ladder?: number
}

const figure = (shape: number | undefined): Block[] =>
  shape === undefined ? [] : [block(8 + shape * TEXT_WIDTH)]

/** What a report says besides the content of all documents: what it leaves out. */
export interface LeftOut {
  readonly claims: string
  readonly drivers: string
  readonly evidence: string
  readonly texts: string
}

/** A report’s content, of which all is set. */
export interface ReportContent extends BriefingContent {
  readonly leftOut: LeftOut
}

export function headBlocks(content: ReportContent, { event }: FigureShapes): Block[] {
  const { caseTitle, saysTime, title, headline, drivers } = content
  const { claim, band, bandNote, standing, reason } = headline
  return [
    ...paragraph(`${caseTitle} · ${saysTime}`, ROOMS.caseTitle, 11),
    block(11 + lineCount(title, ROOMS.title) * ROOMS.title.points * 1.2),
    block(4 + lineCount(`${claim} ${band}`, ROOMS.headline) * ROOMS.headline.points * 1.2),
    ...paragraph(`${standing} ${reason}`, ROOMS.standing),
    ...paragraph(bandNote, ROOMS.paragraph),
    ...paragraph(drivers.pointer, ROOMS.paragraph),
    ...figure(event),
  ]
}

export function conclusionBlocks({ conclusion, summary, leftOut }: ReportContent): Block[] {
  const { title, claims } = conclusion
  const [first, ...others] = tableOf(claims.map(claimCells), CLAIM_ROOMS)
  return [
    ...(first
      ? [together(heading(title), ...paragraph(leftOut.claims, ROOMS.paragraph), first), ...others]
      : []),
    ...(summary === ''
      ? []
      : [
          together(heading('The scenario'), block(3 * ROOMS.paragraph.points * LINE)),
          ...paragraph(summary, ROOMS.paragraph).slice(3),
        ]),
  ]
}

export function ladderBlocks({ ladder }: ReportContent, shapes: FigureShapes): Block[] {
  if (shapes.ladder === undefined) return []
  return [
    together(
      heading(ladder.title),
      ...paragraph(ladder.note, ROOMS.paragraph),
      ...figure(shapes.ladder),
    ),
  ]
}

export function driverBlocks({ drivers, leftOut }: ReportContent): Block[] {
  const [first, ...others] = tableOf(drivers.lines.map(driverCells), DRIVER_ROOMS)
  const introduction = [drivers.sentence, drivers.caveat, drivers.note, leftOut.drivers]
  return [
    together(
      heading('Drivers'),
      ...introduction.flatMap((text) => paragraph(text, ROOMS.paragraph)),
      ...(first ? [first] : []),
    ),
    ...others,
  ]
}

const whyCells = ({ label, saysContribution }: WhyRow): string[] => [label, saysContribution]

export function whyBlocks({ why }: ReportContent): Block[] {
  if (!why) return []
  const { sentence, rows, note, further } = why
  return [
    together(
      heading('Why'),
      ...paragraph(sentence, ROOMS.paragraph),
      ...tableOf(rows.map(whyCells), WHY_ROOMS),
      ...(rows.length > 0 ? paragraph(note, ROOMS.paragraph, 9) : []),
      ...further.flatMap((text) => paragraph(text, ROOMS.paragraph)),
    ),
  ]
}

/** An item of evidence as it is set. */
const itemText = ({ date, isDisputed, summary, about, locator }: EvidenceLine): string => {
  const pointers = [about, locator].filter((part) => part !== '').join('; ')
  return `${date}${isDisputed ? ' (disputed)' : ''} ${summary}${pointers === '' ? '' : ` (${pointers})`}`
}

/** There may be thousands, and they are tried in many numbers. */
const heights = new WeakMap<EvidenceLine, number>()

function itemHeight(item: EvidenceLine): number {
  const height =
    heights.get(item) ??
    lineCount(itemText(item), ROOMS.evidence) * ROOMS.evidence.points * 1.32 + 3.5
  heights.set(item, height)
  return height
}

export function evidenceBlocks({ evidence, leftOut }: ReportContent): Flowing[] {
  const { sentences, items } = evidence
  const columns: Columns = { columns: 3, items: items.map(itemHeight) }
  return [
    together(
      heading('Evidence'),
      ...paragraph(sentences.join(' '), ROOMS.paragraph),
      ...paragraph(leftOut.evidence, ROOMS.paragraph),
      // They do not stand at a foot alone.
      block(6 + (columns.items[0] ?? 0)),
    ),
    ...(items.length > 0 ? [columns] : []),
  ]
}

export function methodBlocks({ method, provenance, leftOut }: ReportContent): Block[] {
  const foot = [...provenance.lines, ATTACHED, leftOut.texts]
  return [
    together(
      block(14 + 13 + lineCount(METHOD_TITLE, ROOMS.heading) * 11 + 4),
      ...method.flatMap((text) => paragraph(text, ROOMS.method)),
      block(12),
      ...foot.flatMap((text) => paragraph(text, ROOMS.provenance, 0)),
    ),
  ]
}

/** Where the scenario is, at the foot of the report. */
export const ATTACHED =
  'The scenario is attached to this file. Opened in Brink, it gives the same numbers again.'

/** All of a report, in the order in which it is set. */
export const reportBlocks = (content: ReportContent, shapes: FigureShapes): Flowing[] => [
  ...headBlocks(content, shapes),
  ...conclusionBlocks(content),
  ...ladderBlocks(content, shapes),
  ...driverBlocks(content),
  ...whyBlocks(content),
  ...evidenceBlocks(content),
  ...methodBlocks(content),
]
