import type { History } from '../base-rates'
import { CALM, STATES, type StateName } from '../ladder'
import { yearOf } from '../months'
import { pairText } from '../pairs'
import type { Records } from '../records'
import { type Interval, meanInterval, resampling } from '../resampling'
import { type BandCoverage, bandCoverage } from './bands'
import {
  type ClusterOf,
  type Judged,
  type ModelScore,
  type Question,
  questionOf,
  type ReliabilityBin,
  rankedScores,
  reliabilityOf,
  scoreModel,
} from './judging'
import { HORIZONS, OUTCOMES, originsOf } from './origins'
import {
  BANDED,
  type BandedId,
  MODELS,
  type ModelId,
  type RolledForecast,
  rollingForecasts,
  SCORED,
} from './rolling'
import { type SecondSpeed, secondSpeedOf } from './second-speed'

/** What `track-record.json` holds. Chances are shares of 1; intervals are 95 %, by resampling disputes. */
export interface TrackRecord {
  readonly format: 'brink-track-record'
  readonly formatVersion: 1
  readonly fromYear: number
  readonly toYear: number
  readonly origins: {
    /** Months of pairs above calm. */
    readonly pairMonths: number
    readonly pairs: number
    readonly disputes: number
  }
  readonly samples: number
  readonly models: readonly { readonly id: ModelId; readonly label: string }[]
  /** Over all outcomes and horizons together: how often what was called 10 % came. */
  readonly called: readonly Reliability[]
  readonly questions: readonly QuestionRecord[]
  readonly ranked: readonly RankedRecord[]
  readonly secondSpeed: SecondSpeed
}

/** What was said and what came, by bins of what was said. */
export interface Reliability {
  readonly model: BandedId
  readonly bins: readonly ReliabilityBin[]
}

/** One outcome at one horizon. */
export interface QuestionRecord {
  readonly outcome: StateName
  readonly months: number
  readonly forecasts: number
  /** Forecasts after which it came. */
  readonly events: number
  readonly disputes: number
  readonly disputesWithEvents: number
  readonly scores: readonly ModelScore[]
  readonly reliability: readonly Reliability[]
  readonly bands: readonly BandCoverage[]
}

export interface RankedRecord {
  readonly months: number
  readonly forecasts: number
  readonly scores: readonly {
    readonly model: ModelId
    readonly score: Interval
    readonly againstClimatology: Interval
  }[]
}

export const MODEL_LABELS: Readonly<Record<ModelId, string>> = {
  ladder: 'The ladder with its class’s base rates',
  'ladder-pair': 'The ladder with the pair’s own record joined to its class’s',
  climatology: 'Climatology: how often it came before, whatever the rung',
  'rung-climatology': 'How often it came before from the same rung',
  persistence: 'Persistence: everything stays as it is',
  'two-speeds': 'The ladder with two speeds on four rungs',
  'two-speeds-calm': 'The ladder with two speeds in calm',
  'two-speeds-threat': 'The ladder with two speeds at threat or display',
  'two-speeds-force': 'The ladder with two speeds at use of force',
  'two-speeds-deaths': 'The ladder with two speeds at use of force with deaths',
}

export interface BackTestSettings {
  readonly fromYear: number
  readonly toYear: number
  readonly samples: number
  readonly seed: number
}

export const SETTINGS: BackTestSettings = { fromYear: 1996, toYear: 2014, samples: 1000, seed: 1 }

const NONE: Interval = { value: 0, low: 0, high: 0 }

/** Disputes as numbers from 0. */
function clustersOf(rolled: readonly RolledForecast[]): { clusterOf: ClusterOf; count: number } {
  const disputes = [...new Set(rolled.map(({ origin }) => origin.dispute))].sort((x, y) => x - y)
  const places = new Map(disputes.map((dispute, index) => [dispute, index]))
  return { clusterOf: ({ origin }) => places.get(origin.dispute) ?? 0, count: disputes.length }
}

const questionIn = ({ rolled, clusterOf }: Judged, outcome: number, months: number): Question =>
  questionOf(rolled, outcome, months, SCORED, clusterOf)

function questionRecord(judged: Judged, outcome: number, months: number): QuestionRecord {
  const question = questionIn(judged, outcome, months)
  const { outcomes, cluster } = question
  return {
    outcome: STATES[OUTCOMES[outcome] ?? CALM],
    months,
    forecasts: outcomes.length,
    events: outcomes.reduce((sum, each) => sum + each, 0),
    disputes: new Set(cluster).size,
    disputesWithEvents: new Set(cluster.filter((_, at) => outcomes[at] === 1)).size,
    scores: SCORED.map((model) => scoreModel(question, model, judged.samples)),
    reliability: BANDED.map((model) => ({
      model,
      bins: reliabilityOf(question, model, judged.samples),
    })),
    bands: BANDED.flatMap((model) => bandCoverage(question, outcome, model)),
  }
}

const PLACES = OUTCOMES.flatMap((_, outcome) => HORIZONS.map((months) => ({ outcome, months })))

/** Every forecast of every question, whatever it was about. */
function calledRecord(judged: Judged, model: BandedId): Reliability {
  const questions = PLACES.map(({ outcome, months }) => questionIn(judged, outcome, months))
  const all: Question = {
    rolled: questions.flatMap(({ rolled }) => rolled),
    outcomes: questions.flatMap(({ outcomes }) => outcomes),
    cluster: questions.flatMap(({ cluster }) => cluster),
    forecasts: new Map([[model, questions.flatMap(({ forecasts }) => forecasts.get(model) ?? [])]]),
  }
  return { model, bins: reliabilityOf(all, model, judged.samples) }
}

function rankedRecord({ rolled, clusterOf, samples }: Judged, months: number): RankedRecord {
  const own = rolled.filter((each) => each.months === months)
  const base = rankedScores(own, 'climatology', clusterOf).values
  return {
    months,
    forecasts: own.length,
    scores: SCORED.map((model) => {
      const { values, cluster } = rankedScores(own, model, clusterOf)
      const less = values.map((value, at) => value - (base[at] as number))
      return {
        model,
        score: meanInterval(samples, { values, cluster }) ?? NONE,
        againstClimatology: meanInterval(samples, { values: less, cluster }) ?? NONE,
      }
    }),
  }
}

/** Runs the whole back-test. */
export function trackRecord(
  records: Records,
  history: History,
  { fromYear, toYear, samples: sampleCount, seed }: BackTestSettings = SETTINGS,
): TrackRecord {
  const origins = originsOf(records, history.panel)
  const rolled = rollingForecasts(history, origins, { fromYear, toYear, horizons: HORIZONS })
  const { clusterOf, count } = clustersOf(rolled)
  const samples = resampling(count, sampleCount, seed)
  const judged: Judged = { rolled, clusterOf, samples }
  const own = origins.filter(({ month }) => yearOf(month) >= fromYear && yearOf(month) <= toYear)
  return {
    format: 'brink-track-record',
    formatVersion: 1,
    fromYear,
    toYear,
    origins: {
      pairMonths: own.length,
      pairs: new Set(own.map(({ pair }) => pairText(pair))).size,
      disputes: new Set(own.map(({ dispute }) => dispute)).size,
    },
    samples: sampleCount,
    models: MODELS.map((id) => ({ id, label: MODEL_LABELS[id] })),
    called: BANDED.map((model) => calledRecord(judged, model)),
    questions: PLACES.map(({ outcome, months }) => questionRecord(judged, outcome, months)).filter(
      ({ forecasts }) => forecasts > 0,
    ),
    ranked: HORIZONS.map((months) => rankedRecord(judged, months)),
    secondSpeed: secondSpeedOf(records, history, judged),
  }
}
