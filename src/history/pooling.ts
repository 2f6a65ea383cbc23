import { type GammaRate, JEFFREYS_EVENTS } from './gamma-rate'
import type { Exposed } from './tally'

/**
 * Empirical Bayes for rates: each unit (a pair of states) has a rate of its own, drawn from
 * a Gamma distribution that all units share, and its events are Poisson. Which Gamma it is,
 * the counts of all units say: each is weighed by how likely it makes them. (To take the
 * likeliest alone would make intervals too narrow where units are few: Kass and Steffey 1989.)
 */
export interface SharedPrior {
  readonly candidates: readonly Candidate[]
}

/** One Gamma distribution that the rates may come from. */
export interface Candidate extends GammaRate {
  /** Adds up to 1 over the candidates. */
  readonly weight: number
}

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
  const logMean = Math.log(mean)
  for (const { events, months } of units) {
    sum -= (shape + events) * Math.log1p((mean * months) / shape)
    for (let before = 1; before < events; before++) sum += Math.log1p(before / shape)
    sum += events * logMean
  }
  return sum
}

/** Where a function with one hump is largest, to within the tolerance. */
function argmax(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)]
  let [atLeft, atRight] = [f(left), f(right)]
  while (b - a > tolerance) {
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
  return (a + b) / 2
}

const SHAPES = 24
const MEANS = 29
/** The grid of a mean, in standard deviations of its logarithm: with few events its left tail is long. */
const LEFT = -8.5
const RIGHT = 4.5
/** How far the best mean may lie from events over months, as a logarithm. */
const REACH = 4
const NEAR = 0.01

interface Weighed {
  readonly shape: number
  readonly mean: number
  readonly logWeight: number
}

/** Means that go with a shape, each with the logarithm of its weight times the width of its step. */
function meansFor(units: readonly Exposed[], shape: number): Weighed[] {
  const { events, months } = sumOf(units)
  // Jeffreys' prior of the mean, which goes with 1/√mean.
  const logPosterior = (logMean: number): number =>
    logMarginal(units, shape, Math.exp(logMean)) + logMean / 2
  const middle = Math.log((events + JEFFREYS_EVENTS) / months)
  const best = argmax(logPosterior, middle - REACH, middle + REACH, NEAR)
  const away = 0.05
  const bend =
    (2 * logPosterior(best) - logPosterior(best - away) - logPosterior(best + away)) / away ** 2
  const deviation = 1 / Math.sqrt(bend)
  const step = ((RIGHT - LEFT) * deviation) / (MEANS - 1)
  return Array.from({ length: MEANS }, (_, index) => {
    const logMean = best + LEFT * deviation + index * step
    return { shape, mean: Math.exp(logMean), logWeight: logPosterior(logMean) + Math.log(step) }
  })
}

/**
 * Shapes evenly spread on a logarithmic scale, each with its prior weight: before the counts
 * are seen, the typical unit is as likely to keep any share of its own record as any other
 * (the uniform shrinkage prior, Christiansen and Morris 1997), half of it at `typical` events.
 */
function shapesUpTo(most: number, typical: number): { shape: number; share: number }[] {
  if (most <= JEFFREYS_EVENTS) return [{ shape: JEFFREYS_EVENTS, share: 1 }]
  const ratio = most / JEFFREYS_EVENTS
  return Array.from({ length: SHAPES }, (_, index) => {
    const shape = JEFFREYS_EVENTS * ratio ** (index / (SHAPES - 1))
    const isEnd = index === 0 || index === SHAPES - 1
    return { shape, share: ((isEnd ? 0.5 : 1) * shape) / (shape + typical) ** 2 }
  })
}

/** Candidates with less than this share of the likeliest one's weight are let go. */
const NEGLIGIBLE = 1e-6

/**
 * What a wider class tells of a narrower one, which counts as one more unit beside the
 * pairs that the wider class has besides: where the narrower class is unlike them, units
 * differ much, and little is borrowed.
 *
 * Shapes are between a half, which is as vague as Jeffreys' prior, and the events of the
 * wider class plus a half: a rate is never better known than the events it was learnt from
 * allow. Undefined where the wider class has no exposure of its own.
 */
export function priorFrom(rest: readonly Exposed[], own: Exposed): SharedPrior | undefined {
  const wider = sumOf(rest)
  if (!(wider.months > 0)) return undefined
  const units = own.months > 0 ? [own, ...rest] : rest
  const typical = Math.max(sumOf(units).events / units.length, JEFFREYS_EVENTS)
  const weighed = shapesUpTo(wider.events + JEFFREYS_EVENTS, typical).flatMap(({ shape, share }) =>
    meansFor(units, shape).map((each) => ({
      ...each,
      logWeight: each.logWeight + Math.log(share),
    })),
  )
  const most = weighed.reduce((top, { logWeight }) => Math.max(top, logWeight), -Infinity)
  const kept = weighed
    .map(({ shape, mean, logWeight }) => ({ shape, mean, weight: Math.exp(logWeight - most) }))
    .filter(({ weight }) => weight > NEGLIGIBLE)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  return {
    candidates: kept.map(({ shape, mean, weight }) => ({
      events: shape,
      months: shape / mean,
      weight: weight / total,
    })),
  }
}

/** A class's rate after it has borrowed. */
export interface Pooled {
  readonly rate: GammaRate
  /** The share that the wider class has in the pooled mean, 0 to 1. */
  readonly weightOfWider: number
}

/**
 * Adds what the class has seen itself to what its wider class says of such classes: the
 * Gamma distribution with the mean and variance of what all candidates say together.
 */
export function pool(own: Exposed, { candidates }: SharedPrior): Pooled {
  let mean = 0
  let square = 0
  let weightOfWider = 0
  for (const { events, months, weight } of candidates) {
    const [shape, exposure] = [events + own.events, months + own.months]
    const rate = shape / exposure
    mean += weight * rate
    square += weight * (shape / exposure ** 2 + rate ** 2)
    weightOfWider += (weight * months) / exposure
  }
  const variance = square - mean ** 2
  return { rate: { events: mean ** 2 / variance, months: mean / variance }, weightOfWider }
}
