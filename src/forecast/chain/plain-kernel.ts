import { type Generator, LANES } from './generator'
import type { ExponentialPlan, Kernel, OccupancySeries, TallyArrays } from './kernel'

/** The kernel in plain TypeScript: what the other has to equal, and what runs where it may not. */
export const plainKernel = (): Kernel => ({
  floats: (length) => new Float64Array(length),
  integers: (length) => new Int32Array(length),
  giveBack: () => {},
  exponentiate,
  carry,
  takeStep,
  recordLoss,
  recordOccupancy,
  addToTally,
})

/** The moves of a row that stay below the size of the chain, which come first among its own. */
function movesOfRow({ size, rowEnds, to }: Generator, row: number): { start: number; end: number } {
  const start = row === 0 ? 0 : (rowEnds[row - 1] as number)
  let end = start
  while (end < (rowEnds[row] as number) && (to[end] as number) < size) end++
  return { start, end }
}

function exponentiate(
  generator: Generator,
  { terms, squarings, scale, theta, decay }: ExponentialPlan,
  matrix: Float64Array,
  scratch: Float64Array,
): void {
  const { size } = generator
  const width = size * LANES
  // Terms and squarings each leave their answer in the other of the two.
  const isOdd = (terms + squarings) % 2 === 1
  let [here, there] = isOdd ? [scratch, matrix] : [matrix, scratch]
  setIdentity(here, size)
  for (let n = terms; n > 0; n--) {
    multiplyByShifted(generator, scale, theta, 1 / n, here, there)
    ;[here, there] = [there, here]
  }
  for (let at = 0; at < size * width; at++) here[at] = (here[at] as number) * decay
  for (let squaring = 0; squaring < squarings; squaring++) {
    for (let row = 0; row < size; row++)
      multiplyRow(size, here, row * width, here, there, row * width)
    ;[here, there] = [there, here]
  }
}

function setIdentity(matrix: Float64Array, size: number): void {
  matrix.fill(0, 0, size * size * LANES)
  for (let rung = 0; rung < size; rung++) {
    const entry = rung * (size + 1) * LANES
    matrix.fill(1, entry, entry + LANES)
  }
}

/** target = I + (Q·scale + θ·I)·share·matrix */
function multiplyByShifted(
  generator: Generator,
  scale: number,
  theta: number,
  share: number,
  matrix: Float64Array,
  target: Float64Array,
): void {
  const { size, to, rates, exits } = generator
  const lanes = LANES
  const width = size * lanes
  for (let row = 0; row < size; row++) {
    const { start, end } = movesOfRow(generator, row)
    for (let at = 0; at < width; at++) {
      const lane = at % lanes
      const stay = (theta - (exits[row * lanes + lane] as number) * scale) * share
      let sum = stay * (matrix[row * width + at] as number)
      for (let move = start; move < end; move++) {
        const factor = (rates[move * lanes + lane] as number) * scale * share
        sum += factor * (matrix[(to[move] as number) * width + at] as number)
      }
      target[row * width + at] = at - lane === row * lanes ? sum + 1 : sum
    }
  }
}

/** The row vector of left at `at` times matrix, into target at `into`. */
function multiplyRow(
  size: number,
  left: Float64Array,
  at: number,
  matrix: Float64Array,
  target: Float64Array,
  into: number,
): void {
  const lanes = LANES
  const width = size * lanes
  for (let column = 0; column < width; column++) {
    let a = at + (column % lanes)
    let b = column
    let sum = (left[a] as number) * (matrix[b] as number)
    for (let inner = 1; inner < size; inner++) {
      a += lanes
      b += width
      sum += (left[a] as number) * (matrix[b] as number)
    }
    target[into + column] = sum
  }
}

function carry(
  size: number,
  months: number,
  path: Float64Array,
  at: number,
  matrix: Float64Array,
): void {
  const width = size * LANES
  for (let month = 0; month < months; month++) {
    const from = at + month * width
    multiplyRow(size, path, from, matrix, path, from + width)
  }
}

function takeStep(
  generator: Generator,
  scale: number,
  weight: number,
  step: Float64Array,
  next: Float64Array,
  path: Float64Array,
  pathAt: number,
): void {
  const { size, to, rates, exits } = generator
  const lanes = LANES
  const length = size * lanes
  for (let at = 0; at < length; at++) {
    next[at] = (step[at] as number) * (1 - (exits[at] as number) * scale)
  }
  for (let row = 0; row < size; row++) {
    const { start, end } = movesOfRow(generator, row)
    for (let move = start; move < end; move++) {
      const into = (to[move] as number) * lanes
      for (let lane = 0; lane < lanes; lane++) {
        const factor = (rates[move * lanes + lane] as number) * scale
        const moved = (step[row * lanes + lane] as number) * factor
        next[into + lane] = (next[into + lane] as number) + moved
      }
    }
  }
  for (let at = 0; at < length; at++) {
    path[pathAt + at] = (path[pathAt + at] as number) + weight * (next[at] as number)
  }
}

const asProbability = (value: number): number => Math.min(Math.max(value, 0), 1)

function recordLoss(
  size: number,
  vectors: number,
  path: Float64Array,
  target: Float64Array,
  at: number,
): void {
  const lanes = LANES
  for (let place = 0; place < vectors * lanes; place++) {
    const lane = place % lanes
    const vector = (place - lane) * size
    let left = 0
    for (let rung = 0; rung < size; rung++) left += path[vector + rung * lanes + lane] as number
    target[at + place] = asProbability(1 - left)
  }
}

function recordOccupancy(
  { severityWeights, above, severity, stride }: OccupancySeries,
  vectors: number,
  path: Float64Array,
  target: Float64Array,
  at: number,
): void {
  const lanes = LANES
  const size = severityWeights.length
  for (let place = 0; place < vectors * lanes; place++) {
    const lane = place % lanes
    const vector = (place - lane) * size
    const into = at + place
    let higher = 0
    let severe = 0
    for (let rung = size - 1; rung >= 0; rung--) {
      const probability = asProbability(path[vector + rung * lanes + lane] as number)
      higher = Math.min(higher + probability, 1)
      severe = Math.min(severe + probability * (severityWeights[rung] as number), 1)
      target[into + rung * stride] = probability
      const series = above[rung] as number
      if (series >= 0) target[into + series * stride] = higher
    }
    target[into + severity * stride] = severe
  }
}

function addToTally(
  { valueCount, sums, counts, least, most }: TallyArrays,
  rows: Float64Array,
  count: number,
): void {
  const lanes = LANES
  const replicates = sums.length / valueCount
  const bins = counts.length / valueCount
  for (let value = 0; value < valueCount; value++) {
    let low = least[value] as number
    let high = most[value] as number
    for (let place = 0; place < count; place++) {
      const lane = place % lanes
      const x = rows[(place - lane) * valueCount + value * lanes + lane] as number
      const sum = value * replicates + (place % replicates)
      sums[sum] = (sums[sum] as number) + x
      const bin = value * bins + Math.min((x * bins) | 0, bins - 1)
      counts[bin] = (counts[bin] as number) + 1
      if (x < low) low = x
      if (x > high) high = x
    }
    least[value] = low
    most[value] = high
  }
}
