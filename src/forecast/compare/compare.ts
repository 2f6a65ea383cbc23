import { judgeVerdict, type Verdict } from '../conclusion/verdict'
import { readClaim } from '../conclusion/yardstick'
import { eventSeries, type Forecast, type Series } from '../forecast'
import { isolated } from '../isolated'
import type { Claim, ForecastEvent, Id, Scenario } from '../scenario'
import { type Difference, differences } from './differences'

export interface Compared {
  readonly scenario: Scenario
  readonly forecast: Forecast
}

/** A probability at the common horizon with its judgment band. */
export interface ComparedChance {
  readonly mean: number
  readonly p05: number
  readonly p95: number
}

/** One line of a table with a cell for each scenario; null where its case has no such thing. */
export interface ComparedLine<Cell> {
  readonly id: Id
  readonly label: string
  readonly cells: readonly (Cell | null)[]
}

export interface ComparedClaim extends ComparedChance {
  readonly wording: string
  readonly range: readonly [low: number, high: number]
  readonly verdict: Verdict
}

export interface Comparison {
  /** The month that all are compared at: the nearest of their horizons. */
  readonly months: number
  readonly claims: readonly ComparedLine<ComparedClaim>[]
  /** Lowest rung of the first case first. */
  readonly rungs: readonly ComparedLine<ComparedChance>[]
  readonly differences: readonly Difference[]
  /** What cannot be compared, in sentences. */
  readonly apart: readonly string[]
}

/** Sets scenarios side by side on what they share. */
export function compareScenarios(compared: readonly Compared[]): Comparison {
  const scenarios = compared.map(({ scenario }) => scenario)
  const months = Math.min(...scenarios.map(({ judgment }) => judgment.horizonMonths))
  return {
    months,
    claims: claimLines(compared, months),
    rungs: rungLines(compared, months),
    differences: differences(scenarios),
    apart: apartSentences(scenarios, months),
  }
}

const chanceAt = ({ mean, p05, p95 }: Series, month: number): ComparedChance => ({
  mean: mean[month] ?? Number.NaN,
  p05: p05[month] ?? Number.NaN,
  p95: p95[month] ?? Number.NaN,
})

/** Everything of its kind in any of the scenarios, once, in the order it is met. */
function union<T extends { readonly id: Id }>(lists: readonly (readonly T[])[]): T[] {
  const met = new Map<Id, T>()
  for (const item of lists.flat()) if (!met.has(item.id)) met.set(item.id, item)
  return [...met.values()]
}

const isSameEvent = (a: ForecastEvent, b: ForecastEvent): boolean =>
  a.kind === 'response' || b.kind === 'response'
    ? a.kind === 'response' && b.kind === 'response' && a.response === b.response
    : a.kind === b.kind && a.rung === b.rung

/** A claim is the same in two cases if it has the same id and is about the same event. */
const claimIn = ({ case: { conclusion } }: Scenario, claim: Claim): Claim | undefined =>
  conclusion.find(({ id, event }) => id === claim.id && isSameEvent(event, claim.event))

const claimLines = (compared: readonly Compared[], month: number): ComparedLine<ComparedClaim>[] =>
  union(compared.map(({ scenario }) => scenario.case.conclusion)).map((claim) => ({
    id: claim.id,
    label: claim.statement,
    cells: compared.map(({ scenario, forecast }) => {
      const own = claimIn(scenario, claim)
      if (!own) return null
      const chance = chanceAt(eventSeries(forecast, own.event), month)
      const { range } = readClaim(own, scenario.judgment.yardstick)
      return { ...chance, wording: own.wording, range, verdict: judgeVerdict(chance.mean, range) }
    }),
  }))

const rungLines = (compared: readonly Compared[], month: number): ComparedLine<ComparedChance>[] =>
  union(compared.map(({ scenario }) => scenario.case.ladder)).map(({ id, label }) => ({
    id,
    label,
    cells: compared.map(({ forecast }) => {
      const series = forecast.rungs.find((rung) => rung.id === id)
      return series ? chanceAt(series, month) : null
    }),
  }))

/** The event's series of each scenario; null where its case has no such event. */
export const seriesOfEvent = (
  compared: readonly Compared[],
  event: ForecastEvent,
): (Series | null)[] =>
  compared.map(({ scenario, forecast }) =>
    knowsEvent(scenario, event) ? eventSeries(forecast, event) : null,
  )

/** Whether a forecast of the scenario has the event's series. */
function knowsEvent(
  { case: { ladder, responses, conclusion } }: Scenario,
  event: ForecastEvent,
): boolean {
  if (event.kind === 'response') return responses.some(({ id }) => id === event.response)
  if (event.kind === 'reach') return ladder.some(({ id }) => id === event.rung)
  return conclusion.some((claim) => isSameEvent(claim.event, event))
}

function apartSentences(scenarios: readonly Scenario[], months: number): string[] {
  const [first, ...others] = scenarios
  if (!first) return []
  const cases = others
    .filter((other) => other.case.id !== first.case.id)
    .map((other) => sayOtherCase(first, other))
  const asOf = new Set(scenarios.map((scenario) => scenario.case.asOf))
  const horizons = new Set(scenarios.map(({ judgment }) => judgment.horizonMonths))
  const yardsticks = new Set(scenarios.map(({ judgment }) => judgment.yardstick))
  return [
    ...new Set(cases),
    ...(asOf.size > 1
      ? ['They begin on different dates; months are counted from each one’s own.']
      : []),
    ...(horizons.size > 1
      ? [`They look ahead to different horizons; tables are at ${months} months, which all reach.`]
      : []),
    ...(yardsticks.size > 1
      ? ['They read words of probability by different yardsticks; each verdict is by its own.']
      : []),
  ]
}

function sayOtherCase(first: Scenario, other: Scenario): string {
  const shared = (key: 'ladder' | 'drivers' | 'conclusion'): number => {
    const ids = new Set(first.case[key].map(({ id }) => id))
    return other.case[key].filter(({ id }) => ids.has(id)).length
  }
  const [rungs, drivers, claims] = [shared('ladder'), shared('drivers'), shared('conclusion')]
  const common =
    rungs + drivers + claims === 0
      ? 'it shares no rung, driver or claim with the first'
      : `of its rungs it shares ${rungs} with the first, of its drivers ${drivers}, of its claims ${claims}`
  return `“${isolated(other.title)}” is of another case, ${isolated(other.case.title)}: ${common}.`
}
