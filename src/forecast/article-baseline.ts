import type { DriverJudgment, Scenario } from './scenario'

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
