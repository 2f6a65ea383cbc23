import { type History, transitionsAt } from '../base-rates'
import { cellsOf, classNamed } from '../classes'
import type { GammaRate } from '../gamma-rate'
import { phasesAfter } from '../holding-times'
import { ALL_STATES, DEATHS, STATES, type State, type StateName, WAR } from '../ladder'
import { keyOf, type Pair } from '../pairs'
import { pool, priorFrom } from '../pooling'
import { movesFrom, tallyMove } from '../tally'
import { type Forecaster, remembering, type Said } from './baselines'
import {
  type LadderForecast,
  type LadderModel,
  ladderForecast,
  singleParts,
} from './ladder-forecast'
import type { Origin } from './origins'
import { type Speeds, withSpeeds } from './two-speeds'

type RateOf = (from: State, to: State) => GammaRate | undefined

/** Where the record has never seen war, it is left as a rung with deaths is. */
function neverSeen(rateOf: RateOf, to: State): GammaRate {
  const alike = to === DEATHS ? 2 : to
  return rateOf(DEATHS, alike) ?? { events: 0.5, months: 1 }
}

const modelOf = (rateOf: RateOf): LadderModel => ({
  parts: singleParts,
  rates: movesFrom(ALL_STATES).map(({ from, to }) => ({
    from: { state: from, phase: 0 },
    to: { state: to, phase: 0 },
    rate: rateOf(from, to) ?? neverSeen(rateOf, from === WAR ? to : DEATHS),
  })),
})

/** The ladder of a class, from the record before a year. */
export function classLadder(
  history: Pick<History, 'cells'>,
  classId: string,
  year: number,
): LadderModel {
  const rows = transitionsAt(history, classNamed(classId), 'incident', year - 1)
  const names = new Map<string, GammaRate | undefined>(
    rows.map(({ from, to, own, pooled }) => [`${from}>${to}`, pooled ?? own]),
  )
  const nameOf = (state: State): StateName => STATES[state]
  return modelOf((from, to) => names.get(`${nameOf(from)}>${nameOf(to)}`))
}

/** Makes ladders of single pairs: what their class says of pairs, and what they did themselves. */
export function pairLadders(
  { cells }: Pick<History, 'cells'>,
  classId: string,
  year: number,
): (pair: Pair) => LadderModel {
  const before = cells.incident.filter((cell) => cell.year < year)
  const ofClass = cellsOf(classNamed(classId), before)
  const fallback = classLadder({ cells }, classId, year)
  const priors = new Map(
    movesFrom(ALL_STATES).map(({ from, to }) => {
      const units = [...tallyMove(ofClass, from, to).byPair.values()]
      return [`${from}>${to}`, priorFrom(units, { events: 0, months: 0 })] as const
    }),
  )
  return (pair) => {
    const own = before.filter((cell) => keyOf(cell.pair) === keyOf(pair))
    return modelOf((from, to) => {
      const wider = fallback.rates.find((each) => each.from.state === from && each.to.state === to)
      const prior = priors.get(`${from}>${to}`)
      return prior ? pool(tallyMove(own, from, to), prior).rate : wider?.rate
    })
  }
}

const MONTHS_KEY = 100

const meanOf = (draws: Float64Array): number =>
  draws.reduce((sum, value) => sum + value, 0) / draws.length

/** A ladder's forecasts from each of its parts, each computed once. */
export function forecastsOf(model: LadderModel): (part: number, months: number) => LadderForecast {
  const of = remembering((key) => {
    const part = model.parts[Math.floor(key / MONTHS_KEY)] as LadderModel['parts'][number]
    return ladderForecast(model, part, key % MONTHS_KEY)
  })
  return (part, months) => of(part * MONTHS_KEY + months)
}

const saidBy = ({ reach, states }: LadderForecast): Said => ({ reach: reach.map(meanOf), states })

/** A ladder's forecaster, and the draws behind what it says. */
export interface OneSpeed {
  readonly forecaster: Forecaster
  readonly draws: (origin: Origin, months: number) => LadderForecast
}

/** The ladder with one speed for each rung. */
export function oneSpeed(model: LadderModel): OneSpeed {
  const forecasts = forecastsOf(model)
  const draws = ({ state }: Origin, months: number): LadderForecast => forecasts(state, months)
  return { draws, forecaster: (origin, months) => saidBy(draws(origin, months)) }
}

/** The ladder with two speeds for some rungs: how long a pair has stood there tells which it is. */
export function twoSpeeds(model: LadderModel, speeds: readonly Speeds[]): Forecaster {
  const wide = withSpeeds(model, speeds)
  const forecasts = forecastsOf(wide)
  const said = remembering((key) =>
    saidBy(forecasts(Math.floor(key / MONTHS_KEY), key % MONTHS_KEY)),
  )
  return ({ state, monthsOnRung }: Origin, months) => {
    const phases = speeds.find((each) => each.state === state)?.phases
    const weights = phases ? phasesAfter(phases, monthsOnRung - 1) : [1]
    const first = wide.parts.findIndex((part) => part.state === state)
    const parts = weights.map((_, phase) => said((first + phase) * MONTHS_KEY + months))
    const mix = (valuesOf: (each: Said) => readonly number[]): number[] =>
      valuesOf(parts[0] as Said).map((_, index) =>
        parts.reduce(
          (sum, part, phase) =>
            sum + (weights[phase] as number) * (valuesOf(part)[index] as number),
          0,
        ),
      )
    return { reach: mix(({ reach }) => reach), states: mix(({ states }) => states) }
  }
}
