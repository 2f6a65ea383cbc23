import type { Cell, Move } from './cells'
import { CALM, FORCE, knownDeaths, type State, stateOf } from './ladder'
import { LAST_MONTH, type Month, monthOf, yearOf } from './months'
import { groupBy, isBilateral, keyOf, type Pair, pairOf, pairOfKey, relationsOf } from './pairs'
import type { Incident, Participant, Records } from './records'

/**
 * The level of incidents: the highest rung of each month for each pair of states, from
 * January 1993. The file has incidents of 1992 too, but only those of the eight disputes
 * that went on into 1993, which would make 1992 look longer and fiercer than it was.
 */
export interface Panel {
  readonly histories: readonly PairHistory[]
  /** Pairs in incidents of force of which the deaths are not known, in months. */
  readonly monthsOfUnknownDeaths: number
}

export interface PairHistory {
  readonly pair: Pair
  /** By month from FIRST_PANEL_MONTH to LAST_MONTH. */
  readonly states: readonly State[]
  /** The dispute of each month's highest incident; in quiet months that of the last one; 0 before any. */
  readonly disputes: readonly number[]
  readonly hasUnknownDeaths: readonly boolean[]
  /** Months since the last incident: 0 in a month with one, Infinity before any. */
  readonly quiet: readonly number[]
}

export const FIRST_PANEL_MONTH = monthOf(1993, 1)
const PANEL_MONTHS = LAST_MONTH - FIRST_PANEL_MONTH + 1

/**
 * Months without an incident count as calm while the last incident is no more than a year
 * away, whether or not the dispute turned out to be over: at the time, nobody knew. A year
 * is the longest horizon that is forecast.
 */
export const QUIET_MONTHS = 12

/** What one incident says of a pair. */
interface Deed {
  readonly state: State
  readonly dispute: number
  readonly hasUnknownDeaths: boolean
}

const deedOf = (dispute: number, one: Participant, other: Participant): Deed => {
  const fatality = knownDeaths(one.fatality, other.fatality)
  const state = stateOf(Math.max(one.hostility, other.hostility), fatality)
  return { state, dispute, hasUnknownDeaths: state === FORCE && fatality === undefined }
}

const isWorse = (deed: Deed, than: Deed | undefined): boolean =>
  !than ||
  deed.state > than.state ||
  (deed.state === than.state && deed.hasUnknownDeaths && !than.hasUnknownDeaths)

/** The worst deed of each month, by pair. */
function deedsByPair(incidents: readonly Incident[]): Map<number, Map<Month, Deed>> {
  const byPair = new Map<number, Map<Month, Deed>>()
  const inOrder = [...incidents].sort((x, y) => x.dispute - y.dispute || x.id - y.id)
  for (const { participants, dispute, from, to } of inOrder) {
    for (const one of participants.filter(({ isSideA }) => isSideA)) {
      for (const other of participants.filter(({ isSideA }) => !isSideA)) {
        const deed = deedOf(dispute, one, other)
        if (deed.state === CALM || one.state === other.state) continue
        const key = keyOf(pairOf(one.state, other.state))
        const months = byPair.get(key) ?? new Map<Month, Deed>()
        byPair.set(key, months)
        for (let month = from; month <= Math.min(to, LAST_MONTH); month++) {
          if (isWorse(deed, months.get(month))) months.set(month, deed)
        }
      }
    }
  }
  return byPair
}

function historyOf(pair: Pair, deeds: ReadonlyMap<Month, Deed>): PairHistory {
  const earlier = [...deeds.keys()].filter((month) => month < FIRST_PANEL_MONTH)
  let last = Math.max(...earlier, Number.NEGATIVE_INFINITY)
  let dispute = deeds.get(last)?.dispute ?? 0
  const months = Array.from({ length: PANEL_MONTHS }, (_, index) => {
    const month = FIRST_PANEL_MONTH + index
    const deed = deeds.get(month)
    if (deed) {
      last = month
      dispute = deed.dispute
    }
    return { deed, dispute, quiet: month - last }
  })
  return {
    pair,
    states: months.map(({ deed }) => deed?.state ?? CALM),
    disputes: months.map((each) => each.dispute),
    hasUnknownDeaths: months.map(({ deed }) => deed?.hasUnknownDeaths ?? false),
    quiet: months.map(({ quiet }) => quiet),
  }
}

export function panelFrom(records: Records): Panel {
  const byPair = [...deedsByPair(records.incidents)].sort(([x], [y]) => x - y)
  const histories = byPair.map(([key, deeds]) => historyOf(pairOfKey(key), deeds))
  const monthsOfUnknownDeaths = histories.reduce(
    (sum, { hasUnknownDeaths }) => sum + hasUnknownDeaths.filter(Boolean).length,
    0,
  )
  return { histories, monthsOfUnknownDeaths }
}

/** A step of a pair from one month to the next, at `index` of its history. */
interface Step {
  readonly index: number
  readonly year: number
  readonly isBilateral: boolean
}

/** Steps that begin in a month with an incident, or not long after one. */
function stepsOf(history: PairHistory, isBilateralDispute: ReadonlyMap<number, boolean>): Step[] {
  return Array.from({ length: PANEL_MONTHS - 1 }, (_, index) => index)
    .filter((index) => (history.quiet[index] as number) <= QUIET_MONTHS)
    .map((index) => ({
      index,
      year: yearOf(FIRST_PANEL_MONTH + index + 1),
      isBilateral: isBilateralDispute.get(history.disputes[index] as number) ?? false,
    }))
}

/** The cells of the panel, each of one year and of one kind of quarrel. */
export function panelCells(records: Records, { histories }: Panel): Cell[] {
  const relationIn = relationsOf(records)
  const bilateral = new Map(records.disputes.map((each) => [each.id, isBilateral(each)]))
  return histories.flatMap((history) => {
    const steps = groupBy(stepsOf(history, bilateral), (step) => `${step.year} ${step.isBilateral}`)
    return [...steps.values()].map((group): Cell => {
      const [{ year, isBilateral: areTwoAlone }] = group as [Step, ...Step[]]
      const months = [0, 0, 0, 0, 0]
      for (const { index } of group) {
        const from = history.states[index] as State
        months[from] = (months[from] as number) + 1
      }
      const moves = group.flatMap(({ index }) => moveAt(history, index, bilateral))
      const relation = relationIn(history.pair, year)
      return { pair: history.pair, year, relation, isBilateral: areTwoAlone, months, moves }
    })
  })
}

function moveAt(
  { states, disputes, hasUnknownDeaths }: PairHistory,
  index: number,
  bilateral: ReadonlyMap<number, boolean>,
): Move[] {
  const from = states[index] as State
  const to = states[index + 1] as State
  if (from === to) return []
  const dispute = disputes[index + 1] as number
  return [
    {
      from,
      to,
      dispute,
      isBilateral: bilateral.get(dispute) ?? false,
      hasUnknownDeaths: hasUnknownDeaths[index + 1] ?? false,
    },
  ]
}
