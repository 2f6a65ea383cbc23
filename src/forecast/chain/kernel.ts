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
}
