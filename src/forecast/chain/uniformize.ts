import { fastestExit, type Generator, LANES } from './generator'

/**
 * One month of a chain by uniformization (Jensen 1953): the state after n of the
 * steps of a Poisson process, weighted by the chance of n steps. All terms are
 * positive, so nothing cancels. Takes about as many steps as the fastest rate.
 *
 * @param state row vectors of probabilities, per rung, per lane; overwritten with
 *   those of a month later
 * @param scratch two such vectors
 */
export function advanceByUniformization(
  state: Float64Array,
  generator: Generator,
  scratch: readonly [Float64Array, Float64Array],
): void {
  const speed = fastestExit(generator)
  if (speed === 0) return
  const length = generator.size * LANES
  let [step, next] = scratch
  let weight = Math.exp(-speed)
  for (let index = 0; index < length; index++) {
    const value = state[index] as number
    step[index] = value
    state[index] = value * weight
  }
  for (let n = 1; n < speed || weight > NEGLIGIBLE; n++) {
    takeStep(generator, 1 / speed, step, next)
    weight *= speed / n
    for (let index = 0; index < length; index++) {
      state[index] = (state[index] as number) + weight * (next[index] as number)
    }
    ;[step, next] = [next, step]
  }
}

/** The weights past the last one taken add up to no more than a few times this. */
const NEGLIGIBLE = 1e-14

/** next = step·(I + Q·scale) */
function takeStep(
  { size, moveCount, from, to, rates, exits }: Generator,
  scale: number,
  step: Float64Array,
  next: Float64Array,
): void {
  for (let index = 0; index < size * LANES; index++) {
    next[index] = (step[index] as number) * (1 - (exits[index] as number) * scale)
  }
  for (let move = 0; move < moveCount; move++) {
    const source = (from[move] as number) * LANES
    const target = (to[move] as number) * LANES
    const rate = move * LANES
    for (let lane = 0; lane < LANES; lane++) {
      next[target + lane] =
        (next[target + lane] as number) +
        (step[source + lane] as number) * (rates[rate + lane] as number) * scale
    }
  }
}
