import { mixBits, sobolCoordinate } from './sobol'

/**
 * Independent scrambles that the draws of a run are dealt to in turn. The spread
 * of their means is the numerical standard error.
 */
export const REPLICATES = 8

/** The replicate that a draw belongs to. */
export const replicateOf = (draw: number): number => draw % REPLICATES

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
  for (let offset = 0; offset < target.length; offset++) {
    const draw = firstDraw + offset
    const replicate = replicateOf(draw)
    const u = sobolCoordinate((draw - replicate) / REPLICATES, dimension, keys[replicate] as number)
    target[offset] = Math.log(u / (1 - u))
  }
}
