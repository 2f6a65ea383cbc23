import { sayWhoseReading } from '../../forecast/conclusion/words'
import { readClaim } from '../../forecast/conclusion/yardstick'
import type { Forecast, Series } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'

/** A month of the ladder chart: each rung's probability, by its place in the ladder. */
export interface LadderRow {
  readonly month: number
  readonly rungs: readonly number[]
}

export const ladderRows = ({ months, rungs }: Forecast): LadderRow[] =>
  months.map((month) => ({ month, rungs: rungs.map(({ mean }) => mean[month] ?? 0) }))

/** A month of the event chart. */
export interface EventRow {
  readonly month: number
  readonly mean: number
  readonly median: number
  readonly outer: readonly [p05: number, p95: number]
  readonly inner: readonly [p25: number, p75: number]
  /** The article's own drivers; absent until their forecast is there. */
  readonly baseline?: number
}

export const eventRows = (series: Series, baseline: Series | undefined): EventRow[] =>
  series.mean.map((mean, month) => {
    const article = baseline?.mean[month]
    return {
      month,
      mean,
      median: series.p50[month] ?? mean,
      outer: [series.p05[month] ?? mean, series.p95[month] ?? mean],
      inner: [series.p25[month] ?? mean, series.p75[month] ?? mean],
      ...(article === undefined ? {} : { baseline: article }),
    }
  })

const ROUND_TOPS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1]

/** The round value that an axis ends at to hold all of these. */
export const axisTop = (values: readonly number[]): number => {
  const highest = values.reduce((most, value) => Math.max(most, value), 0)
  return ROUND_TOPS.find((top) => top >= highest - 1e-9) ?? 1
}

/** Steps that a reader counts in, in per cent. */
const ROUND_STEPS = [0.5, 1, 2, 5, 10, 20]

/** Marks of an axis from 0 to its top, in round steps: three to five. */
export const axisTicks = (top: number): number[] => {
  const isRound = (count: number): boolean =>
    ROUND_STEPS.some((step) => Math.abs((top * 100) / count - step) < 1e-9)
  const steps = [5, 4, 3].find(isRound) ?? 4
  return Array.from({ length: steps + 1 }, (_, step) => (top * step) / steps)
}

/** A claim's line in the conclusion chart; probabilities are shares of 1. */
export interface ConclusionRow {
  readonly id: string
  readonly statement: string
  readonly wording: string
  /** Whose reading the range is, where it is not the yardstick's own; empty otherwise. */
  readonly reading: string
  readonly forecast: number
  readonly band: readonly [p05: number, p95: number]
  readonly range: readonly [low: number, high: number]
}

/** The claims at the horizon. */
export const conclusionRows = (scenario: Scenario, forecast: Forecast): ConclusionRow[] =>
  scenario.case.conclusion.flatMap((claim) => {
    const own = forecast.conclusion.find(({ id }) => id === claim.id)
    if (!own) return []
    const end = own.mean.length - 1
    const { id, statement, wording } = claim
    return [
      {
        id,
        statement,
        wording,
        reading: sayWhoseReading(readClaim(claim, scenario.judgment.yardstick)),
        forecast: own.mean[end] ?? 0,
        band: [own.p05[end] ?? 0, own.p95[end] ?? 0] as const,
        range: own.range,
      },
    ]
  })
