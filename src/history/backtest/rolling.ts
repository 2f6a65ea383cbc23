import type { History } from '../base-rates'
import { CALM, DEATHS, FORCE, type State, THREAT } from '../ladder'
import { yearOf } from '../months'
import { climatology, type Forecaster, persistence, rungClimatology, type Said } from './baselines'
import type { LadderForecast } from './ladder-forecast'
import { classLadder, type OneSpeed, oneSpeed, pairLadders, twoSpeeds } from './ladders'
import type { Origin } from './origins'
import { RUNGS_WITH_SPEEDS, speedsUpTo } from './two-speeds'

/** Who forecasts: the ladder and its variants, and what it is held against. */
export const MODELS = [
  'ladder',
  'ladder-pair',
  'climatology',
  'rung-climatology',
  'persistence',
  'two-speeds',
  'two-speeds-calm',
  'two-speeds-threat',
  'two-speeds-force',
  'two-speeds-deaths',
] as const

/** Those that every question is scored for; the others serve the question of a second speed alone. */
export const SCORED = [
  'ladder',
  'ladder-pair',
  'climatology',
  'rung-climatology',
  'persistence',
  'two-speeds',
] as const

export type ModelId = (typeof MODELS)[number]

/** Those whose bands are judged. */
export const BANDED = ['ladder', 'ladder-pair'] as const

export type BandedId = (typeof BANDED)[number]

/** All forecasters of a year, fitted on the years before it. */
interface YearModels {
  readonly forecasters: Readonly<Record<ModelId, Forecaster>>
  readonly banded: Readonly<Record<BandedId, (origin: Origin) => OneSpeed>>
}

function byKey<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** The ladders of a year: of each class, and of each pair, made when first asked for. */
function laddersOf(history: History, year: number) {
  const model = byKey((classId: string) => classLadder(history, classId, year))
  const ofPairs = byKey((classId: string) => pairLadders(history, classId, year))
  const single = byKey((classId: string) => oneSpeed(model(classId)))
  const ofPair = byKey((key: string) => {
    const [classId = '', a, b] = key.split(' ')
    return oneSpeed(ofPairs(classId)({ a: Number(a), b: Number(b) }))
  })
  return {
    model,
    banded: {
      ladder: ({ classId }: Origin) => single(classId),
      'ladder-pair': ({ classId, pair }: Origin) => ofPair(`${classId} ${pair.a} ${pair.b}`),
    },
  }
}

/** Fits everything on what the record knew at the end of the year before. */
function yearModels(history: History, origins: readonly Origin[], year: number): YearModels {
  const { model, banded } = laddersOf(history, year)
  const speeds = speedsUpTo(history.panel, year - 1)
  const withSecondSpeed = (states: readonly State[]): Forecaster => {
    const own = speeds.filter(({ state }) => states.includes(state))
    const ofClass = byKey((classId: string) => twoSpeeds(model(classId), own))
    return (origin, months) => ofClass(origin.classId)(origin, months)
  }
  return {
    banded,
    forecasters: {
      ladder: (origin, months) => banded.ladder(origin).forecaster(origin, months),
      'ladder-pair': (origin, months) => banded['ladder-pair'](origin).forecaster(origin, months),
      climatology: climatology(origins, year),
      'rung-climatology': rungClimatology(origins, year),
      persistence,
      'two-speeds': withSecondSpeed(RUNGS_WITH_SPEEDS),
      'two-speeds-calm': withSecondSpeed([CALM]),
      'two-speeds-threat': withSecondSpeed([THREAT]),
      'two-speeds-force': withSecondSpeed([FORCE]),
      'two-speeds-deaths': withSecondSpeed([DEATHS]),
    },
  }
}

/** One forecast of everybody, with what it was about. */
export interface RolledForecast {
  readonly origin: Origin
  readonly months: number
  readonly said: Readonly<Record<ModelId, Said>>
  readonly draws: Readonly<Record<BandedId, LadderForecast>>
}

export interface Rolling {
  readonly fromYear: number
  readonly toYear: number
  readonly horizons: readonly number[]
}

/** Rolls through the years: every origin of a year is forecast from what was known before it. */
export function rollingForecasts(
  history: History,
  origins: readonly Origin[],
  { fromYear, toYear, horizons }: Rolling,
): RolledForecast[] {
  const rolled: RolledForecast[] = []
  for (let year = fromYear; year <= toYear; year++) {
    const { forecasters, banded } = yearModels(history, origins, year)
    for (const origin of origins.filter(({ month }) => yearOf(month) === year)) {
      for (const months of horizons.filter((each) => each <= origin.later.length)) {
        const said = Object.fromEntries(
          MODELS.map((id) => [id, forecasters[id](origin, months)]),
        ) as Record<ModelId, Said>
        const draws = {
          ladder: banded.ladder(origin).draws(origin, months),
          'ladder-pair': banded['ladder-pair'](origin).draws(origin, months),
        }
        rolled.push({ origin, months, said, draws })
      }
    }
  }
  return rolled
}
