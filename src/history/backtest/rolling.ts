import type { History } from '../base-rates'
import { yearOf } from '../months'
import { climatology, type Forecaster, persistence, rungClimatology, type Said } from './baselines'
import type { LadderForecast, LadderModel } from './ladder-forecast'
import { classLadder, forecastsOf, oneSpeed, pairLadders, twoSpeeds } from './ladders'
import type { Origin } from './origins'
import { speedsUpTo } from './two-speeds'

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

export type ModelId = (typeof MODELS)[number]

/** All forecasters of a year, fitted on the years before it. */
export interface YearModels {
  readonly forecasters: Readonly<Record<ModelId, Forecaster>>
  /** Each draw of the ladder's forecast, for its bands. */
  readonly drawsOf: (origin: Origin, months: number) => LadderForecast
}

function byKey<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** Fits everything on what the record knew at the end of the year before. */
export function yearModels(history: History, origins: readonly Origin[], year: number): YearModels {
  const ladder = byKey((classId: string): LadderModel => classLadder(history, classId, year))
  const draws = byKey((classId: string) => forecastsOf(ladder(classId)))
  const single = byKey((classId: string) => oneSpeed(ladder(classId)))
  const speeds = speedsUpTo(history.panel, year - 1)
  const ofPairs = byKey((classId: string) => pairLadders(history, classId, year))
  const pairModel = byKey((key: string): Forecaster => {
    const [classId = '', pair = ''] = key.split(' ')
    const [a = 0, b = 0] = pair.split('-').map(Number)
    return oneSpeed(ofPairs(classId)({ a, b }))
  })
  const variant = (states: readonly number[]): Forecaster => {
    const own = speeds.filter(({ state }) => states.includes(state))
    const model = byKey((classId: string) => twoSpeeds(ladder(classId), own))
    return (origin, months) => model(origin.classId)(origin, months)
  }
  return {
    forecasters: {
      ladder: (origin, months) => single(origin.classId)(origin, months),
      'ladder-pair': (origin, months) =>
        pairModel(`${origin.classId} ${origin.pair.a}-${origin.pair.b}`)(origin, months),
      climatology: climatology(origins, year),
      'rung-climatology': rungClimatology(origins, year),
      persistence,
      'two-speeds': variant([0, 1, 2, 3]),
      'two-speeds-calm': variant([0]),
      'two-speeds-threat': variant([1]),
      'two-speeds-force': variant([2]),
      'two-speeds-deaths': variant([3]),
    },
    drawsOf: (origin, months) => draws(origin.classId)(origin.state, months),
  }
}

/** One forecast of everybody, with what it was about. */
export interface RolledForecast {
  readonly origin: Origin
  readonly months: number
  readonly said: Readonly<Record<ModelId, Said>>
  readonly draws: LadderForecast
}

export interface Rolling {
  readonly fromYear: number
  readonly toYear: number
  readonly horizons: readonly number[]
  readonly models?: readonly ModelId[]
}

/** Rolls through the years: every origin of a year is forecast from what was known before it. */
export function rollingForecasts(
  history: History,
  origins: readonly Origin[],
  { fromYear, toYear, horizons, models = MODELS }: Rolling,
): RolledForecast[] {
  const rolled: RolledForecast[] = []
  for (let year = fromYear; year <= toYear; year++) {
    const { forecasters, drawsOf } = yearModels(history, origins, year)
    for (const origin of origins.filter(({ month }) => yearOf(month) === year)) {
      for (const months of horizons.filter((each) => each <= origin.later.length)) {
        const said = Object.fromEntries(
          models.map((id) => [id, forecasters[id](origin, months)]),
        ) as Record<ModelId, Said>
        rolled.push({ origin, months, said, draws: drawsOf(origin, months) })
      }
    }
  }
  return rolled
}
