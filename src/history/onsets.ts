import type { Cell, Move } from './cells'
import { CALM, FORCE, knownDeaths, type State, stateOf, WAR } from './ladder'
import { LAST_MONTH, type Month, monthOf } from './months'
import {
  candidatePairs,
  groupBy,
  isBilateral,
  keyOf,
  type Pair,
  type PairDispute,
  pairDisputesOf,
  type Relation,
  relationsOf,
} from './pairs'
import type { Membership, Records } from './records'

/** The level of disputes: how pairs of states at peace fell into one, since 1946. */
export interface Onsets {
  readonly cells: readonly Cell[]
  readonly left: LeftOut
}

/** Pairs of opponents in disputes that are not counted as onsets, and why. */
export interface LeftOut {
  /** Neither contiguous, nor rivals, nor with a major power. */
  readonly outside: number
  /** The pair was in another dispute already. */
  readonly alreadyInDispute: number
}

const FIRST_YEAR = 1946
const LAST_YEAR = 2014

/** A pair belongs to the universe of a year in which it could well come to blows. */
const isRelevant = ({ areContiguous, areRivals, haveMajorPower }: Relation): boolean =>
  areContiguous || areRivals || haveMajorPower

/** War takes two: where one of the pair never fought one, they were not at war with each other. */
function highestState({ one, other }: PairDispute): State {
  const hostility = Math.max(one.hostility, other.hostility)
  const areBothAtWar = one.hostility === 5 && other.hostility === 5
  const state = stateOf(hostility, knownDeaths(one.fatality, other.fatality))
  return state === WAR && !areBothAtWar
    ? stateOf(4, knownDeaths(one.fatality, other.fatality))
    : state
}

const moveOf = (pairDispute: PairDispute): Move => {
  const to = highestState(pairDispute)
  const { one, other, dispute } = pairDispute
  return {
    from: CALM,
    to,
    dispute: dispute.id,
    isBilateral: isBilateral(dispute),
    hasUnknownDeaths: to === FORCE && knownDeaths(one.fatality, other.fatality) === undefined,
  }
}

/** First months of the disputes that began while the pair was in no other, by month. */
function onsetsOf(disputes: readonly PairDispute[]): Map<Month, PairDispute> {
  const onsets = new Map<Month, PairDispute>()
  let end = Number.NEGATIVE_INFINITY
  for (const dispute of [...disputes].sort(
    (x, y) => x.from - y.from || x.dispute.id - y.dispute.id,
  )) {
    if (dispute.from > end) onsets.set(dispute.from, dispute)
    end = Math.max(end, dispute.to)
  }
  return onsets
}

interface PairRecord {
  readonly pair: Pair
  readonly disputes: readonly PairDispute[]
  readonly isMember: (month: Month) => boolean
}

/** A year of a pair: months that began in peace, and whether a dispute came in them. */
function cellOf(
  { pair, disputes, isMember }: PairRecord,
  onsets: ReadonlyMap<Month, PairDispute>,
  year: number,
  relation: Relation,
): Cell {
  const moves: Move[] = []
  let calm = 0
  for (let month = monthOf(year, 1); month <= monthOf(year, 12); month++) {
    const before = month - 1
    const wasInDispute = disputes.some(({ from, to }) => from <= before && before <= to)
    if (wasInDispute || !isMember(month)) continue
    calm++
    const onset = onsets.get(month)
    if (onset) moves.push(moveOf(onset))
  }
  return { pair, year, relation, isBilateral: undefined, months: [calm, 0, 0, 0, 0], moves }
}

function membershipTest(
  memberships: readonly Membership[],
): (state: number, month: Month) => boolean {
  const byState = groupBy(memberships, ({ state }) => state)
  return (state, month) =>
    (byState.get(state) ?? []).some(({ from, to }) => from <= month && month <= to)
}

export function onsetsFrom(records: Records): Onsets {
  const relationIn = relationsOf(records)
  const isMember = membershipTest(records.memberships)
  const recent = pairDisputesOf(records).filter(({ to }) => to >= monthOf(FIRST_YEAR, 1) - 1)
  const byPair = groupBy(recent, ({ pair }) => keyOf(pair))
  const cells: Cell[] = []
  for (const pair of candidatePairs(records)) {
    const disputes = byPair.get(keyOf(pair)) ?? []
    const onsets = onsetsOf(disputes)
    const both = (month: Month): boolean => isMember(pair.a, month) && isMember(pair.b, month)
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      const relation = relationIn(pair, year)
      if (!isRelevant(relation)) continue
      const cell = cellOf({ pair, disputes, isMember: both }, onsets, year, relation)
      if ((cell.months[CALM] ?? 0) > 0) cells.push(cell)
    }
  }
  return { cells, left: leftOut(byPair, cells) }
}

function leftOut(
  byPair: ReadonlyMap<number, readonly PairDispute[]>,
  cells: readonly Cell[],
): LeftOut {
  const began = ({ from }: PairDispute): boolean =>
    from >= monthOf(FIRST_YEAR, 1) && from <= LAST_MONTH
  let all = 0
  let onsets = 0
  for (const disputes of byPair.values()) {
    all += disputes.filter(began).length
    onsets += [...onsetsOf(disputes).values()].filter(began).length
  }
  const counted = cells.reduce((sum, { moves }) => sum + moves.length, 0)
  return { outside: onsets - counted, alreadyInDispute: all - onsets }
}
