import { fastestExit, type Generator } from './generator'

/**
 * One month of a chain by uniformization (Jensen 1953): the state after n of the
 * steps of a Poisson process, weighted by the chance of n steps. All terms are
 * positive, so nothing cancels. Takes about as many steps as the fastest rate.
 *
 * @param state row vector of probabilities, overwritten with that of a month later
 * @param scratch two vectors of at least the generator's size
 */
export function advanceByUniformization(
  state: Float64Array,
  generator: Generator,
  scratch: readonly [Float64Array, Float64Array],
): void {
  const { size, moveCount, from, to, rates, exits } = generator
  const speed = fastestExit(generator)
  if (speed === 0) return
  const [step, next] = scratch
  let weight = Math.exp(-speed)
  for (let rung = 0; rung < size; rung++) {
    step[rung] = state[rung] as number
    state[rung] = (state[rung] as number) * weight
  }
  for (let n = 1; n < speed || weight > NEGLIGIBLE; n++) {
    for (let rung = 0; rung < size; rung++) {
      next[rung] = (step[rung] as number) * (1 - (exits[rung] as number) / speed)
    }
    for (let move = 0; move < moveCount; move++) {
      const target = to[move] as number
      next[target] =
        (next[target] as number) +
        ((step[from[move] as number] as number) * (rates[move] as number)) / speed
    }
    weight *= speed / n
    for (let rung = 0; rung < size; rung++) {
      const value = next[rung] as number
      step[rung] = value
      state[rung] = (state[rung] as number) + weight * value
    }
  }
}

/** The weights past the last one taken add up to no more than a few times this. */
const NEGLIGIBLE = 1e-16
