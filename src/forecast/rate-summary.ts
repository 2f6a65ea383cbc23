import type { Posterior } from './base-rates'
import { baseRateQuantity } from './sampling/quantity'

/** A base rate in figures. */
export interface RateSummary {
  /** Events per year; of a known rate all three are the same. */
  readonly mean: number
  readonly p05: number
  readonly p95: number
  /** Months to the next event at the mean rate, which is 1 over it and not the mean of 1 over the rate. */
  readonly meanWaitMonths: number
}

const MONTHS_PER_YEAR = 12

const logit = (p: number): number => Math.log(p / (1 - p))

/** Mean, 5 and 95 % quantile of a rate, and the wait that its mean comes to. */
export function summariseRate(posterior: Posterior): RateSummary {
  const perMonth =
    posterior.rate === undefined ? posterior.events / posterior.months : posterior.rate
  const quantiles = Float64Array.of(logit(0.05), logit(0.95))
  baseRateQuantity(posterior).at(quantiles)
  const [p05 = perMonth, p95 = perMonth] = quantiles
  return {
    mean: perMonth * MONTHS_PER_YEAR,
    p05: p05 * MONTHS_PER_YEAR,
    p95: p95 * MONTHS_PER_YEAR,
    meanWaitMonths: 1 / perMonth,
  }
}
