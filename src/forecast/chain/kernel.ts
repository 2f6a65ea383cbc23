import type { Arrays, Generator } from './generator'

/**
 * The inner loops of the chain, over all lanes. There are two of them, plain and
 * with vector instructions, which give the same bits; every array they are handed
 * has to come from the kernel itself.
 */
export interface Kernel extends Arrays {
  /** target = I + (Q·scale + θ·I)·matrix */
  multiplyByShifted(
    generator: Generator,
    scale: number,
    theta: number,
    matrix: Float64Array,
    target: Float64Array,
  ): void
  /** target = left·right, `rows` rows of left with a square matrix of `size` */
  multiply(
    rows: number,
    size: number,
    left: Float64Array,
    right: Float64Array,
    target: Float64Array,
  ): void
  /** next = step·(I + Q·scale), and state += weight·next */
  takeStep(
    generator: Generator,
    scale: number,
    weight: number,
    step: Float64Array,
    next: Float64Array,
    state: Float64Array,
  ): void
  /** target[at …] = 1 − the sum of the lowest `size` rungs of state, within 0 to 1 */
  recordLoss(size: number, state: Float64Array, target: Float64Array, at: number): void
  /**
   * Each rung's probability, that of being on it or above, and the severity, whose
   * weights are shares of 1.
   */
  recordOccupancy(
    state: Float64Array,
    weights: Float64Array,
    target: Float64Array,
    at: Places,
  ): void
}

/** Where in a list of values something is written: offsets of the lowest rung's lanes. */
export interface Places {
  readonly on: number
  readonly above: number
  readonly severity: number
  /** From a rung's lanes to those of the rung above it. */
  readonly stride: number
}
