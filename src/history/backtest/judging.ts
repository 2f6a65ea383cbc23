import {
  type Clustered,
  type Interval,
  meanInterval,
  quantile,
  type Resampling,
} from '../resampling'
import {
  binsOf,
  brierOf,
  type Decomposition,
  decompose,
  logarithmicOf,
  rankedProbabilityOf,
} from '../scores'
import { hasReached, OUTCOMES } from './origins'
import type { ModelId, RolledForecast } from './rolling'

/** How good one forecaster was at one question. */
export interface ModelScore {
  readonly model: ModelId
  readonly brier: Interval
  /** Brier score less that of climatology; below 0 is better than the base rate alone. */
  readonly brierAgainstClimatology: Interval
  readonly logarithmic: Interval
  readonly logarithmicAgainstClimatology: Interval
  readonly decomposition: Decomposition
  /** How far forecasts reach from their mean: the quantiles at 5, 50 and 95 %, and the deviation. */
  readonly sharpness: {
    readonly low: number
    readonly median: number
    readonly high: number
    readonly deviation: number
  }
}

export interface ReliabilityBin {
  readonly from: number
  readonly count: number
  readonly disputes: number
  readonly meanForecast: number
  readonly observed: number
  /** 95 % interval of the observed share, by resampling disputes. */
  readonly low: number
  readonly high: number
}

/** The forecasts of one outcome at one horizon from below it, in the order of the origins. */
export interface Question {
  readonly outcomes: readonly number[]
  readonly cluster: readonly number[]
  readonly forecasts: ReadonlyMap<ModelId, readonly number[]>
  readonly rolled: readonly RolledForecast[]
}

export type ClusterOf = (forecast: RolledForecast) => number

/** Rolled forecasts with what their scores are resampled by. */
export interface Judged {
  readonly rolled: readonly RolledForecast[]
  readonly clusterOf: ClusterOf
  readonly samples: Resampling
}

/** @param outcome a place in OUTCOMES */
export function questionOf(
  rolled: readonly RolledForecast[],
  outcome: number,
  months: number,
  models: readonly ModelId[],
  clusterOf: ClusterOf,
): Question {
  const rung = OUTCOMES[outcome] as (typeof OUTCOMES)[number]
  const own = rolled.filter((each) => each.months === months && each.origin.state < rung)
  return {
    rolled: own,
    outcomes: own.map(({ origin }) => Number(hasReached(origin, rung, months))),
    cluster: own.map(clusterOf),
    forecasts: new Map(
      models.map((model) => [model, own.map(({ said }) => said[model].reach[outcome] as number)]),
    ),
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const sorted = (values: readonly number[]): number[] => [...values].sort((x, y) => x - y)

function sharpnessOf(forecasts: readonly number[]): ModelScore['sharpness'] {
  const ordered = sorted(forecasts)
  const middle = mean(forecasts)
  return {
    low: quantile(ordered, 0.05),
    median: quantile(ordered, 0.5),
    high: quantile(ordered, 0.95),
    deviation: Math.sqrt(mean(forecasts.map((each) => (each - middle) ** 2))),
  }
}

const NONE: Interval = { value: 0, low: 0, high: 0 }

type Score = (forecast: number, outcome: number) => number

/** The scores of a forecaster, and of that less those of another. */
function scored(
  question: Question,
  model: ModelId,
  score: Score,
  samples: Resampling,
): { own: Interval; against: Interval } {
  const valuesOf = (id: ModelId): number[] =>
    (question.forecasts.get(id) ?? []).map((forecast, at) =>
      score(forecast, question.outcomes[at] as number),
    )
  const own = valuesOf(model)
  const base = valuesOf('climatology')
  const interval = (values: readonly number[]): Interval =>
    meanInterval(samples, { values, cluster: question.cluster }) ?? NONE
  return {
    own: interval(own),
    against: interval(own.map((value, at) => value - (base[at] as number))),
  }
}

export function scoreModel(question: Question, model: ModelId, samples: Resampling): ModelScore {
  const forecasts = question.forecasts.get(model) ?? []
  const brier = scored(question, model, brierOf, samples)
  const logarithmic = scored(question, model, logarithmicOf, samples)
  return {
    model,
    brier: brier.own,
    brierAgainstClimatology: brier.against,
    logarithmic: logarithmic.own,
    logarithmicAgainstClimatology: logarithmic.against,
    decomposition: decompose(forecasts, question.outcomes),
    sharpness: sharpnessOf(forecasts),
  }
}

/** What was said and what came, by bins of what was said. */
export function reliabilityOf(
  question: Question,
  model: ModelId,
  samples: Resampling,
): ReliabilityBin[] {
  const forecasts = question.forecasts.get(model) ?? []
  const bins = binsOf(forecasts, question.outcomes)
  return bins.map((bin, index) => {
    const to = bins[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const inside = forecasts.flatMap((each, at) => (each >= bin.from && each < to ? [at] : []))
    const clustered: Clustered = {
      values: inside.map((at) => question.outcomes[at] as number),
      cluster: inside.map((at) => question.cluster[at] as number),
    }
    const { low, high } = meanInterval(samples, clustered) ?? NONE
    return { ...bin, disputes: new Set(clustered.cluster).size, low, high }
  })
}

/** The ranked probability score over the rungs at a horizon, from every origin. */
export function rankedScores(
  rolled: readonly RolledForecast[],
  model: ModelId,
  clusterOf: ClusterOf,
): Clustered {
  return {
    values: rolled.map(({ origin, months, said }) =>
      rankedProbabilityOf(said[model].states, origin.later[months - 1] ?? 0),
    ),
    cluster: rolled.map(clusterOf),
  }
}
