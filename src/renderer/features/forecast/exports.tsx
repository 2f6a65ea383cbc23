import { type ForecastChart, seriesTable } from '../../../briefing/series-table'
import { type EventOutlook, eventOutlook, headline } from '../../../forecast/conclusion/outlook'
import type { Forecast } from '../../../forecast/forecast'
import { isolated } from '../../../forecast/isolated'
import type { Id, Scenario } from '../../../forecast/scenario'
import { asRun, exportSource } from '../../../provenance/provenance'
import { UNNAMED_WIDTH } from '../../charts/chart-frame'
import { EVENT_LABELS, EventChart } from '../../charts/event-chart'
import { LADDER_LABELS, LadderChart } from '../../charts/ladder-chart'
import { eventRows, ladderRows } from '../../charts/rows'
import { baselineFor, useForecast } from '../../state/forecast-store'
import { useView } from '../../state/view-store'
import {
  CHART_WIDTH,
  type ChartExport,
  PAGE,
  type Picture,
  type PictureLook,
  WHOLE_PAGE,
} from '../export/chart-export'
import { conclusionPicture } from './conclusion-picture'
import { eventTop } from './event-card'

export interface ForecastShown {
  readonly scenario: Scenario
  readonly forecast: Forecast
  readonly baseline: Forecast | undefined
  readonly claim: Id | undefined
}

/** The charts of what is on the screen; none before the first forecast. */
export function chartExports(): ChartExport[] {
  const { update, baseline } = useForecast.getState()
  if (!update) return []
  const { claim } = useView.getState()
  return forecastExports({ ...update, baseline: baselineFor(update, baseline), claim })
}

export function forecastExports(shown: ForecastShown): ChartExport[] {
  const { scenario, forecast, baseline, claim } = shown
  const outlook = eventOutlook({ scenario, forecast }, baseline, claim)
  const chart = (
    kind: ForecastChart,
    label: string,
    picture: ChartExport['picture'],
  ): ChartExport => ({
    kind,
    label,
    picture,
    source: exportSource(asRun(scenario, forecast), forecast),
    table: () => seriesTable({ chart: kind, scenario, forecast, baseline, event: outlook?.choice }),
  })
  return [
    chart('ladder', 'Where it stands, by month', (look) => ladderPicture(scenario, forecast, look)),
    ...(outlook
      ? [
          chart('event', `Chance by month: ${outlook.choice.label}`, (look) =>
            eventPicture(scenario, outlook, look),
          ),
        ]
      : []),
    ...(scenario.case.conclusion.length > 0
      ? [
          chart('conclusion', 'Held against the article’s conclusion', () =>
            conclusionPicture(scenario, forecast),
          ),
        ]
      : []),
  ]
}

/** A chart keeps its size when what names its curves is left out; the page gets narrower. */
const widthOf = (labels: number, { hasLegend }: PictureLook): number =>
  CHART_WIDTH - (hasLegend ? 0 : labels - UNNAMED_WIDTH)

function ladderPicture(scenario: Scenario, forecast: Forecast, look: PictureLook): Picture {
  const width = widthOf(LADDER_LABELS, look)
  return {
    ...WHOLE_PAGE,
    width,
    title: 'Where it stands, by month',
    subtitle: `${isolated(scenario.case.title)}: chance of each rung of the ladder.`,
    chart: (
      <LadderChart
        rows={ladderRows(forecast)}
        ladder={scenario.case.ladder}
        asOf={scenario.case.asOf}
        isNamed={look.hasLegend}
        width={width}
        height={PAGE.plotHeight}
      />
    ),
  }
}

function eventPicture(scenario: Scenario, outlook: EventOutlook, look: PictureLook): Picture {
  const { series, baseline, article } = outlook
  const { claim, band } = headline(outlook)
  const width = widthOf(EVENT_LABELS, look)
  return {
    ...WHOLE_PAGE,
    width,
    title: `${claim} ${band}`,
    subtitle: 'Line: forecast. Bands: half, and nine in ten, of the draws. Dotted: their median.',
    chart: (
      <EventChart
        rows={eventRows(series, baseline)}
        asOf={scenario.case.asOf}
        top={eventTop(outlook)}
        article={article}
        isNamed={look.hasLegend}
        width={width}
        height={PAGE.plotHeight}
      />
    ),
  }
}
