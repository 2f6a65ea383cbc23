import type { Arrays, Generator } from './generator'

/**
 * The inner loops of the chain, over all lanes. There are two of them, plain and
 * with vector instructions, which give the same bits; every array they are handed
 * has to come from the kernel itself. Paths are row vectors of probabilities one
 * after another, each per rung, per lane.
 */
export interface Kernel extends Arrays {
  /** Leaves the kernel, and every array it gave, to the next one that is asked for. */
  giveBack(): void
  /** matrix = exp(Q) by the plan; scratch is such a matrix, and is overwritten */
  exponentiate(
    generator: Generator,
    plan: ExponentialPlan,
    matrix: Float64Array,
    scratch: Float64Array,
  ): void
  /** Each of so many vectors of the path from `at` on is the one before it, times matrix. */
  carry(size: number, months: number, path: Float64Array, at: number, matrix: Float64Array): void
  /** next = step·(I + Q·scale), and the vector of the path at `at` += weight·next */
  takeStep(
    generator: Generator,
    scale: number,
    weight: number,
    step: Float64Array,
    next: Float64Array,
    path: Float64Array,
    at: number,
  ): void
  /** target[at …] = 1 − the sum of each of the first vectors of the path, within 0 to 1 */
  recordLoss(
    size: number,
    vectors: number,
    path: Float64Array,
    target: Float64Array,
    at: number,
  ): void
  /** Of each of the first vectors of the path, into target from `at` on, what `series` says. */
  recordOccupancy(
    series: OccupancySeries,
    vectors: number,
    path: Float64Array,
    target: Float64Array,
    at: number,
  ): void
  /**
   * Adds the first `count` lanes of rows to a tally.
   *
   * @param rows per LANES of draws, per value, per lane, each 0 to 1
   */
  addToTally(tally: TallyArrays, rows: Float64Array, count: number): void
}

/** How the exponential of a month is computed: `terms` of Q·scale + θ·I, then squarings. */
export interface ExponentialPlan {
  readonly terms: number
  readonly squarings: number
  readonly scale: number
  readonly theta: number
  /** e^−θ */
  readonly decay: number
}

/**
 * Where each rung's probability goes (its own place), that of being on it or above,
 * and the severity; places count series of `stride` floats.
 */
export interface OccupancySeries {
  /** Per rung, as shares of 1. */
  readonly severityWeights: Float64Array
  /** Per rung its place, or −1 where it is not wanted. */
  readonly above: Int32Array
  readonly severity: number
  readonly stride: number
}

/** What is kept of many draws, for each value. */
export interface TallyArrays {
  readonly valueCount: number
  /** Per value, per replicate; lanes belong to the replicates in turn. */
  readonly sums: Float64Array
  /** Per value, per bin of 0 to 1. */
  readonly counts: Int32Array
  readonly least: Float64Array
  readonly most: Float64Array
}
