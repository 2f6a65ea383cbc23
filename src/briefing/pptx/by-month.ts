import type { BriefingContent } from '../content'
import { shortNames } from '../fit'
import { COLOUR, rungHex } from '../look'
import { type MonthLine, putLines, putStackedMonths } from './charts'
import { BODY, type Deck, PAGE, putText, type Slide, startSlide } from './deck'
import { notesOf } from './opening'
import { pagesOf, putTable } from './table'

const CHART = { x: PAGE.margin, y: BODY.top, w: 8.7, h: BODY.bottom - BODY.top } as const
const KEY = { x: 9.6, w: PAGE.width - PAGE.margin - 9.6 } as const

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

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
    'Where it stands, by month',
    'The chance of standing on each rung of the ladder; in every month they add up to 100 %.',
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
  const points = rungs.length > 8 ? 10 : 12
  const columns = [
    { head: '', width: 0.25, mostLines: 1 },
    { head: 'Rung', width: KEY.w - 1.15, mostLines: rungs.length > 8 ? 1 : 2 },
    { head: 'chance', width: 0.9, mostLines: 1, align: 'right' as const },
  ]

  const look = { columns, points }
  const [page = []] = pagesOf(look, rows, BODY.bottom - BODY.top)
  putTable(slide, look, page, { x: KEY.x, y: BODY.top + 0.5 })
}

/** The chance of the headline's event by month, with the limits of its band. */
export function eventSlide(deck: Deck, { charts, headline }: BriefingContent): void {
  const { months, event } = charts
  if (!event) return
  const lines: MonthLine[] = [
    { name: '95 % of draws below', values: event.p95, colour: COLOUR.bandOuter, size: 1.5 },
    { name: '5 % of draws below', values: event.p05, colour: COLOUR.bandOuter, size: 1.5 },
    { name: '75 % of draws below', values: event.p75, colour: COLOUR.bandInner, size: 1.5 },
    { name: '25 % of draws below', values: event.p25, colour: COLOUR.bandInner, size: 1.5 },
    ...(event.article
      ? [
          {
            name: 'Article’s own drivers',
            values: event.article,
            ...{ colour: COLOUR.article, size: 2, isDashed: true },
          },
        ]
      : []),
    { name: 'Forecast', values: event.mean, colour: COLOUR.accent, size: 3.5 },
  ]
  const says = `${headline.claim} ${headline.band}`.trim()
  const byMonth = months.map(
    ({ date }, month) =>
      `${date}: forecast ${percent(event.mean[month] ?? Number.NaN)}, half of the draws ${percent(event.p25[month] ?? Number.NaN)} to ${percent(event.p75[month] ?? Number.NaN)}, nine in ten ${percent(event.p05[month] ?? Number.NaN)} to ${percent(event.p95[month] ?? Number.NaN)}`,
  )
  const notes = notesOf(event.label, says, event.saysArticle ?? '', 'By month:', ...byMonth)
  const slide = startSlide(deck, 'Chance by month', says, notes)
  putLines(slide, lines, {
    categories: months.map(({ label }) => label),
    place: CHART,
    altText: `Lines by month: ${says}. ${event.saysArticle ?? ''}`.trim(),
  })
  putLineKey(slide, lines)
  putText(slide, event.saysArticle ?? 'The article makes no claim about this.', {
    ...{ x: KEY.x, y: 4.3, w: KEY.w, h: 2.4, points: 13 },
  })
}

const KEY_ORDER = ['Forecast', '75 % of', '25 % of', '95 % of', '5 % of', 'Article']

function putLineKey(slide: Slide, lines: readonly MonthLine[]): void {
  const ordered = KEY_ORDER.flatMap((start) => lines.filter(({ name }) => name.startsWith(start)))
  const rows = ordered.map(({ name, values, colour }) => [
    { text: '', fill: colour },
    { text: name, isBold: name === 'Forecast' },
    { text: percent(last(values)), isBold: name === 'Forecast' },
  ])
  const columns = [
    { head: '', width: 0.25, mostLines: 1 },
    { head: 'Line', width: KEY.w - 1.35, mostLines: 2 },
    { head: 'at the end', width: 1.1, mostLines: 1, align: 'right' as const },
  ]
  putTable(slide, { columns, points: 11 }, rows, { x: KEY.x, y: BODY.top })
}
