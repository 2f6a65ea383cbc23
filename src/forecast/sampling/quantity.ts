import type { Posterior } from '../base-rates'
import type { Judged } from '../scenario'
import { betaQuantiles, gammaQuantiles, interpolate } from './quantile-table'

/** A quantity of which each draw has its own value. */
export interface Quantity {
  /** The same for quantities that are the same. */
  readonly key: string
  /** The values at the logits of probabilities, in their place. */
  readonly at: (logits: Float64Array) => void
  /** The same value for every draw, which is not worth remembering. */
  readonly isConstant?: boolean
}

const constant = (key: string, value: number): Quantity => ({
  key,
  at: (logits) => void logits.fill(value),
  isConstant: true,
})

/** A base rate per month. */
export function baseRateQuantity(posterior: Posterior): Quantity {
  if (posterior.rate !== undefined) {
    const { rate } = posterior
    return constant(`rate ${rate}`, rate)
  }
  const { events, months } = posterior
  const table = gammaQuantiles(events)
  return {
    key: `gamma ${events} ${months}`,
    at: (logits) => {
      interpolate(table, logits)
      for (let i = 0; i < logits.length; i++) logits[i] = Math.exp(logits[i] as number) / months
    },
  }
}

/** A range moved as a whole keeps its shape, to the bit, so that its table is found again. */
const roundedShare = (share: number): number => Math.round(share * 1e12) / 1e12

/** PERT(low, mode, high), the scaled Beta distribution with shapes 1 + 4·(share below, above). */
export function pertQuantity({ low, mode, high }: Judged): Quantity {
  const key = `pert ${low} ${mode} ${high}`
  const width = high - low
  if (!(width > 0)) return constant(key, mode)
  const below = roundedShare((mode - low) / width)
  const table = betaQuantiles(1 + 4 * below, 1 + 4 * (1 - below))
  return {
    key,
    at: (logits) => {
      interpolate(table, logits)
      for (let i = 0; i < logits.length; i++) {
        logits[i] = low + width / (1 + Math.exp(-(logits[i] as number)))
      }
    },
  }
}

/** The logarithm of a multiplier, itself PERT between the logarithms of its judged values. */
export const logMultiplierQuantity = ({ low, mode, high }: Judged): Quantity =>
  pertQuantity({ low: Math.log(low), mode: Math.log(mode), high: Math.log(high) })
