import type { Cell } from './cells'
import { ALL_STATES, type State } from './ladder'
import { keyOf } from './pairs'

/** Events of one move over the exposure to it, in months. */
export interface Exposed {
  readonly events: number
  readonly months: number
}

/** One move between rungs, as a class of cells has it. */
export interface MoveTally extends Exposed {
  readonly from: State
  readonly to: State
  /** Different disputes among the events: pairs of one dispute are not independent. */
  readonly disputes: number
  /** Events whose rung would be one with deaths if unknown deaths were counted. */
  readonly unknownDeaths: number
  /** By pair, for what differs between them. */
  readonly byPair: ReadonlyMap<number, Exposed>
}

/** A step that turned out to be a move was, on average, exposed for half of its month. */
const EXPOSED_WHEN_MOVING = 0.5

/** Months of exposure on a rung: whole ones, less half of those in which it was left. */
const exposureOf = ({ months, moves }: Cell, from: State): number =>
  (months[from] as number) -
  (1 - EXPOSED_WHEN_MOVING) * moves.filter((move) => move.from === from).length

interface Sum {
  events: number
  months: number
}

/** Counts the moves from one rung to another over the cells, all together and by pair. */
export function tallyMove(cells: readonly Cell[], from: State, to: State): MoveTally {
  const byPair = new Map<number, Sum>()
  const disputes = new Set<number>()
  const total: Sum = { events: 0, months: 0 }
  let unknownDeaths = 0
  for (const cell of cells) {
    const months = exposureOf(cell, from)
    if (months === 0) continue
    const key = keyOf(cell.pair)
    const sum = byPair.get(key) ?? { events: 0, months: 0 }
    byPair.set(key, sum)
    const moves = cell.moves.filter((move) => move.from === from && move.to === to)
    for (const each of [sum, total]) {
      each.events += moves.length
      each.months += months
    }
    for (const move of moves) disputes.add(move.dispute)
    unknownDeaths += moves.filter((move) => move.hasUnknownDeaths).length
  }
  return { from, to, ...total, disputes: disputes.size, unknownDeaths, byPair }
}

/** What a wider class has beyond a narrower one within it, so that nothing counts twice. */
export function withoutNarrower(wider: MoveTally, narrower: MoveTally): readonly Exposed[] {
  const rest: Exposed[] = []
  for (const [key, { events, months }] of wider.byPair) {
    const own = narrower.byPair.get(key) ?? { events: 0, months: 0 }
    const left = { events: events - own.events, months: months - own.months }
    if (left.months > 0) rest.push(left)
  }
  return rest
}

/** The moves that a level of the record can show: out of calm alone, or all of them. */
export const movesFrom = (states: readonly State[]): readonly { from: State; to: State }[] =>
  states.flatMap((from) => ALL_STATES.filter((to) => to !== from).map((to) => ({ from, to })))
