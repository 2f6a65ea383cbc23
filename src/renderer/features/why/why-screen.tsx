import { chosenEvent, eventChoices } from '../../../forecast/conclusion/outlook'
import { sayEvent, sayProbability } from '../../../forecast/conclusion/words'
import { sayWhy } from '../../../forecast/explain/words'
import type { Scenario } from '../../../forecast/scenario'
import { selectScenario, useDocument } from '../../state/document-store'
import { useExplanation } from '../../state/explanation-store'
import { setView, useView } from '../../state/view-store'
import { MattersCard } from './matters-card'
import { OverturnCard } from './overturn-card'
import { Progress } from './progress'
import { SpreadCard } from './spread-card'
import { WhyCard } from './why-card'

/** Why the forecast is what it is, what moves it, and what would overturn the article. */
export const WhyScreen = () => {
  const present = useDocument(selectScenario)
  const { subject, soFar, failure } = useExplanation()
  const scenario = subject?.scenario ?? present
  const attribution = soFar?.attribution
  const forecast = attribution?.forecast
  return (
    <div className="why" aria-busy={!soFar?.overturn} data-stale={scenario !== present}>
      <header className="headline" aria-live="polite" aria-atomic="true">
        <WhyTitle scenario={scenario} forecast={forecast} />
        <p>{attribution ? sayWhy(scenario.case, attribution) : 'Comparing forecasts…'}</p>
      </header>
      {failure && (
        <p className="banner banner-problem" role="alert">
          This could not be explained: {failure}.
        </p>
      )}
      <Progress />
      <div className="chart-pair">
        <WhyCard scenario={scenario} attribution={attribution} />
        <MattersCard scenario={scenario} bars={soFar?.tornado} now={forecast} />
      </div>
      <OverturnCard scenario={scenario} claim={subject?.choice.claim} overturn={soFar?.overturn} />
      <SpreadCard scenario={scenario} spread={soFar?.spread} />
    </div>
  )
}

interface WhyTitleProps {
  readonly scenario: Scenario
  readonly forecast: number | undefined
}

const WhyTitle = ({ scenario, forecast }: WhyTitleProps) => {
  const claim = useView((view) => view.claim)
  const choice = chosenEvent(scenario, claim)
  if (!choice) return <h1>Why</h1>
  const subject = sayEvent(scenario.case, choice.event, scenario.judgment.horizonMonths)
  return (
    <div className="why-title">
      <h1>
        {subject}
        {forecast !== undefined && `: ${sayProbability(forecast)}`}
      </h1>
      <select
        className="event-choice"
        aria-label="Event explained"
        value={choice.id}
        onChange={(event) => setView({ claim: event.target.value })}
      >
        {eventChoices(scenario).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
