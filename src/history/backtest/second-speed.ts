import type { History } from '../base-rates'
import {
  fitOneSpeed,
  fitTwoSpeeds,
  type HoldingTime,
  largestMisfit,
  meanOf,
  medianOf,
  type Phase,
  type Spell,
} from '../holding-times'
import { STATES, type State, type StateName } from '../ladder'
import { yearOf } from '../months'
import { bilateralNeighbourDisputes } from '../published'
import type { Dispute, Records } from '../records'
import { type Interval, meanInterval } from '../resampling'
import { brierOf } from '../scores'
import { type Judged, rankedScores } from './judging'
import { hasReached, OUTCOMES } from './origins'
import type { ModelId, RolledForecast } from './rolling'
import { RUNGS_WITH_SPEEDS, spellsUpTo } from './two-speeds'

/** How one speed and two speeds fit what lasted, in months on a rung or days of a dispute. */
export interface Misfit {
  readonly what: string
  readonly unit: 'months' | 'days'
  readonly spells: number
  readonly ended: number
  /** Of the spells as observed, those not ended counted as if they had. */
  readonly observed: { readonly median: number; readonly mean: number }
  readonly one: Fit
  readonly two: Fit
}

export interface Fit {
  readonly median: number
  readonly mean: number
  readonly logLikelihood: number
  /** The largest difference of the shares that last. */
  readonly largestMisfit: number
  readonly phases: readonly Phase[]
}

/** The ladder with a second speed less the ladder without: below 0 is better. */
export interface SpeedComparison {
  readonly model: ModelId
  readonly rungs: readonly StateName[]
  /** Ranked probability over the rungs, averaged over the horizons. */
  readonly rankedDifference: Interval
  /** Brier score of reaching use of force, averaged over the horizons. */
  readonly brierForceDifference: Interval
  /** The same for use of force with deaths; it has no part in the rule. */
  readonly brierDeathsDifference: Interval
  readonly passes: boolean
}

export interface SecondSpeed {
  readonly misfits: readonly Misfit[]
  readonly comparisons: readonly SpeedComparison[]
  /** Rungs that the rule of docs/validation.md gives a second speed. */
  readonly rungsGiven: readonly StateName[]
}

const NONE: Interval = { value: 0, low: 0, high: 0 }

function fitOf(spells: readonly Spell[], time: HoldingTime): Fit {
  return {
    median: medianOf(time),
    mean: meanOf(time),
    logLikelihood: time.logLikelihood,
    largestMisfit: largestMisfit(spells, time),
    phases: time.phases,
  }
}

function misfitOf(what: string, unit: Misfit['unit'], spells: readonly Spell[]): Misfit {
  const steps = spells.map((each) => each.steps).sort((x, y) => x - y)
  const middle = (steps.length - 1) / 2
  return {
    what,
    unit,
    spells: spells.length,
    ended: spells.filter(({ hasEnded }) => hasEnded).length,
    observed: {
      median: ((steps[Math.floor(middle)] ?? 0) + (steps[Math.ceil(middle)] ?? 0)) / 2,
      mean: steps.reduce((sum, each) => sum + each, 0) / steps.length,
    },
    one: fitOf(spells, fitOneSpeed(spells)),
    two: fitOf(spells, fitTwoSpeeds(spells)),
  }
}

/** Days of a dispute: half way between the least and the most that its dates allow. */
const daysOf = ({ days: { least, most }, isOpen }: Dispute): Spell => ({
  steps: Math.max(1, Math.round((least + most) / 2)),
  hasEnded: !isOpen,
})

function misfitsOf(records: Records, { panel }: History): Misfit[] {
  const since1946 = records.disputes.filter(({ from }) => yearOf(from) >= 1946)
  const spells = spellsUpTo(panel, 2014)
  return [
    misfitOf('disputes since 1946', 'days', since1946.map(daysOf)),
    misfitOf(
      'bilateral disputes between land neighbours since 1946',
      'days',
      bilateralNeighbourDisputes(records).map(daysOf),
    ),
    ...RUNGS_WITH_SPEEDS.map((rung) =>
      misfitOf(
        STATES[rung],
        'months',
        spells.filter(({ state }) => state === rung),
      ),
    ).filter((each) => each.spells > 0),
  ]
}

/** Each horizon counts the same, though the long ones have fewer forecasts. */
function horizonWeight(rolled: readonly RolledForecast[]): (months: number) => number {
  const counts = new Map<number, number>()
  for (const { months } of rolled) counts.set(months, (counts.get(months) ?? 0) + 1)
  return (months) => rolled.length / (counts.size * (counts.get(months) ?? 1))
}

function rankedDifference({ rolled, clusterOf, samples }: Judged, model: ModelId): Interval {
  const weight = horizonWeight(rolled)
  const one = rankedScores(rolled, 'ladder', clusterOf).values
  const { values, cluster } = rankedScores(rolled, model, clusterOf)
  const less = values.map(
    (value, at) => (value - (one[at] as number)) * weight(rolled[at]?.months ?? 1),
  )
  return meanInterval(samples, { values: less, cluster }) ?? NONE
}

/** @param outcome a place in OUTCOMES */
function brierDifference(
  { rolled, clusterOf, samples }: Judged,
  model: ModelId,
  outcome: number,
): Interval {
  const rung = OUTCOMES[outcome] as State
  const eligible = rolled.filter(({ origin }) => origin.state < rung)
  const weight = horizonWeight(eligible)
  const values = eligible.map(({ origin, months, said }) => {
    const came = Number(hasReached(origin, rung, months))
    const score = (id: ModelId): number => brierOf(said[id].reach[outcome] as number, came)
    return (score(model) - score('ladder')) * weight(months)
  })
  return meanInterval(samples, { values, cluster: eligible.map(clusterOf) }) ?? NONE
}

const VARIANTS: readonly { readonly model: ModelId; readonly rungs: readonly StateName[] }[] = [
  { model: 'two-speeds', rungs: ['calm', 'threat', 'force', 'deaths'] },
  { model: 'two-speeds-calm', rungs: ['calm'] },
  { model: 'two-speeds-threat', rungs: ['threat'] },
  { model: 'two-speeds-force', rungs: ['force'] },
  { model: 'two-speeds-deaths', rungs: ['deaths'] },
]

/** Measures what one speed misses and judges the second one by the rule set beforehand. */
export function secondSpeedOf(records: Records, history: History, judged: Judged): SecondSpeed {
  const comparisons = VARIANTS.map(({ model, rungs }): SpeedComparison => {
    const ranked = rankedDifference(judged, model)
    const brier = brierDifference(judged, model, 0)
    return {
      model,
      rungs,
      rankedDifference: ranked,
      brierForceDifference: brier,
      brierDeathsDifference: brierDifference(judged, model, 1),
      passes: ranked.high < 0 && brier.low <= 0,
    }
  })
  const [all, ...single] = comparisons
  const rungsGiven = all?.passes ? single.flatMap(({ passes, rungs }) => (passes ? rungs : [])) : []
  return { misfits: misfitsOf(records, history), comparisons, rungsGiven }
}
