import { sayCounted, sayHowMany } from '../../../forecast/evidence-words'
import { ForecastAnswer } from '../../components/forecast-answer'
import { selectScenario, useDocument } from '../../state/document-store'
import { EvidenceItems } from './evidence-items'
import { TimelineCard } from './timeline-card'

/** What the case rests on: when it happened, what it is about, and what follows if it does not hold. */
export const EvidenceScreen = () => {
  const scenario = useDocument(selectScenario)
  return (
    <div className="evidence">
      <header className="headline">
        <h1>{sayHowMany(scenario)}</h1>
        <p>{sayCounted(scenario)}</p>
      </header>
      <ForecastAnswer />
      {scenario.case.evidence.length === 0 ? (
        <p className="empty">This case holds no evidence.</p>
      ) : (
        <>
          <TimelineCard scenario={scenario} />
          <EvidenceItems scenario={scenario} />
        </>
      )}
    </div>
  )
}
