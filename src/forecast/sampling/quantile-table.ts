import { betaLogDensity, betaTails } from './beta-distribution'
import { gammaLogDensity, gammaTails, type LogTails } from './gamma-distribution'

/**
 * A quantile function as a table: the transformed quantile y(s), s = logit of the
 * probability, at equal steps of s, with its slope. Between the nodes it is
 * interpolated by cubic Hermite polynomials, to about 1e-7.
 *
 * On these scales both tails are nearly straight lines (y is ln x for a Gamma and
 * logit x for a Beta distribution), so a coarse table serves.
 */
export interface QuantileTable {
  readonly values: Float64Array
  /** dy/ds times the step. */
  readonly slopes: Float64Array
}

/** Reaches past the logits of the smallest and largest point, ±22.9 for 32 bits. */
const LARGEST_LOGIT = 23
const STEPS_PER_UNIT = 12
const NODES = 2 * LARGEST_LOGIT * STEPS_PER_UNIT + 1

interface Distribution {
  readonly tails: (y: number) => LogTails
  readonly logDensity: (y: number) => number
}

/** Solves logit F(y) = s by Newton's method from a near guess. */
function solve(distribution: Distribution, s: number, guess: number): { y: number; slope: number } {
  let y = guess
  let slope = 1
  for (let iteration = 0; iteration < 60; iteration++) {
    const { lower, upper } = distribution.tails(y)
    slope = Math.exp(lower + upper - distribution.logDensity(y))
    const step = (s - (lower - upper)) * slope
    y += step
    if (Math.abs(step) < 1e-11 * (1 + Math.abs(y))) break
  }
  return { y, slope }
}

function tabulate(distribution: Distribution, center: number): QuantileTable {
  const values = new Float64Array(NODES)
  const slopes = new Float64Array(NODES)
  const step = 1 / STEPS_PER_UNIT
  const middle = (NODES - 1) / 2
  for (const direction of [1, -1]) {
    let guess = center
    for (let node = middle; node >= 0 && node < NODES; node += direction) {
      const solved = solve(distribution, (node - middle) * step, guess)
      values[node] = solved.y
      slopes[node] = solved.slope * step
      guess = solved.y + direction * step * solved.slope
    }
  }
  return { values, slopes }
}

const CACHED_TABLES = 256
const cache = new Map<string, QuantileTable>()

/** Tables depend on the shape alone, and a moved slider asks for the same shapes again. */
function remembered(key: string, make: () => QuantileTable): QuantileTable {
  const known = cache.get(key)
  if (known) return known
  if (cache.size >= CACHED_TABLES) cache.clear()
  const made = make()
  cache.set(key, made)
  return made
}

/** Table of ln X, X ~ Gamma(shape, rate 1); shape > 0. */
export const gammaQuantiles = (shape: number): QuantileTable =>
  remembered(`gamma ${shape}`, () =>
    tabulate(
      {
        tails: (y) => gammaTails(shape, y),
        logDensity: (y) => gammaLogDensity(shape, y),
      },
      Math.log(shape) - 1 / (3 * shape),
    ),
  )

/** Table of logit X, X ~ Beta(a, b); a and b from 1. */
export const betaQuantiles = (a: number, b: number): QuantileTable =>
  remembered(`beta ${a} ${b}`, () =>
    tabulate(
      {
        tails: (y) => betaTails(a, b, y),
        logDensity: (y) => betaLogDensity(a, b, y),
      },
      Math.log(a / b),
    ),
  )

/** y at the logit s of a probability; s is held within ±23. */
export function interpolate(table: QuantileTable, s: number): number {
  const position = Math.min(
    Math.max((s + LARGEST_LOGIT) * STEPS_PER_UNIT, 0),
    NODES - 1 - Number.EPSILON * NODES,
  )
  const node = Math.min(Math.floor(position), NODES - 2)
  const t = position - node
  const { values, slopes } = table
  const y0 = values[node] as number
  const y1 = values[node + 1] as number
  const m0 = slopes[node] as number
  const m1 = slopes[node + 1] as number
  const rise = y1 - y0
  return y0 + t * (m0 + t * (3 * rise - 2 * m0 - m1 + t * (m0 + m1 - 2 * rise)))
}
