import type { BriefingContent } from '../content'
import type { EvidenceLine } from '../evidence-part'
import { COLOUR } from '../look'
import { BODY, type Deck, INNER, PAGE, pageTitle, startSlide } from './deck'
import { notesOf } from './opening'
import { pagesOf, putTable, type TableCell } from './table'

const LOOK = {
  points: 11,
  columns: [
    { head: 'Date', width: 1.5, mostLines: 2 },
    { head: 'What', width: INNER - 6.7, mostLines: 3 },
    { head: 'in the source', width: 1.9, mostLines: 2 },
    { head: 'what it is for', width: 2.3, mostLines: 3 },
    { head: '', width: 1, mostLines: 1 },
  ],
} as const

/** More would be no deck; the rest is in the file, and in the other documents. */
const MOST_PAGES = 6

const rowOf = (item: EvidenceLine): TableCell[] => [
  { text: item.date },
  { text: item.summary.replaceAll('\n', ' ') },
  { text: item.locator },
  { text: item.about },
  { text: item.isDisputed ? 'disputed' : '', isBold: true, colour: COLOUR.up },
]

const noteOf = (item: EvidenceLine): string =>
  `${item.date}: ${item.summary} (${item.locator}${item.about === '' ? '' : `; ${item.about}`}${item.isDisputed ? '; disputed' : ''})`

/** The evidence from the oldest on, with what is disputed marked. */
export function evidenceSlides(deck: Deck, { evidence, source }: BriefingContent): void {
  const all = pagesOf(LOOK, evidence.items.map(rowOf), BODY.bottom - BODY.top)
  const pages = all.slice(0, MOST_PAGES)
  const left = all.slice(MOST_PAGES).flat().length
  const more = left === 0 ? '' : ` The last ${left} are left out here.`
  let first = 0
  for (const [page, rows] of pages.entries()) {
    const own = evidence.items.slice(first, first + rows.length)
    first += rows.length
    const slide = startSlide(
      deck,
      pageTitle('Evidence', page, pages.length),
      `${evidence.sentences.slice(0, 2).join(' ')}${more}`,
      notesOf(`Source: ${source}.`, ...evidence.sentences, ...own.map(noteOf)),
    )
    putTable(slide, LOOK, rows, { x: PAGE.margin, y: BODY.top })
  }
}
