import { fastestExit, type Generator, LANES } from './generator'
import type { Kernel } from './kernel'

/**
 * exp(Q) of a month, by Taylor's series of Q/2^s + θ·I and s squarings. The shift
 * by θ makes every term positive, so that rates of very different size keep their
 * relative accuracy; each squaring doubles the error at most, so rates up to a
 * thousand a month lose about three digits of sixteen.
 *
 * @param result matrices of `size` rows, row-major, per entry, per lane; overwritten
 * @param scratch such matrices
 */
export function exponentiate(
  kernel: Kernel,
  generator: Generator,
  result: Float64Array,
  scratch: Float64Array,
): void {
  const { size } = generator
  const speed = fastestExit(generator)
  const squarings = Math.max(0, Math.ceil(Math.log2(speed / LARGEST_STEP)))
  const scale = 2 ** -squarings
  const theta = speed * scale
  const terms = termsFor(theta, SERIES_ERROR * scale)
  // Terms and squarings each leave their answer in the other of the two.
  const isOdd = (terms + squarings) % 2 === 1
  let [here, there] = isOdd ? [scratch, result] : [result, scratch]
  setIdentity(here, size)
  for (let n = terms; n > 0; n--) {
    kernel.multiplyByShifted(generator, scale / n, theta / n, here, there)
    ;[here, there] = [there, here]
  }
  const decay = Math.exp(-theta)
  for (let index = 0; index < size * size * LANES; index++) {
    here[index] = (here[index] as number) * decay
  }
  for (let squaring = 0; squaring < squarings; squaring++) {
    kernel.multiply(size, size, here, here, there)
    ;[here, there] = [there, here]
  }
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

function setIdentity(matrix: Float64Array, size: number): void {
  matrix.fill(0, 0, size * size * LANES)
  for (let rung = 0; rung < size; rung++) {
    const entry = rung * (size + 1) * LANES
    matrix.fill(1, entry, entry + LANES)
  }
}

/** state = state·matrix for row vectors, per rung, per lane. */
export function advanceByMatrix(
  kernel: Kernel,
  state: Float64Array,
  matrix: Float64Array,
  size: number,
  scratch: Float64Array,
): void {
  if (size === 0) return
  kernel.multiply(1, size, state, matrix, scratch)
  state.set(scratch.subarray(0, size * LANES))
}
