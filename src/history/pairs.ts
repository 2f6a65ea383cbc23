import type { Dispute, DisputeParticipant, PairYears, Records, Span } from './records'

/** Two states that may face each other, by their Correlates of War codes, the lower one first. */
export interface Pair {
  readonly a: number
  readonly b: number
}

const PAIR_KEY = 1000

/** One number for a pair; codes have three digits. */
export const keyOf = ({ a, b }: Pair): number => a * PAIR_KEY + b

export const pairOf = (one: number, other: number): Pair =>
  one < other ? { a: one, b: other } : { a: other, b: one }

export const pairOfKey = (key: number): Pair => ({
  a: Math.floor(key / PAIR_KEY),
  b: key % PAIR_KEY,
})

/** `373-630` */
export const pairText = ({ a, b }: Pair): string => `${a}-${b}`

export function groupBy<Item, Key>(
  items: readonly Item[],
  keyFrom: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyFrom(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** A dispute as it lay between two states on opposite sides of it. */
export interface PairDispute extends Span {
  readonly pair: Pair
  readonly dispute: Dispute
  readonly one: DisputeParticipant
  readonly other: DisputeParticipant
}

/** Every pair of opponents whose times in a dispute overlap. */
export function pairDisputesOf({ disputes, participants }: Records): PairDispute[] {
  const byDispute = groupBy(participants, ({ dispute }) => dispute)
  return disputes.flatMap((dispute) => {
    const members = byDispute.get(dispute.id) ?? []
    const others = members.filter(({ isSideA }) => !isSideA)
    return members
      .filter(({ isSideA }) => isSideA)
      .flatMap((one) => others.flatMap((other) => facing(dispute, one, other)))
  })
}

function facing(
  dispute: Dispute,
  one: DisputeParticipant,
  other: DisputeParticipant,
): PairDispute[] {
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.to, other.to)
  if (from > to || one.state === other.state) return []
  return [{ pair: pairOf(one.state, other.state), dispute, one, other, from, to }]
}

export const isBilateral = ({ statesOnSideA, statesOnSideB }: Dispute): boolean =>
  statesOnSideA === 1 && statesOnSideB === 1

/** What two states are to each other in a year. */
export interface Relation {
  /** They share a border by land or river. */
  readonly areLandNeighbours: boolean
  /** They share a border, or less than 400 miles of water lie between them. */
  readonly areContiguous: boolean
  readonly areRivals: boolean
  /** One of them at least is a major power. */
  readonly haveMajorPower: boolean
}

export type RelationIn = (pair: Pair, year: number) => Relation

/** Major powers since 1946 by the Correlates of War Project's list (State System Membership 2016). */
export const MAJOR_POWERS: readonly { state: number; fromYear: number }[] = [
  { state: 2, fromYear: 1946 },
  { state: 200, fromYear: 1946 },
  { state: 220, fromYear: 1946 },
  { state: 365, fromYear: 1946 },
  { state: 710, fromYear: 1950 },
  { state: 255, fromYear: 1991 },
  { state: 740, fromYear: 1991 },
]

const LAND_BORDER = 1
/** In the file, kind 0 says that two states were not contiguous. */
const NOT_CONTIGUOUS = 0

export function relationsOf(records: Records): RelationIn {
  const borders = groupBy(records.contiguity, keyOf)
  const rivalries = groupBy(records.rivalries, keyOf)
  const isMajor = (state: number, year: number): boolean =>
    MAJOR_POWERS.some((power) => power.state === state && power.fromYear <= year)
  return (pair, year) => {
    const key = keyOf(pair)
    const holds = ({ fromYear, toYear }: PairYears): boolean => fromYear <= year && year <= toYear
    const now = (borders.get(key) ?? []).filter(holds)
    return {
      areLandNeighbours: now.some(({ kind }) => kind === LAND_BORDER),
      areContiguous: now.some(({ kind }) => kind !== NOT_CONTIGUOUS),
      areRivals: (rivalries.get(key) ?? []).some(holds),
      haveMajorPower: isMajor(pair.a, year) || isMajor(pair.b, year),
    }
  }
}

/** Every pair that could be of the universe at some time: bordering, rivals, or with a major power. */
export function candidatePairs({ contiguity, rivalries, memberships }: Records): Pair[] {
  const states = [...new Set(memberships.map(({ state }) => state))]
  const withMajor = MAJOR_POWERS.flatMap(({ state }) =>
    states.filter((other) => other !== state).map((other) => keyOf(pairOf(state, other))),
  )
  const bordering = contiguity.filter(({ kind }) => kind !== NOT_CONTIGUOUS).map(keyOf)
  const keys = new Set([...bordering, ...rivalries.map(keyOf), ...withMajor])
  return [...keys].sort((x, y) => x - y).map(pairOfKey)
}
