/**
 * The rates of a Markov chain on the lowest `size` rungs of a ladder. What leaves
 * them (to rungs above, or by a response) is lost, which is how the chance of a
 * first arrival is computed: what has not arrived is what is left.
 */
export interface Generator {
  size: number
  /** Moves that stay within, as parallel lists; `moveCount` of them are in use. */
  moveCount: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly rates: Float64Array
  /** Total rate of leaving each rung, within or not. */
  readonly exits: Float64Array
}

/** A generator with room for so many rungs and moves; its values are set for each draw. */
export const emptyGenerator = (rungs: number, moves: number): Generator => ({
  size: rungs,
  moveCount: 0,
  from: new Int32Array(moves),
  to: new Int32Array(moves),
  rates: new Float64Array(moves),
  exits: new Float64Array(rungs),
})

/** The highest total rate of leaving a rung. */
export function fastestExit({ size, exits }: Generator): number {
  let fastest = 0
  for (let rung = 0; rung < size; rung++) fastest = Math.max(fastest, exits[rung] as number)
  return fastest
}
