import { judgeVerdict } from '../../../forecast/conclusion/verdict'
import {
  sayProbability,
  sayRange,
  sayReading,
  verdictClause,
} from '../../../forecast/conclusion/words'
import type { Scenario } from '../../../forecast/scenario'
import type { EventOutlook } from './chosen-event'

/** The forecast as a sentence, and how it stands to the article. */
export const Headline = ({
  scenario,
  outlook,
}: {
  readonly scenario: Scenario
  readonly outlook: EventOutlook
}) => {
  const { series, subject } = outlook
  const end = series.mean.length - 1
  const forecast = series.mean[end] ?? 0
  return (
    <header className="headline" aria-live="polite" aria-atomic="true">
      <h1>
        {subject}: {sayProbability(forecast)}{' '}
        <span className="headline-band">
          ({sayRange(series.p05[end] ?? 0, series.p95[end] ?? 0)})
        </span>
      </h1>
      <p>{standing(scenario, outlook, forecast)}</p>
    </header>
  )
}

function standing(scenario: Scenario, outlook: EventOutlook, forecast: number): string {
  const { reading, baseline, choice } = outlook
  const own = baseline?.mean.at(-1)
  const article =
    choice.claim && reading
      ? `The article calls it ${sayReading(choice.claim, reading, scenario.judgment.yardstick)} (${sayRange(...reading.stated)}); this scenario ${verdictClause[judgeVerdict(forecast, reading.range)]}.`
      : 'The article makes no claim about this.'
  return own === undefined
    ? article
    : `${article} The article’s own drivers give ${sayProbability(own)}.`
}
