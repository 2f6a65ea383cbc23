import type { Verdict } from '../forecast/conclusion/verdict'
import { sayProbability, sayRange, sayStated, verdictPhrase } from '../forecast/conclusion/words'
import { callProbability, readClaim } from '../forecast/conclusion/yardstick'
import type { Forecast, Series } from '../forecast/forecast'
import type { Scenario } from '../forecast/scenario'

/** A forecast at the horizon; shares of 1. */
export interface EndFigures {
  readonly mean: number
  readonly p05: number
  readonly p95: number
  /** NaN for a single draw. */
  readonly standardError: number
}

/** A claim of the article, held against the forecast at the horizon. */
export interface ClaimLine {
  readonly id: string
  readonly statement: string
  readonly locator: string
  readonly wording: string
  /** What the wording stands for, as shares of 1 and in words. */
  readonly range: readonly [low: number, high: number]
  readonly saysRange: string
  readonly figures: EndFigures
  readonly saysForecast: string
  readonly saysBand: string
  /** The yardstick's word for the forecast. */
  readonly called: string
  readonly verdict: Verdict
  readonly saysVerdict: string
}

/** A rung and the chance of standing on it at the horizon. */
export interface RungLine {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly severity: number
  readonly figures: EndFigures
  readonly saysForecast: string
  readonly saysBand: string
}

const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

const endOf = (series: Series): EndFigures => ({
  mean: last(series.mean),
  p05: last(series.p05),
  p95: last(series.p95),
  standardError: last(series.standardError),
})

const sayFigures = (figures: EndFigures) => ({
  figures,
  saysForecast: sayProbability(figures.mean),
  saysBand: sayRange(figures.p05, figures.p95),
})

/** The claims in the order of the case. */
export function claimLines(scenario: Scenario, { conclusion }: Forecast): ClaimLine[] {
  const { yardstick } = scenario.judgment
  return scenario.case.conclusion.flatMap((claim, index) => {
    const own = conclusion[index]
    if (!own) return []
    const reading = readClaim(claim, yardstick)
    const { id, statement, locator, wording } = claim
    return {
      id,
      statement,
      locator,
      wording,
      range: reading.stated,
      saysRange: sayStated(reading),
      ...sayFigures(endOf(own)),
      called: callProbability(last(own.mean), yardstick),
      verdict: own.verdict,
      saysVerdict: verdictPhrase[own.verdict],
    }
  })
}

/** The rungs, lowest first. */
export const rungLines = (scenario: Scenario, { rungs }: Forecast): RungLine[] =>
  scenario.case.ladder.flatMap(({ id, label, description, severity }, index) => {
    const own = rungs[index]
    return own ? { id, label, description, severity, ...sayFigures(endOf(own)) } : []
  })
