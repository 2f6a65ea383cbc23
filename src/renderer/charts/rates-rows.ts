import { countEvidence, type Posterior, posteriorOf } from '../../forecast/base-rates'
import { type RateSummary, summariseRate } from '../../forecast/rate-summary'
import { sayFigure, sayTransition } from '../../forecast/rate-words'
import type { Case, Id, Judgment, Response, Transition } from '../../forecast/scenario'

/** A base rate before and after the case's own evidence. */
export interface RateRow {
  readonly id: Id
  readonly label: string
  readonly move: Transition | Response
  /** Items of evidence that are counted. */
  readonly counted: number
  readonly prior: Posterior
  readonly posterior: Posterior
  /** In events per year. */
  readonly before: RateSummary
  readonly after: RateSummary
}

/** Every transition's base rate, then every response's. */
export function ratesRows(conflictCase: Case, disputed: Judgment['disputed']): RateRow[] {
  const counts = countEvidence(conflictCase, disputed)
  const rowOf = (move: Transition | Response, label: string): RateRow => {
    const counted = counts.get(move.id) ?? 0
    const prior = posteriorOf({ ...move, observedMonths: 0 }, 0)
    const posterior = posteriorOf(move, counted)
    const [before, after] = [summariseRate(prior), summariseRate(posterior)]
    return { id: move.id, label, move, counted, prior, posterior, before, after }
  }
  return [
    ...conflictCase.transitions.map((move) => rowOf(move, sayTransition(conflictCase, move))),
    ...conflictCase.responses.map((move) => rowOf(move, move.label)),
  ]
}

/** A scale of events per year that names powers of ten; places are shares of its length. */
export interface RateAxis {
  readonly place: (perYear: number) => number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** Of rates that may come near never, only so much below the lowest mean is shown. */
const DEEPEST = 30

/** A scale may end at 1 or 3 times a power of ten. */
const endsBeside = (log: number): readonly number[] => {
  const power = Math.floor(log)
  return [power, power + Math.log10(3), power + 1]
}
const roundDown = (log: number): number => endsBeside(log).findLast((end) => end <= log) ?? log
const roundUp = (log: number): number => endsBeside(log).find((end) => end >= log) ?? log

/** The scale that holds all the intervals. */
export function rateAxis(rows: readonly Pick<RateRow, 'before' | 'after'>[]): RateAxis {
  const rates = rows.flatMap(({ before, after }) => [before, after]).filter(({ mean }) => mean > 0)
  const lowest = rates.reduce((least, { mean }) => Math.min(least, mean), 1)
  const from = rates.reduce((least, { p05 }) => Math.min(least, p05), 1)
  const to = rates.reduce((most, { p95 }) => Math.max(most, p95), 1)
  const low = roundDown(Math.log10(Math.max(from, lowest / DEEPEST)))
  const high = Math.max(roundUp(Math.log10(to)), low + 1)
  const place = (perYear: number): number =>
    Math.min(Math.max((Math.log10(perYear) - low) / (high - low), 0), 1)
  const first = Math.ceil(low)
  const powers = Array.from(
    { length: Math.floor(high) - first + 1 },
    (_, step) => 10 ** (first + step),
  )
  return { place, ticks: powers.map((power) => ({ at: place(power), label: sayFigure(power) })) }
}

/** A rate's interval on the scale; undefined for a rate of zero, which has no place on it. */
export interface RateInterval {
  readonly low: number
  readonly mean: number
  readonly high: number
}

export const intervalOn = (
  { place }: RateAxis,
  { p05, mean, p95 }: RateSummary,
): RateInterval | undefined =>
  mean > 0 ? { low: place(p05), mean: place(mean), high: place(p95) } : undefined
