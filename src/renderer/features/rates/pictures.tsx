import { longMonth } from '../../../forecast/calendar'
import { sayFigure, sayMultiple, sayRate, sayWait } from '../../../forecast/rate-words'
import type { Scenario } from '../../../forecast/scenario'
import { MovedRatesChart } from '../../charts/moved-rates-chart'
import { type MovedRow, movedRows, multipleAxis } from '../../charts/moved-rates-rows'
import { RatesChart } from '../../charts/rates-chart'
import { type RateRow, rateAxis, ratesRows } from '../../charts/rates-rows'
import { STRIP_PADDING, type StripPlace } from '../../charts/strips'
import { CHART_WIDTH, PAGE, type Picture, type PictureLook } from '../export/chart-export'
import { fittedText, svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { textWidth } from '../export/text-width'
import { driverLabels, sayWhatIsMoved } from './moved-rates-card'
import { sayFactors, sayInterval } from './rates-words'

const ROW_HEIGHT = 40
const HEAD = 24
const QUIET = 'var(--text-quiet)'

interface StripPart {
  readonly x: number
  readonly width: number
}

/** The names of a scale above the strips. */
const scaleTexts = (
  ticks: readonly { readonly at: number; readonly label: string }[],
  { x, width }: StripPart,
): SVGElement[] =>
  ticks.map(({ at, label }) =>
    svgText(label, x + STRIP_PADDING + at * (width - 2 * STRIP_PADDING), 14, {
      size: 11,
      fill: QUIET,
      anchor: 'middle',
    }),
  )

/** The line above a row. */
const lineAt = (y: number): SVGElement =>
  svgNode('rect', { x: PAGE.padding, y, width: CHART_WIDTH, height: 1, fill: 'var(--hairline)' })

const RATES: StripPart = { x: 436, width: 240 }

/** The base rates in words beside their strips. */
export function ratesPicture(scenario: Scenario): Picture {
  const rows = ratesRows(scenario.case, scenario.judgment.disputed)
  const axis = rateAxis(rows)
  const height = ROW_HEIGHT * rows.length
  return {
    title: 'Base rates, from prior to posterior',
    subtitle:
      'Events a year, with 90\u202f% intervals. Upper, faint: prior. Lower: with the evidence. On the right: the wait at the mean rate.',
    x: RATES.x,
    y: HEAD,
    width: CHART_WIDTH,
    height: HEAD + height,
    texts: [...scaleTexts(axis.ticks, RATES), ...rows.flatMap(rateTexts)],
    chart: (
      <RatesChart
        {...{ rows, axis, height }}
        places={stacked(rows.map(() => ROW_HEIGHT))}
        width={RATES.width}
      />
    ),
  }
}

function rateTexts({ label, posterior, after }: RateRow, index: number): SVGElement[] {
  const top = HEAD + ROW_HEIGHT * index
  const y = top + ROW_HEIGHT / 2 + 5
  const end = RATES.x + RATES.width
  const said = sayRate(posterior)
  return [
    lineAt(top),
    ...wrappedText(
      label,
      RATES.x - PAGE.padding - 14 - textWidth(said, 12) - 12,
      PAGE.padding,
      y,
      12.5,
    ),
    svgText(said, RATES.x - 14, y, { size: 12, fill: QUIET, anchor: 'end' }),
    svgText(sayFigure(after.mean), end + 50, y, { size: 14, weight: 650, anchor: 'end' }),
    svgText(sayInterval(after), end + 62, y, { size: 12, fill: QUIET }),
    svgText(sayWait(after.meanWaitMonths), PAGE.width - PAGE.padding, y, {
      size: 12,
      anchor: 'end',
    }),
  ]
}

const MOVED: StripPart = { x: 264, width: 220 }
const LINE_HEIGHT = 15

/** The multiples of the rates in words beside their strips; a row is as high as its words. */
export function movedPicture(scenario: Scenario, { theme }: PictureLook): Picture {
  const rows = movedRows(scenario)
  const axis = multipleAxis(rows)
  const lines = rows.map((row) => linesOf(scenario, row))
  const places = stacked(lines.map(({ length }) => Math.max(ROW_HEIGHT, length * LINE_HEIGHT + 14)))
  const height = places.reduce((sum, place) => sum + place.height, 0)
  return {
    title: 'How far drivers have moved each rate from its base rate',
    subtitle: sayWhatIsMoved(
      rows,
      theme === 'print' ? { up: 'Dark grey', down: 'light grey' } : undefined,
    ),
    x: MOVED.x,
    y: HEAD,
    width: CHART_WIDTH,
    height: HEAD + height,
    texts: [
      ...scaleTexts(axis.ticks, MOVED),
      ...rows.flatMap((row, index) => movedTexts(row, lines[index] ?? [], places[index])),
    ],
    chart: <MovedRatesChart {...{ rows, axis, places, height }} width={MOVED.width} />,
  }
}

/** Rows of these heights, one below the other. */
function stacked(heights: readonly number[]): StripPlace[] {
  let top = 0
  return heights.map((height) => {
    const place = { top, height }
    top += height
    return place
  })
}

const FACTORS = { x: MOVED.x + MOVED.width + 70, size: 12 } as const
const FACTORS_WIDTH = PAGE.width - PAGE.padding - FACTORS.x

/** What moves a rate, a driver never broken from its factor, and where it leads. */
function linesOf(scenario: Scenario, row: MovedRow): string[] {
  const parts = sayFactors(row, driverLabels(scenario)).split(', ')
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const hasRoom =
      last !== undefined && textWidth(`${last}, ${part}`, FACTORS.size) <= FACTORS_WIDTH
    if (hasRoom) lines.splice(-1, 1, `${last}, ${part}`)
    else lines.push(part)
  }
  if (row.later === undefined) return lines
  const { asOf } = scenario.case
  const end = longMonth(asOf, scenario.judgment.horizonMonths)
  return [...lines, `by ${end} ${sayMultiple(row.later)}`]
}

function movedTexts(
  row: MovedRow,
  lines: readonly string[],
  { top, height }: StripPlace = { top: 0, height: 0 },
): SVGElement[] {
  const x = MOVED.x + MOVED.width + 12
  const middle = HEAD + top + height / 2 + 5
  const first = middle - ((lines.length - 1) * LINE_HEIGHT) / 2
  return [
    lineAt(HEAD + top),
    ...wrappedText(row.label, MOVED.x - PAGE.padding - 12, PAGE.padding, middle, 12.5),
    svgText(sayMultiple(row.now), x + 46, middle, { size: 14, weight: 650, anchor: 'end' }),
    ...lines.map((line, index) =>
      fittedText(line, FACTORS_WIDTH, FACTORS.x, first + index * LINE_HEIGHT, FACTORS),
    ),
  ]
}
