import { useEffect } from 'react'
import { eventOutlook } from '../../../forecast/conclusion/outlook'
import { baselineFor, useForecast } from '../../state/forecast-store'
import { noteShown } from '../../state/latency'
import { useView } from '../../state/view-store'
import { ConclusionCard } from './conclusion-card'
import { EventCard } from './event-card'
import { Headline } from './headline'
import { LadderCard } from './ladder-card'

/** What the scenario comes to, beside what the article says. */
export const ForecastScreen = () => {
  const { update, baseline, failure } = useForecast()
  const claim = useView((view) => view.claim)
  const outlook = update && eventOutlook(update, baselineFor(update, baseline), claim)
  useEffect(() => {
    if (update) noteShown(update.scenario)
  }, [update])
  return (
    <main className="forecast" id="forecast" aria-label="Forecast">
      {failure && (
        <p className="banner banner-problem" role="alert">
          The forecast could not be computed: {failure}. What is shown is the last one that could.
        </p>
      )}
      {update ? (
        <>
          {outlook && <Headline scenario={update.scenario} outlook={outlook} />}
          <div className="chart-pair">
            <LadderCard update={update} />
            {outlook && <EventCard update={update} outlook={outlook} />}
          </div>
          <ConclusionCard update={update} chosen={outlook?.choice.id ?? ''} />
        </>
      ) : (
        <p className="loading">Computing the first forecast…</p>
      )}
    </main>
  )
}
