import { fastestExit, type Generator, LANES } from './generator'
import type { Kernel } from './kernel'

/**
 * One month of a chain by uniformization (Jensen 1953): the state after n of the
 * steps of a Poisson process, weighted by the chance of n steps. All terms are
 * positive, so nothing cancels. Takes about as many steps as the fastest rate.
 *
 * @param path row vectors of probabilities, per rung, per lane; the one at `at` is
 *   read, and that of a month later written behind it
 * @param scratch two such vectors
 */
export function advanceByUniformization(
  kernel: Kernel,
  generator: Generator,
  path: Float64Array,
  at: number,
  scratch: readonly [Float64Array, Float64Array],
): void {
  const speed = fastestExit(generator)
  const length = generator.size * LANES
  const after = at + length
  let [step, next] = scratch
  let weight = Math.exp(-speed)
  for (let index = 0; index < length; index++) {
    const value = path[at + index] as number
    step[index] = value
    path[after + index] = value * weight
  }
  for (let n = 1; speed >= SLOWEST && (n < speed || weight > NEGLIGIBLE); n++) {
    weight *= speed / n
    kernel.takeStep(generator, 1 / speed, weight, step, next, path, after)
    ;[step, next] = [next, step]
  }
}

/** Of what is slower a step's length is no number, and nothing of it would show: 2⁻¹⁰²² a month. */
const SLOWEST = 2 ** -1022

/** The weights past the last one taken add up to no more than a few times this. */
const NEGLIGIBLE = 1e-14
