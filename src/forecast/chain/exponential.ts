import { fastestExit, type Generator, LANES } from './generator'

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
    multiplyByShifted(generator, scale / n, theta / n, here, there)
    ;[here, there] = [there, here]
  }
  const decay = Math.exp(-theta)
  for (let index = 0; index < size * size * LANES; index++) {
    here[index] = (here[index] as number) * decay
  }
  for (let squaring = 0; squaring < squarings; squaring++) {
    square(here, there, size)
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

/** target = I + (Q·scale + θ·I)·matrix, row by row over the few moves there are. */
function multiplyByShifted(
  { size, moveCount, from, to, rates, exits }: Generator,
  scale: number,
  theta: number,
  matrix: Float64Array,
  target: Float64Array,
): void {
  const width = size * LANES
  for (let row = 0; row < size; row++) {
    const exit = row * LANES
    for (let column = 0; column < size; column++) {
      const entry = row * width + column * LANES
      const identity = row === column ? 1 : 0
      for (let lane = 0; lane < LANES; lane++) {
        target[entry + lane] =
          identity +
          (theta - (exits[exit + lane] as number) * scale) * (matrix[entry + lane] as number)
      }
    }
  }
  for (let move = 0; move < moveCount; move++) {
    const into = (from[move] as number) * width
    const source = (to[move] as number) * width
    const rate = move * LANES
    for (let column = 0; column < width; column += LANES) {
      for (let lane = 0; lane < LANES; lane++) {
        const at = column + lane
        target[into + at] =
          (target[into + at] as number) +
          (rates[rate + lane] as number) * scale * (matrix[source + at] as number)
      }
    }
  }
}

function setIdentity(matrix: Float64Array, size: number): void {
  matrix.fill(0, 0, size * size * LANES)
  for (let rung = 0; rung < size; rung++) {
    const entry = rung * (size + 1) * LANES
    matrix.fill(1, entry, entry + LANES)
  }
}

/** target = matrix·matrix */
function square(matrix: Float64Array, target: Float64Array, size: number): void {
  const width = size * LANES
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      multiplyInto(matrix, row * width, matrix, column * LANES, width, size, target)
    }
  }
}

/** One entry of a product: a row of `left` from `rowAt` with a column of `right` from `columnAt`. */
function multiplyInto(
  left: Float64Array,
  rowAt: number,
  right: Float64Array,
  columnAt: number,
  width: number,
  size: number,
  target: Float64Array,
): void {
  const entry = rowAt + columnAt
  for (let lane = 0; lane < LANES; lane++) {
    target[entry + lane] = (left[rowAt + lane] as number) * (right[columnAt + lane] as number)
  }
  for (let inner = 1; inner < size; inner++) {
    const a = rowAt + inner * LANES
    const b = columnAt + inner * width
    for (let lane = 0; lane < LANES; lane++) {
      target[entry + lane] =
        (target[entry + lane] as number) + (left[a + lane] as number) * (right[b + lane] as number)
    }
  }
}

/** state = state·matrix for row vectors, per rung, per lane. */
export function advanceByMatrix(
  state: Float64Array,
  matrix: Float64Array,
  size: number,
  scratch: Float64Array,
): void {
  const width = size * LANES
  for (let column = 0; column < width; column += LANES) {
    multiplyInto(state, 0, matrix, column, width, size, scratch)
  }
  for (let index = 0; index < width; index++) state[index] = scratch[index] as number
}
