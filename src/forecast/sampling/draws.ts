import { mixBits, scrambledCoordinate, sobolDigits } from './sobol'

/**
 * Independent scrambles that the draws of a run are dealt to in turn. The spread
 * of their means is the numerical standard error.
 */
export const REPLICATES = 8

/**
 * The logit of each draw's probability for one uncertain quantity.
 *
 * It depends on the draw, the dimension and the seed alone, never on how the draws
 * are split up, and not on the judged values: a moved slider meets the same points.
 */
export function fillLogits(
  target: Float64Array,
  dimension: number,
  seed: number,
  firstDraw: number,
): void {
  const keys = Array.from({ length: REPLICATES }, (_, replicate) =>
    mixBits(seed, replicate, dimension),
  )
  let index = -1
  let digits = 0
  for (let offset = 0; offset < target.length; offset++) {
    const draw = firstDraw + offset
    const replicate = draw % REPLICATES
    const ownIndex = (draw - replicate) / REPLICATES
    if (ownIndex !== index) {
      index = ownIndex
      digits = sobolDigits(index, dimension)
    }
    const u = scrambledCoordinate(digits, keys[replicate] as number)
    target[offset] = Math.log(u / (1 - u))
  }
}
