import { isoMonth } from '../forecast/calendar'
import { sayWhoseReading } from '../forecast/conclusion/words'
import { readClaim } from '../forecast/conclusion/yardstick'
import { type ClaimForecast, eventSeries, type Forecast, type Series } from '../forecast/forecast'
import type { ForecastEvent, Id, Scenario } from '../forecast/scenario'
import type { Cell } from './cell'

export type ForecastChart = 'ladder' | 'event' | 'conclusion'

const SERIES_COLUMNS = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95', 'standardError'] as const

/** The columns of a tidy table of series. */
export const SERIES_HEAD: readonly string[] = [
  'series',
  'id',
  'label',
  'month',
  'date',
  ...SERIES_COLUMNS.map((column) => (column === 'standardError' ? 'standard_error' : column)),
]

export interface NamedSeries {
  readonly kind: string
  readonly label: string
  readonly series: Series
}

export interface ChartNumbers {
  readonly chart: ForecastChart
  readonly scenario: Scenario
  readonly forecast: Forecast
  readonly baseline: Forecast | undefined
  readonly event:
    | { readonly id: Id; readonly label: string; readonly event: ForecastEvent }
    | undefined
}

/** The series that a chart is drawn from. */
function seriesOf({ chart, scenario, forecast, baseline, event }: ChartNumbers): NamedSeries[] {
  const { ladder, conclusion } = scenario.case
  switch (chart) {
    case 'ladder':
      return forecast.rungs.map((series, index) => ({
        kind: 'rung',
        label: ladder[index]?.label ?? series.id,
        series,
      }))
    case 'event': {
      if (!event) return []
      const own = { kind: event.event.kind, label: event.label }
      return [
        { ...own, series: eventSeries(forecast, event.event) },
        ...(baseline
          ? [
              {
                kind: `${event.event.kind} with the article's drivers`,
                label: event.label,
                series: eventSeries(baseline, event.event),
              },
            ]
          : []),
      ]
    }
    case 'conclusion':
      return forecast.conclusion.map((series, index) => ({
        kind: 'claim',
        label: conclusion[index]?.statement ?? series.id,
        series,
      }))
  }
}

/** A series under the head of a tidy table: a row for each month. */
export const seriesRows = (
  { case: { asOf } }: Scenario,
  { months }: Pick<Forecast, 'months'>,
  { kind, label, series }: NamedSeries,
): (readonly Cell[])[] =>
  months.map((month) => [
    kind,
    series.id,
    label,
    month,
    isoMonth(asOf, month),
    ...SERIES_COLUMNS.map((column) => series[column][month] ?? Number.NaN),
  ])

/** What a claim's verdict goes by, and whose reading of its word that is. */
function claimCells(
  { case: { conclusion }, judgment }: Scenario,
  own: ClaimForecast,
  place: number,
) {
  const claim = conclusion[place]
  const reading = claim ? sayWhoseReading(readClaim(claim, judgment.yardstick)) : ''
  return [own.wording, judgment.yardstick, reading, ...own.range, own.verdict]
}

/** A tidy table: one row for each series and month. */
export function seriesTable(numbers: ChartNumbers): (readonly Cell[])[] {
  const { scenario, forecast, chart } = numbers
  const claims = chart === 'conclusion' ? forecast.conclusion : []
  const header = [
    ...SERIES_HEAD,
    ...(claims.length > 0
      ? ['wording', 'yardstick', 'reading', 'range_low', 'range_high', 'verdict_at_horizon']
      : []),
  ]
  const rows = seriesOf(numbers).flatMap((named, place) => {
    const claim = claims[place]
    const own = claim ? claimCells(scenario, claim, place) : []
    return seriesRows(scenario, forecast, named).map((row) => [...row, ...own])
  })
  return [header, ...rows]
}
