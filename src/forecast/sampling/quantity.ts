import type { Posterior } from '../base-rates'
import type { Judged } from '../scenario'
import { betaQuantiles, gammaQuantiles, interpolate } from './quantile-table'

/** A quantity of which each draw has its own value: from the logit of a probability to the value. */
export type Quantity = (logit: number) => number

/** A base rate per month. */
export function baseRateQuantity(posterior: Posterior): Quantity {
  if (posterior.rate !== undefined) {
    const { rate } = posterior
    return () => rate
  }
  const { events, months } = posterior
  const table = gammaQuantiles(events)
  return (logit) => Math.exp(interpolate(table, logit)) / months
}

/** PERT(low, mode, high), the scaled Beta distribution with shapes 1 + 4·(share below, above). */
export function pertQuantity({ low, mode, high }: Judged): Quantity {
  const width = high - low
  if (!(width > 0)) return () => mode
  const table = betaQuantiles(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width)
  return (logit) => low + width / (1 + Math.exp(-interpolate(table, logit)))
}

/** The logarithm of a multiplier, itself PERT between the logarithms of its judged values. */
export const logMultiplierQuantity = ({ low, mode, high }: Judged): Quantity =>
  pertQuantity({ low: Math.log(low), mode: Math.log(mode), high: Math.log(high) })
