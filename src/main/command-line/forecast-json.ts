import type { Forecast, Series } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'

const reported = (series: Series) => {
  const { id, mean, p05, p25, p50, p75, p95, standardError } = series
  return { id, mean, p05, p25, p50, p75, p95, standardError }
}

/**
 * The forecast as the object that `brink forecast --json` prints; docs/model.md names its fields.
 *
 * @param sha256 of the scenario's file as Brink writes it
 */
export function forecastJson(scenario: Scenario, forecast: Forecast, sha256: string): string {
  const { id: _, ...severity } = reported(forecast.severity)
  return `${JSON.stringify({
    title: scenario.title,
    scenarioSha256: sha256,
    case: scenario.case.id,
    asOf: scenario.case.asOf,
    draws: forecast.draws,
    seed: forecast.seed,
    engine: forecast.engineVersion,
    months: forecast.months,
    rungs: forecast.rungs.map(reported),
    reach: forecast.reach.map(reported),
    responses: forecast.responses.map(reported),
    severity,
    conclusion: forecast.conclusion.map((claim, index) => ({
      ...reported(claim),
      statement: scenario.case.conclusion[index]?.statement,
      wording: claim.wording,
      range: claim.range,
      verdict: claim.verdict,
    })),
  })}\n`
}
