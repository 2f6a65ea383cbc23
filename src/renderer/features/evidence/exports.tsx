import type { Forecast } from '../../../forecast/forecast'
import type { Scenario } from '../../../forecast/scenario'
import { sayDate } from '../../charts/calendar'
import { TimelineChart, timelineHeight } from '../../charts/timeline-chart'
import { timelineRows } from '../../charts/timeline-rows'
import { useForecast } from '../../state/forecast-store'
import { CHART_WIDTH, type ChartExport, type Picture, WHOLE_PAGE } from '../export/chart-export'
import { stampOf } from '../export/stamp'
import { evidenceRows } from './evidence-rows'
import { sayCounted, sayHowMany } from './evidence-words'
import { itemsOf } from './timeline-card'

/** The timeline of what is on the screen, with all of its items; none before the first forecast. */
export function chartExports(): ChartExport[] {
  const { update } = useForecast.getState()
  return update && update.scenario.case.evidence.length > 0
    ? [timelineExport(update.scenario, update.forecast)]
    : []
}

const timelineExport = (scenario: Scenario, forecast: Forecast): ChartExport => ({
  kind: 'timeline',
  label: 'The evidence over time',
  stamp: stampOf(scenario, forecast),
  picture: () => timelinePicture(scenario),
  table: () => evidenceRows(scenario),
})

function timelinePicture(scenario: Scenario): Picture {
  const timeline = timelineRows(scenario.case, scenario.judgment, undefined)
  const { asOf } = scenario.case
  return {
    ...WHOLE_PAGE,
    title: `Evidence up to ${sayDate(asOf)}: ${sayHowMany(scenario)}`,
    subtitle: sayCounted(scenario),
    height: timelineHeight(timeline),
    chart: (
      <TimelineChart
        timeline={timeline}
        asOf={asOf}
        items={itemsOf(scenario.case, scenario.judgment.disputed)}
        width={CHART_WIDTH}
      />
    ),
  }
}
