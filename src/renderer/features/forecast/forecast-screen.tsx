import { useEffect, useState } from 'react'
import { eventOutlook } from '../../../forecast/conclusion/outlook'
import { afterPaint } from '../../state/after-paint'
import { selectScenario, useDocument } from '../../state/document-store'
import { baselineFor, useForecast } from '../../state/forecast-store'
import { noteShown } from '../../state/latency'
import { useView } from '../../state/view-store'
import { ConclusionCard } from './conclusion-card'
import { EventCard } from './event-card'
import { Headline } from './headline'
import { LadderCard } from './ladder-card'

/** What the scenario comes to, beside what the article says: in words first, then in charts. */
export const ForecastScreen = () => {
  const { update, baseline, failure } = useForecast()
  const present = useDocument(selectScenario)
  const scenario = update?.scenario ?? present
  const claim = useView((view) => view.claim)
  const outlook = update && eventOutlook(update, baselineFor(update, baseline), claim)
  const [areChartsDue, setChartsDue] = useState(false)
  useEffect(() => {
    if (!update) return
    noteShown(update.scenario)
    if (!areChartsDue) afterPaint(() => setChartsDue(true))
  }, [update, areChartsDue])
  return (
    <div className="forecast" aria-busy={!update}>
      {failure && (
        <p className="banner banner-problem" role="alert">
          The forecast could not be computed: {failure}. What is shown is the last one that could.
        </p>
      )}
      {(outlook || !update) && <Headline scenario={scenario} outlook={outlook} />}
      <div className="chart-pair">
        <LadderCard scenario={scenario} forecast={update?.forecast} isDrawn={areChartsDue} />
        <EventCard scenario={scenario} outlook={outlook} isDrawn={areChartsDue} />
      </div>
      <ConclusionCard
        scenario={scenario}
        forecast={update?.forecast}
        chosen={outlook?.choice.id ?? ''}
        isDrawn={areChartsDue}
      />
    </div>
  )
}
