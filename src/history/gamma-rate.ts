import { gammaQuantiles, interpolate } from '../forecast/sampling/quantile-table'

/** What is known of a rate per month: Gamma with shape `events` and rate `months`. */
export interface GammaRate {
  readonly events: number
  readonly months: number
}

/** Jeffreys' prior of a Poisson rate: half an event in no time. */
export const JEFFREYS_EVENTS = 0.5

export const meanOfRate = ({ events, months }: GammaRate): number => events / months

/** The quantile of a rate, per month; of a probability strictly between 0 and 1. */
export function quantileOfRate({ events, months }: GammaRate, probability: number): number {
  const at = Float64Array.of(Math.log(probability / (1 - probability)))
  interpolate(gammaQuantiles(events), at)
  return Math.exp(at[0] as number) / months
}
