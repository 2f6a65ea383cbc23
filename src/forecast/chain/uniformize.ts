import { fastestExit, type Generator, LANES } from './generator'
import type { Kernel } from './kernel'

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
  kernel: Kernel,
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
    weight *= speed / n
    kernel.takeStep(generator, 1 / speed, weight, step, next, state)
    ;[step, next] = [next, step]
  }
}

/** The weights past the last one taken add up to no more than a few times this. */
const NEGLIGIBLE = 1e-14
