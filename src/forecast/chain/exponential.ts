import { fastestExit, type Generator } from './generator'

/**
 * exp(Q) of a month, by Taylor's series of Q/2^s + θ·I and s squarings. The shift
 * by θ makes every term positive, so that rates of very different size keep their
 * relative accuracy; each squaring doubles the error at most, so rates up to a
 * thousand a month lose about three digits of sixteen.
 *
 * @param result row-major matrix of `size` rows, overwritten
 * @param scratch a matrix of the same size
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
  sumSeries(generator, scale, theta, result, scratch)
  const decay = Math.exp(-theta)
  for (let index = 0; index < size * size; index++)
    result[index] = (result[index] as number) * decay
  for (let squaring = 0; squaring < squarings; squaring++) square(result, scratch, size)
}

const LARGEST_STEP = 0.5

/** Fewest terms after which the rest of the series of e^θ is below rounding. */
function termsFor(theta: number): number {
  let term = theta
  let terms = 1
  while (term > 1e-17) {
    terms++
    term *= theta / terms
  }
  return terms
}

/** Σ Bⁿ/n! by Horner's rule, B = Q·scale + θ·I, which has no negative entry. */
function sumSeries(
  generator: Generator,
  scale: number,
  theta: number,
  result: Float64Array,
  scratch: Float64Array,
): void {
  const { size } = generator
  setIdentity(result, size)
  for (let n = termsFor(theta); n > 0; n--) {
    multiplyByShifted(generator, scale / n, theta / n, result, scratch)
    for (let index = 0; index < size * size; index++) result[index] = scratch[index] as number
    for (let rung = 0; rung < size; rung++) {
      result[rung * (size + 1)] = (result[rung * (size + 1)] as number) + 1
    }
  }
}

/** target = (Q·scale + θ·I)·matrix, row by row over the few moves there are. */
function multiplyByShifted(
  { size, moveCount, from, to, rates, exits }: Generator,
  scale: number,
  theta: number,
  matrix: Float64Array,
  target: Float64Array,
): void {
  for (let row = 0; row < size; row++) {
    const stay = Math.max(0, theta - (exits[row] as number) * scale)
    for (let column = 0; column < size; column++) {
      target[row * size + column] = stay * (matrix[row * size + column] as number)
    }
  }
  for (let move = 0; move < moveCount; move++) {
    const row = (from[move] as number) * size
    const source = (to[move] as number) * size
    const factor = (rates[move] as number) * scale
    for (let column = 0; column < size; column++) {
      target[row + column] =
        (target[row + column] as number) + factor * (matrix[source + column] as number)
    }
  }
}

function setIdentity(matrix: Float64Array, size: number): void {
  matrix.fill(0, 0, size * size)
  for (let rung = 0; rung < size; rung++) matrix[rung * (size + 1)] = 1
}

function square(matrix: Float64Array, scratch: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0
      for (let inner = 0; inner < size; inner++) {
        sum += (matrix[row * size + inner] as number) * (matrix[inner * size + column] as number)
      }
      scratch[row * size + column] = sum
    }
  }
  for (let index = 0; index < size * size; index++) matrix[index] = scratch[index] as number
}

/** state = state·matrix for a row vector. */
export function advanceByMatrix(
  state: Float64Array,
  matrix: Float64Array,
  size: number,
  scratch: Float64Array,
): void {
  for (let column = 0; column < size; column++) {
    let sum = 0
    for (let row = 0; row < size; row++) {
      sum += (state[row] as number) * (matrix[row * size + column] as number)
    }
    scratch[column] = sum
  }
  for (let rung = 0; rung < size; rung++) state[rung] = scratch[rung] as number
}
