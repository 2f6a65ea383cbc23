import { sayFigure, sayRate } from '../forecast/rate-words'
import type { PriorReference, RatePrior, RecordMove } from '../forecast/scenario'
import type { BaseRateTable } from './base-rate-table'
import type { ClassRates, LevelSummary, RateEstimate, TransitionRate } from './base-rates'
import { STATE_WORDS, type StateName } from './ladder'

/** A class as it has one move: what was counted, and what is known of the rate. */
export interface ClassRow {
  readonly each: ClassRates
  readonly years: LevelSummary
  readonly row: TransitionRate
  /** With what is borrowed from a wider class where there is one, else from its own record. */
  readonly estimate: RateEstimate
}

type Classes = Pick<BaseRateTable, 'classes'>

export const isSameMove = (a: RecordMove, b: RecordMove): boolean =>
  a.level === b.level && a.from === b.from && a.to === b.to

/** Every move that a class of the library has, dispute level first, each once. */
export function recordMoves({ classes }: Classes): readonly RecordMove[] {
  const moves = classes.flatMap(({ transitions }) => transitions)
  return moves
    .filter((move, place) => moves.findIndex((other) => isSameMove(move, other)) === place)
    .map(({ level, from, to }) => ({ level, from, to }))
}

/** The classes that have a move, in the order of the library. */
export const classRows = ({ classes }: Classes, move: RecordMove): readonly ClassRow[] =>
  classes.flatMap((each) => {
    const row = each.transitions.find((candidate) => isSameMove(candidate, move))
    const estimate = row?.pooled ?? row?.own
    const years = each[move.level]
    return row && estimate && years ? [{ each, years, row, estimate }] : []
  })

/** The row that a reference names; undefined where the library has no such class or move. */
export const rowOfReference = (table: Classes, reference: PriorReference): ClassRow | undefined =>
  classRows(table, reference).find(({ each }) => each.id === reference.class)

/** The digits that the library gives its rates in. */
const DIGITS = 6

/** The prior that has the mean rate of a class and the weight of so many events. */
export const priorFromRecord = ({ mean }: RateEstimate, weight: number): RatePrior => ({
  events: weight,
  months: Number((weight / mean).toPrecision(DIGITS)),
})

/** Calm is not peace at the level of incidents: an incident has been there not long ago. */
const sayMonth = (state: StateName): string => (state === 'calm' ? 'quiet' : STATE_WORDS[state])

/** A move of the record in words, for a list of them. */
export function sayRecordMove({ level, from, to }: RecordMove): string {
  if (to === 'any') return 'peace → a dispute of any kind'
  return level === 'dispute'
    ? `peace → at worst ${STATE_WORDS[to]}`
    : `${sayMonth(from)} → ${sayMonth(to)}`
}

/** What one level of the record is about, for the head of its moves. */
export const LEVEL_WORDS: Readonly<Record<RecordMove['level'], string>> = {
  dispute: 'Falling into a dispute',
  incident: 'From one month to the next, once there has been an incident',
}

const sayShortMove = ({ from, to }: RecordMove): string =>
  `${from} → ${to === 'any' ? 'any dispute' : to}`

/** What a class rests on: `Land neighbours, threat → deaths, incidents 1993–2014: 19 events in 496.5 months (MID 5.0)`. */
export const sayClassRow = ({ each, years, row }: ClassRow): string =>
  `${each.label}, ${sayShortMove(row)}, ${row.level}s ${years.fromYear}–${years.toYear}: ${sayRate({ events: row.events, months: row.months })} (MID 5.0)`

/** How much of a rate is borrowed, and from which class. */
export function sayBorrowed({ classes }: Classes, { row }: ClassRow): string {
  const { weightOfWider, borrowsFrom } = row
  if (weightOfWider === undefined) return 'its own record alone'
  const lender = classes.find(({ id }) => id === borrowsFrom)?.label ?? 'a wider class'
  const percent = Math.round(weightOfWider * 100)
  if (percent >= 100) return `borrowed whole from ${lender}`
  return `borrows ${percent === 0 ? '<\u202f1' : percent}\u202f% from ${lender}`
}

const MONTHS_PER_YEAR = 12

/** How a prior stands to the rate of the class that it rests on. */
export function sayBesideRecord({ estimate }: ClassRow, { events, months }: RatePrior): string {
  const record = sayFigure(estimate.mean * MONTHS_PER_YEAR)
  const prior = sayFigure((events / months) * MONTHS_PER_YEAR)
  return record === prior
    ? `This prior has the rate of the record, ${record} a year.`
    : `The record of this class: ${record} a year; this prior: ${prior} a year.`
}
