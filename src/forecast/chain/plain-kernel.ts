import { type Generator, LANES } from './generator'
import type { Kernel, Places } from './kernel'

/** The kernel in plain TypeScript: what the other has to equal, and what runs where it may not. */
export const plainKernel = (): Kernel => ({
  floats: (length) => new Float64Array(length),
  integers: (length) => new Int32Array(length),
  multiplyByShifted,
  multiply,
  takeStep,
  recordLoss,
  recordOccupancy,
})

/** Row by row over the few moves there are. */
function multiplyByShifted(
  { size, moveCount, from, to, rates, exits }: Generator,
  scale: number,
  theta: number,
  matrix: Float64Array,
  target: Float64Array,
): void {
  const lanes = LANES
  const width = size * lanes
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const entry = row * width + column * lanes
      const identity = row === column ? 1 : 0
      for (let lane = 0; lane < lanes; lane++) {
        const stay = theta - (exits[row * lanes + lane] as number) * scale
        target[entry + lane] = identity + stay * (matrix[entry + lane] as number)
      }
    }
  }
  for (let move = 0; move < moveCount; move++) {
    const into = (from[move] as number) * width
    const source = (to[move] as number) * width
    for (let at = 0; at < width; at++) {
      const factor = (rates[move * lanes + (at % lanes)] as number) * scale
      target[into + at] = (target[into + at] as number) + factor * (matrix[source + at] as number)
    }
  }
}

function multiply(
  rows: number,
  size: number,
  left: Float64Array,
  right: Float64Array,
  target: Float64Array,
): void {
  const lanes = LANES
  const width = size * lanes
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) {
      let a = row * width + (at % lanes)
      let b = at
      let sum = (left[a] as number) * (right[b] as number)
      for (let inner = 1; inner < size; inner++) {
        a += lanes
        b += width
        sum += (left[a] as number) * (right[b] as number)
      }
      target[row * width + at] = sum
    }
  }
}

function takeStep(
  { size, moveCount, from, to, rates, exits }: Generator,
  scale: number,
  weight: number,
  step: Float64Array,
  next: Float64Array,
  state: Float64Array,
): void {
  const lanes = LANES
  const length = size * lanes
  for (let at = 0; at < length; at++) {
    next[at] = (step[at] as number) * (1 - (exits[at] as number) * scale)
  }
  for (let move = 0; move < moveCount; move++) {
    const source = (from[move] as number) * lanes
    const into = (to[move] as number) * lanes
    for (let lane = 0; lane < lanes; lane++) {
      const factor = (rates[move * lanes + lane] as number) * scale
      next[into + lane] = (next[into + lane] as number) + (step[source + lane] as number) * factor
    }
  }
  for (let at = 0; at < length; at++) {
    state[at] = (state[at] as number) + weight * (next[at] as number)
  }
}

const asProbability = (value: number): number => Math.min(Math.max(value, 0), 1)

function recordLoss(size: number, state: Float64Array, target: Float64Array, at: number): void {
  const lanes = LANES
  for (let lane = 0; lane < lanes; lane++) {
    let left = 0
    for (let rung = 0; rung < size; rung++) left += state[rung * lanes + lane] as number
    target[at + lane] = asProbability(1 - left)
  }
}

function recordOccupancy(
  state: Float64Array,
  weights: Float64Array,
  target: Float64Array,
  { on, above, severity, stride }: Places,
): void {
  const lanes = LANES
  for (let lane = 0; lane < lanes; lane++) {
    let higher = 0
    let severe = 0
    for (let rung = weights.length - 1; rung >= 0; rung--) {
      const probability = asProbability(state[rung * lanes + lane] as number)
      higher = Math.min(higher + probability, 1)
      severe = Math.min(severe + probability * (weights[rung] as number), 1)
      target[on + rung * stride + lane] = probability
      target[above + rung * stride + lane] = higher
    }
    target[severity + lane] = severe
  }
}
