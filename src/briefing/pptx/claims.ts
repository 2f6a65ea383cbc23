import type { Verdict } from '../../forecast/conclusion/verdict'
import type { BriefingContent } from '../content'
import { COLOUR } from '../look'
import { putBars } from './charts'
import { BODY, type Deck, INNER, PAGE, pageTitle, putText, startSlide } from './deck'
import { notesOf } from './opening'
import { pagesOf, putTable, type TableCell } from './table'

type Claims = BriefingContent['conclusion']['claims']

const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  within: COLOUR.down,
  stronger: COLOUR.down,
  weaker: COLOUR.plain,
  against: COLOUR.up,
  below: COLOUR.up,
  above: COLOUR.up,
}

const inAWord = (claims: Claims): string => {
  const holds = claims.filter(({ verdict }) => verdict === 'within' || verdict === 'stronger')
  return claims.length === 1
    ? `The article’s one claim: ${claims[0]?.saysVerdict ?? ''}.`
    : `Of the article’s ${claims.length} claims, the forecast lies within the wording of, or agrees more firmly with, ${holds.length}.`
}

const noteOf = (claim: Claims[number]): string =>
  `${claim.statement} (${claim.locator}): the article says “${claim.wording}” (${claim.saysRange}); forecast ${claim.saysForecast} (${claim.saysBand}), in the yardstick “${claim.called}”; ${claim.saysVerdict}.`

const rowOf = (claim: Claims[number]): TableCell[] => [
  { text: claim.statement },
  { text: `${claim.wording} (${claim.saysRange})` },
  { text: claim.saysForecast, isBold: true },
  { text: claim.saysBand },
  { text: claim.called },
  { text: claim.saysVerdict, isBold: true, colour: VERDICT_COLOURS[claim.verdict] },
]

/** Every claim held against the forecast, in words and numbers. */
export function claimSlides(deck: Deck, { conclusion }: BriefingContent): void {
  const { title, yardstick, claims } = conclusion
  if (claims.length === 0) {
    const none = 'This case has no conclusion to hold the forecast against.'
    const slide = startSlide(deck, title, '', none)
    putText(slide, none, { x: PAGE.margin, y: BODY.top, w: INNER, h: 0.5, points: 16 })
    return
  }
  const look = {
    points: 13,
    columns: [
      { head: 'The article says', width: INNER - 8.25, mostLines: 3 },
      { head: 'in the word', width: 2.1, mostLines: 3 },
      { head: 'forecast', width: 1, mostLines: 1, align: 'right' as const },
      { head: 'judgment band', width: 1.65, mostLines: 1, align: 'right' as const },
      { head: `in ${yardstick}`, width: 1.6, mostLines: 2 },
      { head: 'verdict', width: 1.9, mostLines: 2 },
    ],
  }
  const pages = pagesOf(look, claims.map(rowOf), BODY.bottom - BODY.top)
  let first = 0
  for (const [page, rows] of pages.entries()) {
    const own = claims.slice(first, first + rows.length)
    first += rows.length
    const slide = startSlide(
      deck,
      pageTitle(title, page, pages.length),
      inAWord(claims),
      notesOf(...own.map(noteOf)),
    )
    putTable(slide, look, rows, { x: PAGE.margin, y: BODY.top })
  }
  claimBars(deck, conclusion)
}

const BARS_PER_PAGE = 8

/** The forecast of each claim as a bar, beside the range that the article's word stands for. */
function claimBars(deck: Deck, { claims }: BriefingContent['conclusion']): void {
  const pages = Math.ceil(claims.length / BARS_PER_PAGE)
  for (let page = 0; page < pages; page++) {
    const own = claims.slice(page * BARS_PER_PAGE, (page + 1) * BARS_PER_PAGE)
    const slide = startSlide(
      deck,
      pageTitle('The claims as bars', page, pages),
      'The forecast, and below it the two ends of the range that the article’s word stands for.',
      notesOf(...own.map(noteOf)),
    )
    const series = [
      { name: 'Forecast', values: own.map(({ figures }) => figures.mean), colour: COLOUR.accent },
      {
        name: 'Article’s range, low end',
        values: own.map(({ range }) => range[0]),
        colour: 'D3D8DE',
      },
      {
        name: 'Article’s range, high end',
        values: own.map(({ range }) => range[1]),
        colour: COLOUR.article,
      },
    ]
    putBars(
      slide,
      series,
      {
        categories: own.map(({ statement }) => statement),
        place: { x: PAGE.margin, y: BODY.top, w: INNER, h: BODY.bottom - BODY.top },
        altText: `Bars: ${own.map(noteOf).join(' ')}`,
      },
      { format: '0%', least: 0, most: 1, hasLegend: true },
    )
  }
}
