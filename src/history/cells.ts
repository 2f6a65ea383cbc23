import type { State } from './ladder'
import type { Pair, Relation } from './pairs'

/**
 * What a pair of states did in a year, as far as one level of the record tells it: the
 * months it stood on each rung, and its moves. Steps from one month to the next belong
 * to the year of the later month, so that what is known at the end of a year is in the
 * cells up to that year, and in them alone.
 */
export interface Cell {
  readonly pair: Pair
  readonly year: number
  readonly relation: Relation
  /**
   * Whether the quarrel is between two states alone; undefined where the pair is at
   * peace, so that its months are exposure to quarrels of either kind.
   */
  readonly isBilateral: boolean | undefined
  /** Steps that began on each rung, of which some were moves. */
  readonly months: readonly number[]
  readonly moves: readonly Move[]
}

export interface Move {
  readonly from: State
  readonly to: State
  readonly dispute: number
  readonly isBilateral: boolean
  /** The rung would be one with deaths if those not known were counted. */
  readonly hasUnknownDeaths: boolean
}
