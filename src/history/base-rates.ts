import type { Cell } from './cells'
import {
  cellsOf,
  classNamed,
  type Level,
  pairClass,
  type ReferenceClass,
  WIDE_CLASSES,
} from './classes'
import { type GammaRate, JEFFREYS_EVENTS, meanOfRate, quantileOfRate } from './gamma-rate'
import { ALL_STATES, CALM, STATES, type State, type StateName, THREAT } from './ladder'
import { type Onsets, onsetsFrom } from './onsets'
import { type Pair, pairText } from './pairs'
import { type Panel, panelCells, panelFrom } from './panel'
import { pool, priorFrom, type SharedPrior } from './pooling'
import type { Records } from './records'
import { type MoveTally, movesFrom, tallyMove, withoutNarrower } from './tally'

/** A rate per month with what is known of it; events and months are a Gamma's shape and rate. */
export interface RateEstimate {
  readonly events: number
  readonly months: number
  readonly mean: number
  /** The interval that holds the rate with nine chances in ten. */
  readonly low: number
  readonly high: number
}

export interface TransitionRate {
  readonly from: StateName
  /** `any` adds up the rungs that an onset may lead to. */
  readonly to: StateName | 'any'
  readonly level: Level
  /** Moves counted, between pairs of states. */
  readonly events: number
  /** Different disputes that the moves belong to. */
  readonly disputes: number
  /** Exposure, in months of pairs. */
  readonly months: number
  /** Of the events, those whose rung would be one with deaths if unknown deaths were counted. */
  readonly unknownDeaths: number
  /** From the class's own record; absent without exposure. */
  readonly own?: RateEstimate
  /** After borrowing from the wider class; absent where there is none. */
  readonly pooled?: RateEstimate
  /** The share of the wider class in the pooled mean, 0 to 1. */
  readonly weightOfWider?: number
  /** The class borrowed from: the next wider one that has exposure beyond this one's. */
  readonly borrowsFrom?: string
}

export interface ClassRates {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly source: string
  /** First and last year that count, at each level; absent where the class has no such level. */
  readonly dispute?: LevelSummary
  readonly incident?: LevelSummary
  readonly transitions: readonly TransitionRate[]
}

export interface LevelSummary {
  readonly fromYear: number
  readonly toYear: number
  /** Pairs of states with exposure. */
  readonly pairs: number
}

/** Everything the record says, once, for any number of classes. */
export interface History {
  readonly onsets: Onsets
  readonly panel: Panel
  readonly cells: Readonly<Record<Level, readonly Cell[]>>
}

export function historyFrom(records: Records): History {
  const onsets = onsetsFrom(records)
  const panel = panelFrom(records)
  return { onsets, panel, cells: { dispute: onsets.cells, incident: panelCells(records, panel) } }
}

const SOURCES: Readonly<Record<Level, string>> = {
  dispute:
    'MID 5.0, disputes and participants (Palmer et al. 2022); Direct Contiguity 3.2 (Stinnett et al. 2002); State System Membership 2016 (Correlates of War Project); Strategic Rivalries (Thompson, Rasler, Ganguly 2021)',
  incident:
    'MID 5.0, incidents (Palmer et al. 2022); Direct Contiguity 3.2 (Stinnett et al. 2002); Strategic Rivalries (Thompson, Rasler, Ganguly 2021)',
}

const FIRST_INCIDENT_YEAR = 1993
const LAST_YEAR = 2014

export function estimateOf(rate: GammaRate): RateEstimate {
  return {
    ...rate,
    mean: meanOfRate(rate),
    low: quantileOfRate(rate, 0.05),
    high: quantileOfRate(rate, 0.95),
  }
}

/** Onset leads from calm alone; incidents show every move. */
const statesLeft: Readonly<Record<Level, readonly State[]>> = {
  dispute: [CALM],
  incident: ALL_STATES,
}

type Labels = Pick<TransitionRate, 'from' | 'to' | 'level'>

/** A class's cells, then those of the wider classes that it may borrow from, the next one first. */
interface Family {
  readonly own: readonly Cell[]
  readonly wider: readonly { readonly id: string; readonly cells: readonly Cell[] }[]
}

interface Borrowed {
  readonly prior: SharedPrior
  readonly id: string
}

/** The prior of the next wider class that has exposure besides. */
function borrow(own: MoveTally, { wider }: Family): Borrowed | undefined {
  for (const { id, cells } of wider) {
    const prior = priorFrom(withoutNarrower(tallyMove(cells, own.from, own.to), own), own)
    if (prior) return { prior, id }
  }
  return undefined
}

/** A transition's row: what was counted, and what follows alone and with the wider class. */
function rowOf(labels: Labels, tally: MoveTally, family: Family): TransitionRate {
  const { events, months, disputes, unknownDeaths } = tally
  const borrowed = borrow(tally, family)
  const pooled = borrowed && pool(tally, borrowed.prior)
  return {
    ...labels,
    events,
    disputes,
    months,
    unknownDeaths,
    ...(months > 0 && { own: estimateOf({ events: events + JEFFREYS_EVENTS, months }) }),
    ...(pooled && {
      pooled: estimateOf(pooled.rate),
      weightOfWider: pooled.weightOfWider,
      borrowsFrom: borrowed.id,
    }),
  }
}

/** Puts the moves out of calm together, so that onset has a rate of its own. */
const asAny = (cells: readonly Cell[]): Cell[] =>
  cells.map((cell) => ({
    ...cell,
    moves: cell.moves.map((move) => ({ ...move, to: THREAT, hasUnknownDeaths: false })),
  }))

function rowsAt(level: Level, family: Family): TransitionRate[] {
  const rows = movesFrom(statesLeft[level]).map(({ from, to }) =>
    rowOf({ from: STATES[from], to: STATES[to], level }, tallyMove(family.own, from, to), family),
  )
  if (level === 'incident') return rows
  const any: Family = {
    own: asAny(family.own),
    wider: family.wider.map(({ id, cells }) => ({ id, cells: asAny(cells) })),
  }
  const labels: Labels = { from: 'calm', to: 'any', level }
  return [...rows, rowOf(labels, tallyMove(any.own, CALM, THREAT), any)]
}

/** Cells of a class at a level, up to the end of a year. */
const cellsUpTo = (cells: readonly Cell[], each: ReferenceClass, toYear: number): Cell[] =>
  cellsOf(each, cells).filter(({ year }) => year <= toYear)

/** The classes that contain a class, the next wider one first. */
function widerThan(each: ReferenceClass, level: Level): ReferenceClass[] {
  const id = each.borrowsFrom[level]
  const parent = id === undefined ? undefined : classNamed(id)
  return parent ? [parent, ...widerThan(parent, level)] : []
}

/** The transitions of a class at one of its levels, from the record up to the end of a year. */
export function transitionsAt(
  { cells }: Pick<History, 'cells'>,
  each: ReferenceClass,
  level: Level,
  toYear = LAST_YEAR,
): readonly TransitionRate[] {
  const wider = widerThan(each, level).map((parent) => ({
    id: parent.id,
    cells: cellsUpTo(cells[level], parent, toYear),
  }))
  return rowsAt(level, { own: cellsUpTo(cells[level], each, toYear), wider })
}

function summaryOf({ cells }: History, each: ReferenceClass, level: Level): LevelSummary {
  const own = cellsOf(each, cells[level])
  return {
    fromYear: level === 'incident' ? FIRST_INCIDENT_YEAR : each.fromYear,
    toYear: LAST_YEAR,
    pairs: new Set(own.map(({ pair }) => pairText(pair))).size,
  }
}

export const classRates = (history: History, each: ReferenceClass): ClassRates => ({
  id: each.id,
  label: each.label,
  description: each.description,
  source: each.levels.map((level) => SOURCES[level]).join('. '),
  ...Object.fromEntries(each.levels.map((level) => [level, summaryOf(history, each, level)])),
  transitions: each.levels.flatMap((level) => transitionsAt(history, each, level)),
})

/** The library: the wide classes, then those of the pairs that are asked for. */
export function baseRatesOf(
  history: History,
  pairs: readonly { readonly pair: Pair; readonly name: string }[],
): readonly ClassRates[] {
  const ofPairs = pairs.map(({ pair, name }) => pairClass(pair, history.cells.dispute, name))
  return [...WIDE_CLASSES, ...ofPairs].map((each) => classRates(history, each))
}
