import type { Driver, DriverJudgment, Scenario } from './scenario'

/**
 * The scenario with every driver exactly where the article has it, no trend, no
 * shock and no evidence disputed: there every multiplier is 1 and the forecast is
 * what the base rates say. Start, horizon and run stay, so that the two compare.
 */
export function articleBaseline(scenario: Scenario): Scenario {
  const atReference = scenario.case.drivers.map(({ id, reference }): [string, DriverJudgment] => [
    id,
    { intensity: { low: reference, mode: reference, high: reference } },
  ])
  return {
    ...scenario,
    judgment: { ...scenario.judgment, drivers: Object.fromEntries(atReference), disputed: [] },
  }
}

/** Whether anything but the width of its range sets a driver apart from the article. */
export const differsFromArticle = (scenario: Scenario, driver: Driver): boolean => {
  const judgment = scenario.judgment.drivers[driver.id]
  if (!judgment) throw new RangeError(`no judgment of driver ${driver.id}`)
  const { intensity, multiplier, trendPerYear, shocks } = judgment
  return (
    Math.abs(intensity.mode - driver.reference) > 1e-9 ||
    multiplier !== undefined ||
    (trendPerYear ?? 0) !== 0 ||
    (shocks ?? []).length > 0
  )
}
