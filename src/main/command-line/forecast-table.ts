import { eventOutlook, headline, standing } from '../../forecast/conclusion/outlook'
import {
  sayProbability,
  sayRange,
  sayStated,
  tellProbability,
  verdictPhrase,
} from '../../forecast/conclusion/words'
import { readClaim, yardsticks } from '../../forecast/conclusion/yardstick'
import type { Forecast } from '../../forecast/forecast'
import { sayLargestError } from '../../forecast/numerical-error'
import { matrixOf } from '../../forecast/plausibility/cross-impacts'
import { presentStrains } from '../../forecast/plausibility/plausibility'
import { sayStrains } from '../../forecast/plausibility/words'
import type { Scenario } from '../../forecast/scenario'
import { layOut, plain } from './text-table'

function claimLines(scenario: Scenario, forecast: Forecast): string[] {
  const rows = forecast.conclusion.map((claim, index) => {
    const end = claim.mean.length - 1
    const coded = scenario.case.conclusion[index]
    return [
      coded?.statement ?? claim.id,
      claim.wording,
      coded ? sayStated(readClaim(coded, scenario.judgment.yardstick)) : sayRange(...claim.range),
      sayProbability(claim.mean[end] ?? 0),
      sayRange(claim.p05[end] ?? 0, claim.p95[end] ?? 0),
      verdictPhrase[claim.verdict],
    ].map(plain)
  })
  const head = ['The article says', 'in the word', 'range', 'forecast', 'judgment band', 'verdict']
  return layOut([head, ...rows], ['left', 'left', 'right', 'right', 'right', 'left'])
}

function rungLines(scenario: Scenario, forecast: Forecast): string[] {
  const rows = forecast.rungs
    .map((series, index) => {
      const end = series.mean.length - 1
      return [
        scenario.case.ladder[index]?.label ?? series.id,
        tellProbability(series.mean[end] ?? 0),
        sayRange(series.p05[end] ?? 0, series.p95[end] ?? 0),
      ].map(plain)
    })
    .reverse()
  const head = ['Where it stands then', 'forecast', 'judgment band']
  return layOut([head, ...rows], ['left', 'right', 'right'])
}

function sentences(scenario: Scenario, forecast: Forecast, baseline: Forecast): string[] {
  const outlook = eventOutlook({ scenario, forecast }, baseline, undefined)
  if (!outlook) return []
  const { claim, band } = headline(outlook)
  return [plain(`${claim} ${band}`), plain(standing(scenario, outlook)), '']
}

function strainLines(scenario: Scenario): string[] {
  const matrix = matrixOf(scenario.case)
  const strains = matrix ? presentStrains(matrix, scenario) : []
  return strains.length > 0 ? [plain(sayStrains(scenario.case, strains)), ''] : []
}

/**
 * The forecast at the horizon, for reading in a terminal.
 *
 * @param baseline the forecast of the article's own drivers
 */
export function forecastTable(scenario: Scenario, forecast: Forecast, baseline: Forecast): string {
  const { horizonMonths, yardstick } = scenario.judgment
  const { title, asOf } = scenario.case
  const lines = [
    plain(scenario.title),
    `${plain(title)}, as of ${asOf}, ${horizonMonths} ${horizonMonths === 1 ? 'month' : 'months'} ahead`,
    '',
    ...sentences(scenario, forecast, baseline),
    ...strainLines(scenario),
    ...(forecast.conclusion.length > 0 ? [...claimLines(scenario, forecast), ''] : []),
    ...rungLines(scenario, forecast),
    '',
    `Words of probability as in ${yardsticks[yardstick].name}. Judgment band: nine in ten draws.`,
    `Numerical error ${sayLargestError(forecast)}, from ${forecast.draws.toLocaleString('en-GB')} draws, seed ${forecast.seed}.`,
  ]
  return `${lines.join('\n')}\n`
}
