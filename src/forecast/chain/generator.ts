/**
 * Draws that are propagated together. Every array of a chain has a place for each of
 * these lanes beside each other, so that the inner loops are long and plain; few
 * enough that a chain's matrices stay in the nearest cache.
 */
export const LANES = 32

/**
 * The rates of a Markov chain on the lowest `size` rungs of a ladder, for a lane of
 * draws. What leaves those rungs (to rungs above, or by a response) is lost, which is
 * how the chance of a first arrival is computed: what has not arrived is what is left.
 */
export interface Generator {
  size: number
  /** Where each rung's moves end in the list of moves, which begins with the lowest rung's. */
  readonly rowEnds: Int32Array
  /** Per move the rung it goes to, rising among the moves of a rung. */
  readonly to: Int32Array
  /** Per move, per lane. */
  readonly rates: Float64Array
  /** Total rate of leaving each rung, within or not; per rung, per lane. */
  readonly exits: Float64Array
}

/** Where arrays of numbers come from. */
export interface Arrays {
  floats(length: number): Float64Array
  integers(length: number): Int32Array
}

/** A generator with room for so many rungs and moves; its values are set for each lane of draws. */
export const emptyGenerator = (arrays: Arrays, rungs: number, moves: number): Generator => ({
  size: rungs,
  rowEnds: arrays.integers(rungs),
  to: arrays.integers(moves),
  rates: arrays.floats(moves * LANES),
  exits: arrays.floats(rungs * LANES),
})

/** The highest total rate of leaving a rung, over all lanes. */
export function fastestExit({ size, exits }: Generator): number {
  let fastest = 0
  for (let index = 0; index < size * LANES; index++) {
    const exit = exits[index] as number
    if (exit > fastest) fastest = exit
  }
  return fastest
}
