import type { ExponentialPlan } from './kernel'

/**
 * How exp(Q) of a month is computed whose fastest rate of leaving a rung is `speed`:
 * by Taylor's series of Q/2^s + θ·I and s squarings. The shift by θ makes every term
 * positive, so that rates of very different size keep their relative accuracy; each
 * squaring doubles the error at most, so rates up to a thousand a month lose about
 * three digits of sixteen.
 */
export function planExponential(speed: number): ExponentialPlan {
  const squarings = Math.max(0, Math.ceil(Math.log2(speed / LARGEST_STEP)))
  const scale = 2 ** -squarings
  const theta = speed * scale
  const terms = termsFor(theta, SERIES_ERROR * scale)
  return { terms, squarings, scale, theta, decay: Math.exp(-theta) }
}

const LARGEST_STEP = 0.5
/** What the series may leave out in a month: far below the 1e-9 that is promised. */
const SERIES_ERROR = 1e-13

/** Fewest terms of the series of e^θ that leave out less than the error allowed. */
function termsFor(theta: number, error: number): number {
  let term = theta
  let terms = 1
  while (term > error) {
    terms++
    term *= theta / terms
  }
  return terms
}
