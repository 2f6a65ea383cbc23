import type { ReactNode } from 'react'
import { chosenEvent, type EventChoice, eventChoices } from '../../../forecast/conclusion/outlook'
import { sayEvent, sayProbability } from '../../../forecast/conclusion/words'
import { sayWhy } from '../../../forecast/explain/words'
import type { Scenario } from '../../../forecast/scenario'
import { EventSelect } from '../../components/event-select'
import { selectScenario, useDocument } from '../../state/document-store'
import { shownPart, useExplanation } from '../../state/explanation-store'
import { useView } from '../../state/view-store'
import { MattersCard } from './matters-card'
import { OverturnCard } from './overturn-card'
import { Progress } from './progress'
import { SpreadCard } from './spread-card'
import { WhyCard } from './why-card'

/** Why the forecast is what it is, what moves it, and what would overturn the article. */
export const WhyScreen = () => {
  const present = useDocument(selectScenario)
  const explanation = useExplanation()
  const claim = useView((view) => view.claim)
  const choice = chosenEvent(present, claim)
  const { soFar, failure } = explanation
  const why = shownPart(explanation, 'attribution', present)
  const matters = shownPart(explanation, 'tornado', present)
  const needed = shownPart(explanation, 'overturn', present)
  const width = shownPart(explanation, 'spread', present)
  const attribution = why.value
  return (
    <div className="why" aria-busy={!(soFar && 'overturn' in soFar)}>
      <header className="headline" aria-live="polite" aria-atomic="true">
        <WhyTitle scenario={present} choice={choice} forecast={attribution?.forecast} />
        <p>{attribution ? sayWhy(why.scenario.case, attribution) : 'Comparing forecasts…'}</p>
      </header>
      {failure && (
        <p className="banner banner-problem" role="alert">
          This could not be explained: {failure}.
        </p>
      )}
      <Progress />
      <div className="chart-pair">
        <Part isBefore={why.isBefore}>
          <WhyCard scenario={why.scenario} attribution={attribution} />
        </Part>
        <Part isBefore={matters.isBefore}>
          <MattersCard
            scenario={matters.scenario}
            bars={matters.value}
            now={(matters.isBefore ? explanation.before?.soFar : soFar)?.attribution?.forecast}
          />
        </Part>
      </div>
      <Part isBefore={needed.isBefore}>
        <OverturnCard
          scenario={needed.scenario}
          claim={choice?.claim}
          overturn={needed.value}
          isBefore={needed.isBefore}
        />
      </Part>
      <Part isBefore={width.isBefore}>
        <SpreadCard scenario={width.scenario} spread={width.value} />
      </Part>
    </div>
  )
}

interface PartProps {
  /** What is shown was found before the last change. */
  readonly isBefore: boolean
  readonly children: ReactNode
}

const Part = ({ isBefore, children }: PartProps) => (
  <div className="why-part" data-before={isBefore}>
    {children}
  </div>
)

interface WhyTitleProps {
  readonly scenario: Scenario
  readonly choice: EventChoice | undefined
  readonly forecast: number | undefined
}

const WhyTitle = ({ scenario, choice, forecast }: WhyTitleProps) => {
  if (!choice) return <h1>Why</h1>
  const subject = sayEvent(scenario.case, choice.event, scenario.judgment.horizonMonths)
  return (
    <div className="why-title">
      <h1>
        {subject}
        {forecast !== undefined && `: ${sayProbability(forecast)}`}
      </h1>
      <EventSelect label="Event explained" value={choice.id} choices={eventChoices(scenario)} />
    </div>
  )
}
