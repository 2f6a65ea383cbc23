import { eventOutlook } from '../../../forecast/conclusion/outlook'
import { judgeVerdict } from '../../../forecast/conclusion/verdict'
import { sayRange, tellProbability, verdictPhrase } from '../../../forecast/conclusion/words'
import { callProbability } from '../../../forecast/conclusion/yardstick'
import type { Forecast } from '../../../forecast/forecast'
import type { Id, Scenario } from '../../../forecast/scenario'

/** What a forecast says of the event that is followed, for a table. */
export interface Outcome {
  readonly chance: string
  readonly band: string
  /** How it stands to the article; where the article is silent, the yardstick's word for it. */
  readonly verdict: string
}

const end = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

export function outcomeOf(
  run: { readonly scenario: Scenario; readonly forecast: Forecast },
  claim: Id | undefined,
): Outcome | undefined {
  const outlook = eventOutlook(run, undefined, claim)
  if (!outlook) return undefined
  const { series, reading } = outlook
  const chance = end(series.mean)
  return {
    chance: tellProbability(chance),
    band: sayRange(end(series.p05), end(series.p95)),
    verdict: reading
      ? verdictPhrase[judgeVerdict(chance, reading.range)]
      : `“${callProbability(chance, run.scenario.judgment.yardstick)}”`,
  }
}

/** What the forecasts in the table are of. */
export function sayTrials({ run }: Scenario, event: string | undefined, mostDraws: number): string {
  if (event === undefined) return ''
  const few =
    run.draws > mostDraws
      ? `, at ${mostDraws.toLocaleString('en-GB')} of the ${run.draws.toLocaleString('en-GB')} draws`
      : ''
  return `Forecast: of the event above, were the class used${few}.`
}
