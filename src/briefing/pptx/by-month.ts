import { sayDate } from '../../forecast/calendar'
import { sayProbability, sayRange } from '../../forecast/conclusion/words'
import type { BriefingContent } from '../content'
import { shortened, shortNames } from '../fit'
import { COLOUR, rungHex } from '../look'
import { type MonthArea, type MonthLine, putBandAndLines, putStackedMonths } from './charts'
import { BODY, type Deck, PAGE, putText, type Slide, startSlide } from './deck'
import { notesOf } from './opening'
import { pagesOf, putTable } from './table'

const CHART = { x: PAGE.margin, y: BODY.top, w: 8.7, h: BODY.bottom - BODY.top } as const
const KEY = { x: 9.6, w: PAGE.width - PAGE.margin - 9.6 } as const

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

/** `Likeliest in May 2024: Diplomatic retaliation (45 %)`. */
function sayLikeliest({ rungs }: BriefingContent['ladder'], month: string): string {
  const [likeliest] = rungs.toSorted((a, b) => b.figures.mean - a.figures.mean)
  if (!likeliest) return 'Where it stands, by month'
  const label = shortened(likeliest.label.replaceAll('\n', ' '), 1, { width: 6, points: 22 })
  return `Likeliest in ${month}: ${label} (${likeliest.saysForecast})`
}

/** Where the conflict stands by month, the rungs upon one another. */
export function ladderSlide(deck: Deck, { charts, ladder }: BriefingContent): void {
  const { months, rungs } = charts
  const categories = months.map(({ label }) => label)
  const names = shortNames(
    rungs.map(({ label }) => label),
    { width: 3, points: 11 },
  )
  const series = rungs.map(({ mean }, rung) => ({
    name: names[rung] ?? '',
    values: mean,
    colour: rungHex(rung, rungs.length),
  }))
  const ends = ladder.rungs.map(
    ({ label, saysForecast, saysBand }) => `${label}: ${saysForecast} (${saysBand})`,
  )
  const byMonth = months.map(
    ({ date }, month) =>
      `${date}: ${rungs.map(({ mean }, rung) => `${names[rung]} ${percent(mean[month] ?? Number.NaN)}`).join('; ')}`,
  )
  const slide = startSlide(
    deck,
    sayLikeliest(ladder, sayDate(months.at(-1)?.date ?? '')),
    'Where it stands, by month: the chance of standing on each rung of the ladder. In every month they add up to 100 %.',
    notesOf(
      `${ladder.title}, with the judgment band:`,
      ...ends.toReversed(),
      'By month:',
      ...byMonth,
    ),
  )
  putStackedMonths(slide, series, {
    categories,
    place: CHART,
    altText: `Stacked bars by month of the chance of standing on each rung. At the end: ${ends.toReversed().join('; ')}.`,
  })
  putLadderKey(slide, ladder)
}

/** The colours of the rungs, highest first, with the chances at the end. */
function putLadderKey(slide: Slide, { title, rungs }: BriefingContent['ladder']): void {
  putText(slide, title, { x: KEY.x, y: BODY.top, w: KEY.w, h: 0.45, points: 12, isBold: true })
  const rows = rungs
    .map(({ label, saysForecast }, rung) => [
      { text: '', fill: rungHex(rung, rungs.length) },
      { text: label.replaceAll('\n', ' ') },
      { text: saysForecast, isBold: true },
    ])
    .reverse()
  const columns = [
    { head: '', width: 0.25, mostLines: 1 },
    { head: 'Rung', width: KEY.w - 1.15, mostLines: rungs.length > 8 ? 1 : 2 },
    { head: 'chance', width: 0.9, mostLines: 1, align: 'right' as const },
  ]

  const look = { columns, points: 12 }
  const [page = []] = pagesOf(look, rows, BODY.bottom - BODY.top)
  putTable(slide, look, page, { x: KEY.x, y: BODY.top + 0.5 })
}

type EventLine = NonNullable<BriefingContent['charts']['event']>

const minus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, month) => value - (b[month] ?? Number.NaN))

/** The band in parts that lie upon one another. */
const bandAreas = ({ p05, p25, p75, p95 }: EventLine): MonthArea[] => [
  { name: 'Below the band (not drawn): 5 % of draws lie below', values: p05 },
  { name: 'Nine in ten draws, lower part', values: minus(p25, p05), colour: COLOUR.bandOuter },
  { name: 'Half of the draws', values: minus(p75, p25), colour: COLOUR.bandInner },
  { name: 'Nine in ten draws, upper part', values: minus(p95, p75), colour: COLOUR.bandOuter },
]

const eventLines = ({ article, mean }: EventLine): MonthLine[] => [
  ...(article
    ? [
        {
          name: 'Article’s drivers',
          values: article,
          ...{ colour: COLOUR.article, size: 2, isDashed: true },
        },
      ]
    : []),
  { name: 'Forecast', values: mean, colour: COLOUR.accent, size: 3.5 },
]

/** `31 % within 12 months; 2 % with the article’s drivers`. */
function sayFinding({ mean, article, saysWhen }: EventLine): string {
  const says = sayProbability(last(mean))
  if (!article) return `${says} ${saysWhen}`
  const other = sayProbability(last(article))
  return other === says
    ? `${says} ${saysWhen}, as with the article’s drivers`
    : `${says} ${saysWhen}; ${other} with the article’s drivers`
}

const noteOf = (event: EventLine, date: string, month: number): string => {
  const at = (values: readonly number[]): string => percent(values[month] ?? Number.NaN)
  const article = event.article ? `; with the article’s drivers ${at(event.article)}` : ''
  return `${date}: forecast ${at(event.mean)}, half of the draws ${at(event.p25)} to ${at(event.p75)}, nine in ten ${at(event.p05)} to ${at(event.p95)}${article}`
}

/** The chance of the headline's event by month, over its band. */
export function eventSlide(deck: Deck, { charts, headline }: BriefingContent): void {
  const { months, event } = charts
  if (!event) return
  const says = `${headline.claim} ${headline.band}`.trim()
  const byMonth = months.map(({ date }, month) => noteOf(event, date, month))
  const notes = notesOf(event.label, says, event.saysArticle ?? '', 'By month:', ...byMonth)
  const slide = startSlide(deck, sayFinding(event), `Chance by month. ${says}`, notes)
  const lines = eventLines(event)
  const top = Math.max(...event.p95, ...lines.flatMap(({ values }) => values))
  putBandAndLines(
    slide,
    { areas: bandAreas(event), lines, top },
    {
      categories: months.map(({ label }) => label),
      place: CHART,
      altText: `Band and lines by month: ${says}. ${event.saysArticle ?? ''}`.trim(),
    },
  )
  putEventKey(slide, event, sayDate(months.at(-1)?.date ?? ''))
  putText(slide, event.saysArticle ?? 'The article makes no claim about this.', {
    ...{ x: KEY.x, y: 4.3, w: KEY.w, h: 2.4, points: 13 },
  })
}

/** What the band and the lines are, with where they end. */
function putEventKey(slide: Slide, event: EventLine, month: string): void {
  const { p05, p25, p75, p95, mean, article } = event
  const rows = [
    [
      { text: '', fill: COLOUR.bandOuter },
      { text: `Nine in ten draws lie within ${sayRange(last(p05), last(p95))}` },
    ],
    [
      { text: '', fill: COLOUR.bandInner },
      { text: `Half of the draws within ${sayRange(last(p25), last(p75))}` },
    ],
    [
      { text: '', fill: COLOUR.accent },
      { text: `Forecast ${sayProbability(last(mean))}`, isBold: true },
    ],
    ...(article
      ? [
          [
            { text: '', fill: COLOUR.article },
            { text: `Article’s drivers ${sayProbability(last(article))}` },
          ],
        ]
      : []),
  ]
  const columns = [
    { head: '', width: 0.25, mostLines: 1 },
    { head: month, width: KEY.w - 0.25, mostLines: 2 },
  ]
  putTable(slide, { columns, points: 12 }, rows, { x: KEY.x, y: BODY.top })
}
