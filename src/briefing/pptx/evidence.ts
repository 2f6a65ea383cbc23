import type { BriefingContent } from '../content'
import type { EvidenceLine } from '../evidence-part'
import { BODY, type Deck, INNER, PAGE, pageTitle, startSlide } from './deck'
import { notesOf } from './opening'
import { pagesOf, putTable, type TableCell } from './table'

const DISPUTED = 1.05

/** What is disputed has a column only where something is. */
const lookOf = (hasDisputed: boolean) => ({
  points: 12,
  columns: [
    { head: 'Date', width: 1.6, mostLines: 2 },
    { head: 'What', width: INNER - 6.95, mostLines: 3 },
    { head: 'in the source', width: 1.9 + (hasDisputed ? 0 : DISPUTED), mostLines: 2 },
    { head: 'what it is for', width: 2.4, mostLines: 3 },
    ...(hasDisputed ? [{ head: '', width: DISPUTED, mostLines: 1 }] : []),
  ],
})

/** More would be no deck; the rest is in the file, and in the other documents. */
const MOST_PAGES = 6

const rowOf = (item: EvidenceLine, hasDisputed: boolean): TableCell[] => [
  { text: item.date },
  { text: item.summary.replaceAll('\n', ' ') },
  { text: item.locator },
  { text: item.about },
  ...(hasDisputed ? [{ text: item.isDisputed ? 'disputed' : '', isBold: true }] : []),
]

const noteOf = (item: EvidenceLine): string =>
  `${item.date}: ${item.summary} (${item.locator}${item.about === '' ? '' : `; ${item.about}`}${item.isDisputed ? '; disputed' : ''})`

/** The evidence from the oldest on, with what is disputed marked. */
export function evidenceSlides(deck: Deck, { evidence, source }: BriefingContent): void {
  const hasDisputed = evidence.items.some(({ isDisputed }) => isDisputed)
  const look = lookOf(hasDisputed)
  const cells = evidence.items.map((item) => rowOf(item, hasDisputed))
  const all = pagesOf(look, cells, BODY.bottom - BODY.top)
  const pages = all.slice(0, MOST_PAGES)
  const left = all.slice(MOST_PAGES).flat().length
  const more = left === 0 ? '' : ` The last ${left} are in the notes of the last slide.`
  let first = 0
  for (const [page, rows] of pages.entries()) {
    const isLast = page === pages.length - 1
    const own = evidence.items.slice(first, isLast ? undefined : first + rows.length)
    first += rows.length
    const slide = startSlide(
      deck,
      pageTitle('Annex: evidence', page, pages.length),
      `${evidence.sentences.slice(0, 2).join(' ')}${more}`,
      notesOf(`Source: ${source}.`, ...evidence.sentences, ...own.map(noteOf)),
    )
    putTable(slide, look, rows, { x: PAGE.margin, y: BODY.top })
  }
}
