import { countEvidence, posteriorOf } from './base-rates'
import { actsOn } from './links'
import { monthPeriods, type Periods } from './periods'
import type { Sampled } from './sampling/columns'
import { baseRateQuantity, logMultiplierQuantity, pertQuantity } from './sampling/quantity'
import { SOBOL_DIMENSIONS } from './sampling/sobol'
import type { Driver, DriverJudgment, Id, Scenario, Transition } from './scenario'

/** A scenario turned into numbers: indices instead of ids, quantities instead of ranges. */
export interface Model {
  readonly rungCount: number
  readonly horizonMonths: number
  /** Probability of each rung at month 0. */
  readonly start: Float64Array
  /** By the rung they leave, then by the one they go to, from the lowest. */
  readonly moves: readonly Move[]
  readonly responses: readonly ResponseModel[]
  readonly drivers: readonly DriverModel[]
  /** Drivers that act together, once each; moves and responses refer to them by index. */
  readonly driverGroups: readonly (readonly number[])[]
  readonly periods: Periods
  /** Rungs of which some claim asks whether the ladder stands on them or above, rising. */
  readonly rungsAtOrAbove: readonly number[]
  /** 0 to 100 for each rung. */
  readonly severity: Float64Array
}

export interface Move {
  readonly from: number
  readonly to: number
  /** +1 up the ladder, −1 down. */
  readonly direction: 1 | -1
  readonly baseRate: Sampled
  readonly driverGroup: number
}

export interface ResponseModel {
  readonly baseRate: Sampled
  readonly driverGroup: number
  /** Multiple of the rate on each rung. */
  readonly rungMultipliers: Float64Array
}

export interface DriverModel {
  /** +1 escalates, −1 restrains. */
  readonly sign: 1 | -1
  readonly reference: number
  readonly intensity: Sampled
  readonly logMultiplier: Sampled
}

/**
 * Dimensions go by the order of ids and not by their place in the file, so that
 * listing things in another order changes nothing. Base rates come first: they matter
 * most, and the first dimensions of the points are the most even.
 */
function dimensionsOf(scenario: Scenario): (kind: string, id: Id) => number {
  const { transitions, responses, drivers } = scenario.case
  const keys = [
    ...drivers.map(({ id }) => `2 intensity ${id}`),
    ...drivers.map(({ id }) => `3 multiplier ${id}`),
    ...transitions.map(({ id }) => `0 transition ${id}`),
    ...responses.map(({ id }) => `1 response ${id}`),
  ].sort()
  if (keys.length > SOBOL_DIMENSIONS) {
    throw new RangeError(
      `a case of ${keys.length} uncertain quantities; ${SOBOL_DIMENSIONS} at most`,
    )
  }
  const dimensions = new Map(keys.map((key, dimension) => [key, dimension]))
  return (kind, id) => dimensions.get(`${kind} ${id}`) ?? 0
}

/** Gives each distinct set of drivers a number. */
function groupRegister(): { groups: number[][]; register: (members: number[]) => number } {
  const groups: number[][] = []
  const known = new Map<string, number>()
  const register = (members: number[]): number => {
    const key = members.join()
    const group = known.get(key) ?? groups.push(members) - 1
    known.set(key, group)
    return group
  }
  return { groups, register }
}

const judgmentOf = (scenario: Scenario, driver: Driver): DriverJudgment => {
  const judgment = scenario.judgment.drivers[driver.id]
  if (!judgment) throw new RangeError(`no judgment of driver ${driver.id}`)
  return judgment
}

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1)

/** Makes the model of a scenario whose references all resolve. */
export function compileModel(scenario: Scenario): Model {
  const { ladder, transitions, responses, conclusion } = scenario.case
  const dimensionOf = dimensionsOf(scenario)
  const rungIndex = new Map(ladder.map(({ id }, index) => [id, index]))
  const indexOfRung = (id: Id): number => rungIndex.get(id) ?? 0
  const observed = countEvidence(scenario.case, scenario.judgment.disputed)
  const drivers = [...scenario.case.drivers].sort(byId)
  const { groups, register } = groupRegister()
  const byRungs = (a: Transition, b: Transition): number =>
    indexOfRung(a.from) - indexOfRung(b.from) || indexOfRung(a.to) - indexOfRung(b.to)
  const groupWhere = (acts: (driver: Driver) => boolean): number =>
    register(drivers.flatMap((driver, index) => (acts(driver) ? [index] : [])))

  return {
    rungCount: ladder.length,
    horizonMonths: scenario.judgment.horizonMonths,
    start: Float64Array.from(ladder, ({ id }) => scenario.judgment.start[id] ?? 0),
    severity: Float64Array.from(ladder, ({ severity }) => severity),
    moves: [...transitions].sort(byRungs).map((transition) => ({
      from: indexOfRung(transition.from),
      to: indexOfRung(transition.to),
      direction: indexOfRung(transition.to) > indexOfRung(transition.from) ? 1 : -1,
      baseRate: {
        quantity: baseRateQuantity(posteriorOf(transition, observed.get(transition.id) ?? 0)),
        dimension: dimensionOf('0 transition', transition.id),
      },
      driverGroup: groupWhere((driver) => actsOn(driver, transition)),
    })),
    responses: responses.map((response) => ({
      baseRate: {
        quantity: baseRateQuantity(posteriorOf(response, 0)),
        dimension: dimensionOf('1 response', response.id),
      },
      driverGroup: groupWhere((driver) => response.drivers.includes(driver.id)),
      rungMultipliers: Float64Array.from(ladder, ({ id }) => response.rungMultipliers?.[id] ?? 1),
    })),
    drivers: drivers.map((driver) => {
      const judgment = judgmentOf(scenario, driver)
      return {
        sign: driver.role === 'escalates' ? 1 : -1,
        reference: driver.reference,
        intensity: {
          quantity: pertQuantity(judgment.intensity),
          dimension: dimensionOf('2 intensity', driver.id),
        },
        logMultiplier: {
          quantity: logMultiplierQuantity(judgment.multiplier ?? driver.multiplier),
          dimension: dimensionOf('3 multiplier', driver.id),
        },
      }
    }),
    driverGroups: groups,
    rungsAtOrAbove: ladder.flatMap(({ id }, index) =>
      conclusion.some(({ event }) => event.kind === 'at-or-above' && event.rung === id)
        ? [index]
        : [],
    ),
    periods: monthPeriods(
      drivers.map((driver) => judgmentOf(scenario, driver)),
      scenario.judgment.horizonMonths,
    ),
  }
}
