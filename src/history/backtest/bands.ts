import { groupBy } from '../pairs'
import { quantile } from '../resampling'
import type { Question } from './judging'
import type { BandedId } from './rolling'

/**
 * How well a band of judgment holds. It says how far the forecast is uncertain because its
 * rates are, so single events cannot test it; groups of forecasts that were the same can.
 */
export interface BandCoverage {
  readonly model: BandedId
  /** 0.5 or 0.9: the share that ought to lie within. */
  readonly nominal: number
  /** Groups: origins of one year and rung, and of one class or pair. */
  readonly groups: number
  /** The share of groups whose number of events lay within, once chance is added to the band. */
  readonly withChance: number
  /** Groups large enough for their share of events to be held against the band itself. */
  readonly largeGroups: number
  /** The share of those whose share of events lay in the band alone; absent without any. */
  readonly alone?: number
}

export const BANDS = [0.5, 0.9] as const

/** Forecasts that make a group large. */
const LARGE = 20

/** The chances of 0 to n events among n, averaged over the draws of their chance. */
export function countChances(draws: Float64Array, n: number): Float64Array {
  const chances = new Float64Array(n + 1)
  for (const p of draws) {
    const held = Math.min(Math.max(p, 1e-9), 1 - 1e-9)
    const logOdds = Math.log(held / (1 - held))
    let logTerm = n * Math.log1p(-held)
    for (let count = 0; count <= n; count++) {
      chances[count] = (chances[count] as number) + Math.exp(logTerm) / draws.length
      logTerm += Math.log((n - count) / (count + 1)) + logOdds
    }
  }
  return chances
}

/**
 * How much of a count lies between the quantiles that a central band leaves out on each
 * side. Counts jump over quantiles: one that lies across an end is in the band in part, so
 * that on average exactly the nominal share of well-forecast counts is in it.
 */
export function shareInBand(chances: Float64Array, count: number, nominal: number): number {
  const tail = (1 - nominal) / 2
  const below = chances.subarray(0, count).reduce((sum, each) => sum + each, 0)
  const own = chances[count] as number
  const inside = Math.min(below + own, 1 - tail) - Math.max(below, tail)
  return own > 0 ? Math.max(0, inside) / own : 0
}

interface Group {
  readonly draws: Float64Array
  readonly events: number
  readonly count: number
}

function groupsOf(question: Question, outcome: number, model: BandedId): Group[] {
  const indices = question.rolled.map((_, index) => index)
  const groups = groupBy(indices, (index) => question.rolled[index]?.draws[model])
  return [...groups].map(([draws, members]) => ({
    draws: draws?.reach[outcome] as Float64Array,
    events: members.reduce((sum, at) => sum + (question.outcomes[at] as number), 0),
    count: members.length,
  }))
}

function isInBandAlone({ draws, events, count }: Group, nominal: number): boolean {
  const ordered = [...draws].sort((x, y) => x - y)
  const share = events / count
  return (
    quantile(ordered, (1 - nominal) / 2) <= share && share <= quantile(ordered, (1 + nominal) / 2)
  )
}

/** @param outcome a place in OUTCOMES, the one the question is about */
export function bandCoverage(question: Question, outcome: number, model: BandedId): BandCoverage[] {
  const groups = groupsOf(question, outcome, model)
  const large = groups.filter(({ count }) => count >= LARGE)
  return BANDS.map((nominal) => {
    const within = groups.reduce(
      (sum, { draws, count, events }) =>
        sum + shareInBand(countChances(draws, count), events, nominal),
      0,
    )
    const alone = large.filter((group) => isInBandAlone(group, nominal)).length
    return {
      model,
      nominal,
      groups: groups.length,
      withChance: within / groups.length,
      largeGroups: large.length,
      ...(large.length > 0 && { alone: alone / large.length }),
    }
  })
}
