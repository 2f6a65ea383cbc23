import type { BriefingContent } from '../content'
import type { DriverLine } from '../driver-part'
import { BODY, type Deck, INNER, PAGE, pageTitle, startSlide } from './deck'
import { notesOf } from './opening'
import { type Column, pagesOf, putTable, type TableCell } from './table'

const noteOf = (driver: DriverLine): string =>
  [
    `${driver.label} (${driver.saysRole}): here ${driver.saysHere}, in the article ${driver.saysArticle}`,
    `weight ${driver.saysWeight}`,
    `trend ${driver.saysTrend}`,
    ...driver.shocks,
    ...(driver.note === '' ? [] : [`note: ${driver.note}`]),
  ].join('; ')

type Drivers = BriefingContent['drivers']

/** Every driver in words, whether it differs from the article or not. */
export const driverNotes = ({ note, strains, lines }: Drivers): string[] => [
  note,
  strains,
  ...lines.map(noteOf),
]

interface DriverColumn extends Omit<Column, 'width'> {
  /** Beside the other columns, in inches where all are there. */
  readonly share: number
  readonly cell: (driver: DriverLine) => TableCell
  /** Whether there is anything to set in it. */
  readonly isFilled?: (driver: DriverLine) => boolean
}

/** A difference from the article as small as this is none. */
const SAME = 1e-9

const COLUMNS: readonly DriverColumn[] = [
  { head: 'Driver', share: 2.6, mostLines: 3, cell: ({ label }) => ({ text: label }) },
  { head: 'direction', share: 1.2, mostLines: 1, cell: ({ saysRole }) => ({ text: saysRole }) },
  {
    ...{ head: 'article', share: 0.85, mostLines: 1, align: 'right' },
    cell: ({ saysArticle }) => ({ text: saysArticle }),
  },
  {
    ...{ head: 'here', share: 1.35, mostLines: 1, align: 'right' },
    cell: ({ saysHere, intensity, reference }) => ({
      text: saysHere,
      isBold: Math.abs(intensity.mode - reference) > SAME,
    }),
  },
  {
    ...{ head: 'weight', share: 1.4, mostLines: 2 },
    cell: ({ saysWeight, hasOwnWeight }) => ({ text: saysWeight, isBold: hasOwnWeight }),
  },
  {
    ...{ head: 'trend', share: 1.3, mostLines: 2 },
    cell: ({ saysTrend }) => ({ text: saysTrend, isBold: saysTrend !== 'none' }),
  },
  {
    ...{ head: 'shocks', share: 1.9, mostLines: 4 },
    isFilled: ({ shocks }) => shocks.length > 0,
    cell: ({ shocks }) => ({ text: shocks.join('; '), isBold: true }),
  },
  {
    ...{ head: 'note', share: 1.9, mostLines: 4 },
    isFilled: ({ note }) => note !== '',
    cell: ({ note }) => ({ text: note }),
  },
]

/** The drivers that differ from the article, with what differs in bold. */
export function driverSlides(deck: Deck, { drivers }: BriefingContent): void {
  const { lines, sentence, note, strains } = drivers
  const changed = lines.filter(({ isChanged }) => isChanged)
  if (changed.length === 0) return
  const columns = COLUMNS.filter(({ isFilled }) => !isFilled || changed.some(isFilled))
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const look = {
    points: 12,
    columns: columns.map((column) => ({ ...column, width: (column.share / all) * INNER })),
  }
  const rows = changed.map((driver) => columns.map(({ cell }) => cell(driver)))
  const pages = pagesOf(look, rows, BODY.bottom - BODY.top)
  const says = `${sentence} ${strains === '' ? note : strains}`
  let first = 0
  for (const [page, own] of pages.entries()) {
    const shown = changed.slice(first, first + own.length)
    first += own.length
    const title = pageTitle('Drivers: what differs from the article', page, pages.length)
    const notes = page === 0 ? driverNotes(drivers) : [note, ...shown.map(noteOf)]
    putTable(startSlide(deck, title, says, notesOf(sentence, ...notes)), look, own, {
      ...{ x: PAGE.margin, y: BODY.top },
    })
  }
}
