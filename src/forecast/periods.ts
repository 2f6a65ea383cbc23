import type { DriverJudgment } from './scenario'

/**
 * Months in which every driver stands as far from its first intensity as in the
 * others have the same rates, and share one computation.
 */
export interface Periods {
  /** The periods in turn, as runs of months; one may come again after another. */
  readonly spans: readonly Span[]
  /** How far each driver is moved by trend and shocks, for each period. */
  readonly offsets: readonly (readonly number[])[]
  /** Months in each period. */
  readonly lengths: readonly number[]
}

/** From `month` on, for so many months, the rates are those of one period. */
export interface Span {
  readonly period: number
  readonly month: number
  months: number
}

/** The change of intensity by trend and shocks at time t, in months. */
export function intensityOffset(judgment: DriverJudgment, t: number): number {
  const drift = ((judgment.trendPerYear ?? 0) / 12) * t
  const shocks = judgment.shocks ?? []
  return shocks.reduce((offset, { month, change, lasts = Number.POSITIVE_INFINITY }) => {
    return month <= t && t < month + lasts ? offset + change : offset
  }, drift)
}

/** Rates are constant within a month, with every driver taken at its middle. */
export function monthPeriods(judgments: readonly DriverJudgment[], horizonMonths: number): Periods {
  const offsets: number[][] = []
  const lengths: number[] = []
  const known = new Map<string, number>()
  const spans: Span[] = []
  for (let month = 0; month < horizonMonths; month++) {
    const here = judgments.map((judgment) => intensityOffset(judgment, month + 0.5))
    const key = here.join()
    const period = known.get(key) ?? offsets.push(here) - 1
    known.set(key, period)
    lengths[period] = (lengths[period] ?? 0) + 1
    const span = spans.at(-1)
    if (span?.period === period) span.months++
    else spans.push({ period, month, months: 1 })
  }
  return { spans, offsets, lengths }
}
