import { useMemo } from 'react'
import { ratesRows } from '../../charts/rates-rows'
import { ForecastAnswer } from '../../components/forecast-answer'
import { useSpotInSight } from '../../components/use-spot'
import { selectScenario, useDocument } from '../../state/document-store'
import { MovedRatesCard } from './moved-rates-card'
import { RatesCard } from './rates-card'
import { sayRates } from './rates-words'

/** What is known of every rate before the drivers are looked at, and how far they have moved it. */
export const RatesScreen = () => {
  const scenario = useDocument(selectScenario)
  const { case: conflictCase, judgment } = scenario
  const { disputed } = judgment
  const rows = useMemo(() => ratesRows(conflictCase, disputed), [conflictCase, disputed])
  useSpotInSight('transition')
  useSpotInSight('response')
  return (
    <div className="rates">
      <header className="headline">
        <h1>What the record says, before the drivers</h1>
        <p>{sayRates(scenario)}</p>
      </header>
      <ForecastAnswer />
      <RatesCard scenario={scenario} rows={rows} />
      <MovedRatesCard scenario={scenario} />
    </div>
  )
}
