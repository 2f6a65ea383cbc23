import { type Reach, rangeAround } from '../../forecast/judged-range'
import type {
  Driver,
  DriverJudgment,
  Id,
  Judged,
  Judgment,
  RunSettings,
  Scenario,
  Shock,
} from '../../forecast/scenario'

/**
 * Changes to a scenario, each a function from the old one to a new one. What the
 * judgment leaves as it was stays the same object.
 */

const withJudgment = (scenario: Scenario, change: Partial<Judgment>): Scenario => ({
  ...scenario,
  judgment: { ...scenario.judgment, ...change },
})

export const judgmentOf = (scenario: Scenario, driver: Id): DriverJudgment => {
  const judgment = scenario.judgment.drivers[driver]
  if (!judgment) throw new RangeError(`no judgment of driver ${driver}`)
  return judgment
}

const withDriver = (scenario: Scenario, driver: Id, judgment: DriverJudgment): Scenario =>
  withJudgment(scenario, { drivers: { ...scenario.judgment.drivers, [driver]: judgment } })

const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value
  return rest
}

export const setIntensity = (scenario: Scenario, driver: Id, intensity: Judged): Scenario =>
  withDriver(scenario, driver, { ...judgmentOf(scenario, driver), intensity })

/** The analyst's own weight, or back to the case's. */
export const setMultiplier = (
  scenario: Scenario,
  driver: Id,
  multiplier: Judged | undefined,
): Scenario => {
  const judgment = without(judgmentOf(scenario, driver), 'multiplier')
  return withDriver(scenario, driver, multiplier ? { ...judgment, multiplier } : judgment)
}

export const setTrend = (scenario: Scenario, driver: Id, trendPerYear: number): Scenario => {
  const judgment = without(judgmentOf(scenario, driver), 'trendPerYear')
  return withDriver(scenario, driver, trendPerYear === 0 ? judgment : { ...judgment, trendPerYear })
}

export const setShocks = (scenario: Scenario, driver: Id, shocks: readonly Shock[]): Scenario => {
  const judgment = without(judgmentOf(scenario, driver), 'shocks')
  return withDriver(scenario, driver, shocks.length === 0 ? judgment : { ...judgment, shocks })
}

export const setNote = (scenario: Scenario, driver: Id, note: string): Scenario => {
  const judgment = without(judgmentOf(scenario, driver), 'note')
  return withDriver(scenario, driver, note === '' ? judgment : { ...judgment, note })
}

/** Puts a driver back to where the article has it; the analyst's note stays. */
export function resetDriver(scenario: Scenario, driver: Driver, reach: Reach): Scenario {
  const { note } = judgmentOf(scenario, driver.id)
  const intensity = rangeAround(driver.reference, reach)
  return withDriver(scenario, driver.id, note === undefined ? { intensity } : { intensity, note })
}

export const setHorizon = (scenario: Scenario, horizonMonths: number): Scenario =>
  withJudgment(scenario, { horizonMonths })

export const setYardstick = (scenario: Scenario, yardstick: Judgment['yardstick']): Scenario =>
  withJudgment(scenario, { yardstick })

/**
 * Gives one rung its probability at the start; the others share what is left in
 * their old proportions, or the nearest rung takes it where they had none.
 */
export function setStart(scenario: Scenario, rung: Id, probability: number): Scenario {
  const { ladder } = scenario.case
  const { start } = scenario.judgment
  const others = ladder.filter(({ id }) => id !== rung)
  const held = others.reduce((sum, { id }) => sum + (start[id] ?? 0), 0)
  const left = 1 - probability
  const place = ladder.findIndex(({ id }) => id === rung)
  const nearest = ladder[place > 0 ? place - 1 : 1]?.id
  const shareOf = (id: Id): number =>
    held > 0 ? (left * (start[id] ?? 0)) / held : id === nearest ? left : 0
  const next = Object.fromEntries(
    ladder.flatMap(({ id }) => {
      const share = id === rung ? probability : shareOf(id)
      return share > 0 ? [[id, share]] : []
    }),
  )
  return withJudgment(scenario, { start: next })
}

export const setRun = (scenario: Scenario, run: RunSettings): Scenario => ({ ...scenario, run })

export const retitle = (scenario: Scenario, title: string, summary: string): Scenario => ({
  ...scenario,
  title,
  summary,
})
