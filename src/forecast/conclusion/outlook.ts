import { eventSeries, type Forecast, type Series } from '../forecast'
import { isolated } from '../isolated'
import type { Claim, ForecastEvent, Id, Scenario } from '../scenario'
import { judgeVerdict } from './verdict'
import { sayEvent, sayProbability, sayRange, sayReading, verdictClause } from './words'
import { callProbability, type Reading, readClaim, yardsticks } from './yardstick'

/** The article's word and the range it stands for. */
export interface ArticleRange {
  readonly wording: string
  readonly range: readonly [low: number, high: number]
  /** What reads the word so, e.g. `ICD 203`. */
  readonly reader: string
}

/** Something whose chance can be charted: a claim's event, or the reaching of a rung. */
export interface EventChoice {
  readonly id: Id
  readonly label: string
  readonly event: ForecastEvent
  readonly claim?: Claim
}

const isAbout = (claim: Claim, kind: 'reach', rung: Id): boolean =>
  claim.event.kind === kind && claim.event.rung === rung

/** The claims first, then the rungs that no claim is about. */
export function eventChoices({ case: { conclusion, ladder } }: Scenario): EventChoice[] {
  const claims = conclusion.map((claim) => ({
    id: claim.id,
    label: claim.statement,
    event: claim.event,
    claim,
  }))
  const rungs = ladder
    .slice(1)
    .filter(({ id }) => !conclusion.some((claim) => isAbout(claim, 'reach', id)))
    .map(({ id, label }) => ({
      id: `reach ${id}`,
      label: `${isolated(label)} or worse, at some time`,
      event: { kind: 'reach', rung: id } as const,
    }))
  return [...claims, ...rungs]
}

/** The chosen event, or the gravest that the conclusion speaks of. */
export function chosenEvent(scenario: Scenario, chosen: Id | undefined): EventChoice | undefined {
  const choices = eventChoices(scenario)
  const { ladder } = scenario.case
  const gravity = ({ claim, event }: EventChoice): number =>
    claim && event.kind === 'reach' ? ladder.findIndex(({ id }) => id === event.rung) : -1
  const gravest = choices.reduce<EventChoice | undefined>(
    (best, choice) => (!best || gravity(choice) > gravity(best) ? choice : best),
    undefined,
  )
  return choices.find(({ id }) => id === chosen) ?? gravest
}

/** Everything that the sentence and the chart of an event are made from. */
export interface EventOutlook {
  readonly choice: EventChoice
  readonly series: Series
  readonly baseline: Series | undefined
  readonly reading: Reading | undefined
  readonly article: ArticleRange | undefined
  readonly subject: string
}

const seriesIfThere = (forecast: Forecast | undefined, event: ForecastEvent) =>
  forecast ? eventSeries(forecast, event) : undefined

export function eventOutlook(
  { scenario, forecast }: { readonly scenario: Scenario; readonly forecast: Forecast },
  baseline: Forecast | undefined,
  chosen: Id | undefined,
): EventOutlook | undefined {
  const choice = chosenEvent(scenario, chosen)
  if (!choice) return undefined
  const { claim, event } = choice
  const { yardstick, horizonMonths } = scenario.judgment
  const reading = claim ? readClaim(claim, yardstick) : undefined
  const isComparable = baseline?.months.length === forecast.months.length
  return {
    choice,
    series: eventSeries(forecast, event),
    baseline: isComparable ? seriesIfThere(baseline, event) : undefined,
    reading,
    article:
      claim && reading
        ? {
            wording: claim.wording,
            range: reading.stated,
            reader: reading.from === 'case-author' ? 'case' : yardsticks[yardstick].name,
          }
        : undefined,
    subject: sayEvent(scenario.case, event, horizonMonths),
  }
}

const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

/** The forecast at the horizon with its judgment band, as the parts of a sentence. */
export const headline = ({ subject, series }: EventOutlook): { claim: string; band: string } => ({
  claim: `${subject}: ${sayProbability(last(series.mean))}`,
  band: `(${sayRange(last(series.p05), last(series.p95))})`,
})

/** How the forecast stands to the article, in a sentence or two. */
export function standing(scenario: Scenario, outlook: EventOutlook): string {
  const { choice, reading, series, baseline } = outlook
  const { yardstick } = scenario.judgment
  const p = last(series.mean)
  const article =
    choice.claim && reading
      ? `The article calls it ${sayReading(choice.claim, reading, yardstick)} (${sayRange(...reading.stated)}); this scenario, “${callProbability(p, yardstick)}”, ${verdictClause[judgeVerdict(p, reading.range)]}.`
      : `The article makes no claim about this; ${yardsticks[yardstick].name} calls it “${callProbability(p, yardstick)}”.`
  return baseline
    ? `${article} The article’s own drivers give ${sayProbability(last(baseline.mean))}.`
    : article
}
