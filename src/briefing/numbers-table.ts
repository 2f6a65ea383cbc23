import type { Forecast, Series } from '../forecast/forecast'
import type { Id, Scenario } from '../forecast/scenario'
import type { Cell } from './cell'
import { type NamedSeries, SERIES_HEAD, seriesRows } from './series-table'

/** The kind of the one series whose numbers are no shares of 1 but run from 0 to 100. */
export const SEVERITY = 'severity'

interface Labelled {
  readonly id: Id
  readonly label: string
}

const named =
  (kind: string, items: readonly Labelled[]) =>
  (series: Series): NamedSeries => ({
    kind,
    label: items.find(({ id }) => id === series.id)?.label ?? series.id,
    series,
  })

/** All series of a forecast as one tidy table: a head, then a row for each series and month. */
export function numbersTable(scenario: Scenario, forecast: Forecast): (readonly Cell[])[] {
  const { ladder, responses, conclusion } = scenario.case
  const claims = conclusion.map(({ id, statement }) => ({ id, label: statement }))
  const all = [
    ...forecast.rungs.map(named('rung', ladder)),
    ...forecast.reach.map(named('reach', ladder)),
    ...forecast.atOrAbove.map(named('at-or-above', ladder)),
    ...forecast.responses.map(named('response', responses)),
    { kind: SEVERITY, label: 'Severity', series: forecast.severity },
    ...forecast.conclusion.map(named('claim', claims)),
  ]
  return [SERIES_HEAD, ...all.flatMap((each) => seriesRows(scenario, forecast, each))]
}
