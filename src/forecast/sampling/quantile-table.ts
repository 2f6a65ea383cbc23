import { logitBetaDistribution } from './beta-distribution'
import { type Distribution, logGammaDistribution } from './gamma-distribution'

/**
 * A quantile function as a table: the transformed quantile y(s), s = logit of the
 * probability, at equal steps of s, with its first two derivatives. Between the nodes
 * it is interpolated by quintic Hermite polynomials, to about 1e-8.
 *
 * On these scales both tails are nearly straight lines (y is ln x for a Gamma and
 * logit x for a Beta distribution), so a coarse table serves. It is worked out from
 * the middle as far as it has been asked for: few draws lie far out.
 */
export interface QuantileTable {
  readonly distribution: Distribution
  /** Nodes known to each side of the middle one. */
  reach: number
  /** Per node y, dy/ds · step, d²y/ds² · step². */
  readonly nodes: Float64Array
}

/** Reaches past the logits of the smallest and largest point, ±22.9 for 32 bits. */
const LARGEST_LOGIT = 23
const STEPS_PER_UNIT = 4
const STEP = 1 / STEPS_PER_UNIT
const MIDDLE = LARGEST_LOGIT * STEPS_PER_UNIT
const NODES = 2 * MIDDLE + 1

/** How far a table reaches at first, and by how much more when that is not enough. */
const FIRST_REACH = 9 * STEPS_PER_UNIT
const FURTHER = 2 * STEPS_PER_UNIT

/** Past the parabola of s in y there is less than 1e-9 to a distance this small. */
const NEAR = 2e-3

/** Solves logit F(y) = s for the node from a near guess, by steps along the parabola of y in s. */
function solveNode({ distribution, nodes }: QuantileTable, node: number, guess: number): void {
  const s = (node - MIDDLE) * STEP
  let y = guess
  for (let iteration = 0; iteration < 60; iteration++) {
    const { lower, upper } = distribution.tails(y)
    const slope = Math.exp(lower + upper - distribution.logDensity(y))
    const skew = Math.exp(upper) - Math.exp(lower) - slope * distribution.slope(y)
    const away = s - (lower - upper)
    const bend = slope * skew
    y += away * (slope + (bend * away) / 2)
    nodes[3 * node] = y
    nodes[3 * node + 1] = (slope + bend * away) * STEP
    nodes[3 * node + 2] = bend * STEP * STEP
    if (Math.abs(away) < NEAR) break
  }
}

/** Goes on outwards, each node guessed by the Taylor polynomial of the one before it. */
function extend(table: QuantileTable, reach: number): void {
  const { nodes } = table
  const known = table.reach
  table.reach = Math.min(Math.max(reach, known + FURTHER), MIDDLE)
  for (const direction of [1, -1]) {
    for (let out = known + 1; out <= table.reach; out++) {
      const node = MIDDLE + direction * out
      const last = 3 * (node - direction)
      const bend = nodes[last + 2] as number
      const turn = out > 1 ? bend - (nodes[last - 3 * direction + 2] as number) : 0
      const rise = direction * (nodes[last + 1] as number) + bend / 2 + turn / 6
      solveNode(table, node, (nodes[last] as number) + rise)
    }
  }
}

function tabulate(distribution: Distribution, center: number): QuantileTable {
  const table = { distribution, reach: 0, nodes: new Float64Array(3 * NODES) }
  solveNode(table, MIDDLE, center)
  extend(table, FIRST_REACH)
  return table
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
    tabulate(logGammaDistribution(shape), Math.log(shape) - 1 / (3 * shape)),
  )

/** Table of logit X, X ~ Beta(a, b); a and b from 1. */
export const betaQuantiles = (a: number, b: number): QuantileTable =>
  remembered(`beta ${a} ${b}`, () => tabulate(logitBetaDistribution(a, b), Math.log(a / b)))

/** Puts y in the place of each of the logits s of probabilities; s is held within ±23. */
export function interpolate(table: QuantileTable, logits: Float64Array): void {
  const { nodes } = table
  for (let i = 0; i < logits.length; i++) {
    const s = logits[i] as number
    const position = Math.min(Math.max((s + LARGEST_LOGIT) * STEPS_PER_UNIT, 0), NODES - 1)
    const node = Math.min(Math.floor(position), NODES - 2)
    const out = Math.max(node + 1 - MIDDLE, MIDDLE - node)
    if (out > table.reach) extend(table, out)
    const t = position - node
    const left = 3 * node
    const y = nodes[left] as number
    const m = nodes[left + 1] as number
    const c = nodes[left + 2] as number
    // What the parabola of the left node lacks in value, slope and curvature at the right one.
    const value = (nodes[left + 3] as number) - (y + m + c / 2)
    const slope = (nodes[left + 4] as number) - (m + c)
    const curvature = ((nodes[left + 5] as number) - c) / 2
    const cubic = 10 * value - 4 * slope + curvature
    const quartic = 7 * slope - 15 * value - 2 * curvature
    const quintic = 6 * value - 3 * slope + curvature
    logits[i] = y + t * (m + t * (c / 2 + t * (cubic + t * (quartic + t * quintic))))
  }
}
