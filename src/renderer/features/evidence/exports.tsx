import { sayDate } from '../../../forecast/calendar'
import { sayCounted, sayHowMany, sayTopic, standsTo } from '../../../forecast/evidence-words'
import type { Forecast } from '../../../forecast/forecast'
import type { Topic } from '../../../forecast/links'
import type { Scenario } from '../../../forecast/scenario'
import { asRun, exportSource } from '../../../provenance/provenance'
import { TimelineChart, timelineHeight } from '../../charts/timeline-chart'
import { timelineRows } from '../../charts/timeline-rows'
import { useForecast } from '../../state/forecast-store'
import { CHART_WIDTH, type ChartExport, type Picture, WHOLE_PAGE } from '../export/chart-export'
import { evidenceRows } from './evidence-rows'
import { HOW_TIMELINE_IS_DRAWN, itemsOf } from './timeline-card'
import { presentTopic } from './topic'

/** The timeline as it is on the screen; none before the first forecast. */
export function chartExports(): ChartExport[] {
  const { update } = useForecast.getState()
  return update && update.scenario.case.evidence.length > 0
    ? [timelineExport(update.scenario, update.forecast)]
    : []
}

const timelineExport = (scenario: Scenario, forecast: Forecast): ChartExport => ({
  kind: 'timeline',
  label: 'The evidence over time',
  source: exportSource(asRun(scenario, forecast), forecast),
  picture: () => timelinePicture(scenario, presentTopic(scenario.case)),
  table: () => evidenceRows(scenario),
})

function timelinePicture(scenario: Scenario, topic: Topic | undefined): Picture {
  const timeline = timelineRows(scenario.case, scenario.judgment, topic)
  const { asOf } = scenario.case
  const shown = topic
    ? `Strongly marked: what ${standsTo[topic.kind].one} ${sayTopic(scenario.case, topic)}.`
    : sayCounted(scenario)
  return {
    ...WHOLE_PAGE,
    title: `The evidence up to ${sayDate(asOf)}`,
    subtitle: `${sayHowMany(scenario)} ${shown} ${HOW_TIMELINE_IS_DRAWN}`,
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
