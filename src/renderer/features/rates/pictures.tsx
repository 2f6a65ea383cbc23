import { sayFigure, sayMultiple, sayRate, sayWait } from '../../../forecast/rate-words'
import type { Scenario } from '../../../forecast/scenario'
import { longMonth } from '../../charts/calendar'
import { MovedRatesChart } from '../../charts/moved-rates-chart'
import { type MovedRow, movedRows, multipleAxis } from '../../charts/moved-rates-rows'
import { RatesChart } from '../../charts/rates-chart'
import { type RateRow, rateAxis, ratesRows } from '../../charts/rates-rows'
import { shorten } from '../../charts/shorten'
import { STRIP_PADDING } from '../../charts/strips'
import { CHART_WIDTH, PAGE, type Picture } from '../export/chart-export'
import { svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { driverLabels, sayWhatIsMoved } from './moved-rates-card'
import { sayFactors, sayInterval } from './rates-words'

const ROW_HEIGHT = 40
const HEAD = 24
const QUIET = '#636b79'

interface StripPart {
  readonly x: number
  readonly width: number
}

const placesOf = (rows: readonly unknown[]) =>
  rows.map((_, index) => ({ top: index * ROW_HEIGHT, height: ROW_HEIGHT }))

/** The names of a scale above the strips. */
const scaleTexts = (
  ticks: readonly { readonly at: number; readonly label: string }[],
  { x, width }: StripPart,
): SVGElement[] =>
  ticks.map(({ at, label }) =>
    svgText(label, x + STRIP_PADDING + at * (width - 2 * STRIP_PADDING), PAGE.head + 14, {
      size: 11,
      fill: QUIET,
      anchor: 'middle',
    }),
  )

/** Where the words of a row stand, and the line above them. */
function rowAt(index: number): { y: number; line: SVGElement } {
  const top = PAGE.head + HEAD + ROW_HEIGHT * index
  const line = svgNode('rect', {
    x: PAGE.padding,
    y: top,
    width: CHART_WIDTH,
    height: 1,
    fill: '#e1e4e9',
  })
  return { y: top + ROW_HEIGHT / 2 + 5, line }
}

const RATES: StripPart = { x: 436, width: 250 }

/** The base rates in words beside their strips. */
export function ratesPicture(scenario: Scenario): Picture {
  const rows = ratesRows(scenario.case, scenario.judgment.disputed)
  const axis = rateAxis(rows)
  const height = ROW_HEIGHT * rows.length
  return {
    title: 'Base rates, from prior to posterior',
    subtitle:
      'Events a year. Grey: prior. Blue: posterior, joined with the evidence. Line: 90\u202f% interval. On the right: mean wait at the mean rate.',
    x: RATES.x,
    y: HEAD,
    height: HEAD + height,
    texts: [...scaleTexts(axis.ticks, RATES), ...rows.flatMap(rateTexts)],
    chart: <RatesChart {...{ rows, axis, height }} places={placesOf(rows)} width={RATES.width} />,
  }
}

function rateTexts({ label, posterior, after }: RateRow, index: number): SVGElement[] {
  const { y, line } = rowAt(index)
  const end = RATES.x + RATES.width
  return [
    line,
    ...wrappedText(label, 36, PAGE.padding, y, 13),
    svgText(sayRate(posterior), RATES.x - 14, y, { size: 12, fill: QUIET, anchor: 'end' }),
    svgText(sayFigure(after.mean), end + 50, y, { size: 14, weight: 650, anchor: 'end' }),
    svgText(sayInterval(after), end + 62, y, { size: 12, fill: QUIET }),
    svgText(sayWait(after.meanWaitMonths), PAGE.width - PAGE.padding, y, {
      size: 12,
      anchor: 'end',
    }),
  ]
}

const MOVED: StripPart = { x: 270, width: 250 }

/** The multiples of the rates in words beside their strips. */
export function movedPicture(scenario: Scenario): Picture {
  const rows = movedRows(scenario)
  const axis = multipleAxis(rows)
  const height = ROW_HEIGHT * rows.length
  return {
    title: 'How far drivers have moved each rate from its base rate',
    subtitle: sayWhatIsMoved(rows),
    x: MOVED.x,
    y: HEAD,
    height: HEAD + height,
    texts: [
      ...scaleTexts(axis.ticks, MOVED),
      ...rows.flatMap((row, index) => movedTexts(scenario, row, index)),
    ],
    chart: (
      <MovedRatesChart {...{ rows, axis, height }} places={placesOf(rows)} width={MOVED.width} />
    ),
  }
}

function movedTexts(scenario: Scenario, row: MovedRow, index: number): SVGElement[] {
  const { y, line } = rowAt(index)
  const x = MOVED.x + MOVED.width + 12
  const end = longMonth(scenario.case.asOf, scenario.judgment.horizonMonths)
  const words = sayFactors(row, driverLabels(scenario))
  const later = row.later === undefined ? '' : `; by ${end} ${sayMultiple(row.later)}`
  return [
    line,
    ...wrappedText(row.label, 34, PAGE.padding, y, 13),
    svgText(sayMultiple(row.now), x + 42, y, { size: 14, weight: 650, anchor: 'end' }),
    ...wrappedText(shorten(`${words}${later}`, 118), 60, x + 54, y, 12),
  ]
}
