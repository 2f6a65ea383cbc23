import { type GammaRate, JEFFREYS_EVENTS } from './gamma-rate'
import type { Exposed } from './tally'

/**
 * Empirical Bayes for rates: each unit (a pair of states) has a rate of its own, drawn
 * from a Gamma distribution that all units share, and its events are Poisson. The
 * distribution is the one that makes the counts of all units most likely.
 */

const sumOf = (units: readonly Exposed[]): Exposed =>
  units.reduce(
    (sum, { events, months }) => ({ events: sum.events + events, months: sum.months + months }),
    { events: 0, months: 0 },
  )

/**
 * ln of the chance of the counts when rates are Gamma(shape, shape/mean), but for terms
 * that depend on neither: the negative binomial distribution with unequal exposures.
 */
export function logMarginal(units: readonly Exposed[], shape: number, mean: number): number {
  let sum = 0
  for (const { events, months } of units) {
    const expected = (mean * months) / shape
    sum -= (shape + events) * Math.log1p(expected)
    for (let before = 0; before < events; before++) {
      sum += Math.log1p(before / shape) + Math.log(mean)
    }
  }
  return sum
}

/** The largest value of a function with one hump, and where it is. */
function maximum(
  f: (x: number) => number,
  low: number,
  high: number,
): { at: number; value: number } {
  const golden = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)]
  let [atLeft, atRight] = [f(left), f(right)]
  while (b - a > TOLERANCE) {
    if (atLeft > atRight) {
      ;[b, right, atRight] = [right, left, atLeft]
      left = b - golden * (b - a)
      atLeft = f(left)
    } else {
      ;[a, left, atLeft] = [left, right, atRight]
      right = a + golden * (b - a)
      atRight = f(right)
    }
  }
  return atLeft > atRight ? { at: left, value: atLeft } : { at: right, value: atRight }
}

/** Of the logarithms of shape and mean. */
const TOLERANCE = 1e-6
/** How far the best mean may lie from events over months, as a factor. */
const MEAN_REACH = 20

/**
 * What a wider class tells of a narrower one, which counts as one more unit beside the
 * pairs that the wider class has besides: where the narrower class is unlike them, units
 * differ much, and little is borrowed.
 *
 * The shape is held between a half, which is as vague as Jeffreys' prior, and the events
 * of the wider class plus a half: where units do not differ at all the best shape is
 * infinite, but a rate is never better known than the events it was learnt from allow.
 * Undefined where the wider class has no exposure of its own.
 */
export function priorFrom(rest: readonly Exposed[], own: Exposed): GammaRate | undefined {
  const wider = sumOf(rest)
  if (!(wider.months > 0)) return undefined
  const units = own.months > 0 ? [own, ...rest] : rest
  const { events, months } = sumOf(units)
  if (events === 0) return { events: JEFFREYS_EVENTS, months }
  const middle = Math.log(events / months)
  const reach = Math.log(MEAN_REACH)
  const bestMean = (shape: number) =>
    maximum(
      (logMean) => logMarginal(units, shape, Math.exp(logMean)),
      middle - reach,
      middle + reach,
    )
  const best = maximum(
    (logShape) => bestMean(Math.exp(logShape)).value,
    Math.log(JEFFREYS_EVENTS),
    Math.log(wider.events + JEFFREYS_EVENTS),
  )
  const shape = Math.exp(best.at)
  return { events: shape, months: shape / Math.exp(bestMean(shape).at) }
}

/** A class's rate after it has borrowed. */
export interface Pooled {
  readonly rate: GammaRate
  /** The share that the wider class has in the pooled mean, 0 to 1. */
  readonly weightOfWider: number
}

/** Adds what the class has seen itself to what its wider class says of such classes. */
export const pool = (own: Exposed, prior: GammaRate): Pooled => ({
  rate: { events: prior.events + own.events, months: prior.months + own.months },
  weightOfWider: prior.months / (prior.months + own.months),
})
