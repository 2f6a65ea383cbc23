import type { Forecast } from '../../../forecast/forecast'
import type { Scenario } from '../../../forecast/scenario'
import { asRun, exportSource } from '../../../provenance/provenance'
import { useForecast } from '../../state/forecast-store'
import type { ChartExport } from '../export/chart-export'
import { movedPicture, ratesPicture } from './pictures'
import { movedTable, ratesTable } from './tables'

/** The charts of what is on the screen; none before the first forecast. */
export function chartExports(): ChartExport[] {
  const { update } = useForecast.getState()
  return update ? ratesExports(update.scenario, update.forecast) : []
}

function ratesExports(scenario: Scenario, forecast: Forecast): ChartExport[] {
  const source = exportSource(asRun(scenario, forecast), forecast)
  return [
    {
      kind: 'rates',
      label: 'Base rates, from prior to posterior',
      source,
      picture: () => ratesPicture(scenario),
      table: () => ratesTable(scenario),
    },
    {
      kind: 'moved-rates',
      label: 'How far drivers have moved each rate',
      source,
      picture: (look) => movedPicture(scenario, look),
      table: () => movedTable(scenario),
    },
  ]
}
