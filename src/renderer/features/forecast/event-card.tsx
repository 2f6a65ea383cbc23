import { useMemo } from 'react'
import { chosenEvent, type EventOutlook, eventChoices } from '../../../forecast/conclusion/outlook'
import { sayProbability, sayRange, tellProbability } from '../../../forecast/conclusion/words'
import type { Series } from '../../../forecast/forecast'
import { sayStandardError } from '../../../forecast/numerical-error'
import type { Scenario } from '../../../forecast/scenario'
import { EventChart } from '../../charts/drawn-later'
import { axisTop, eventRows } from '../../charts/rows'
import { Card, NOT_YET } from '../../components/card'
import { EventSelect } from '../../components/event-select'
import { SeriesTable } from '../../components/series-table'
import { useStillTop } from '../../components/use-still-top'
import { useWidth } from '../../components/use-width'
import { useView } from '../../state/view-store'
import { useChartHeight } from './chart-height'

interface EventCardProps {
  readonly scenario: Scenario
  /** Undefined until the first forecast is there. */
  readonly outlook: EventOutlook | undefined
  /** Whether it is time for the chart, or only for its place. */
  readonly isDrawn: boolean
}

/** The chance of the chosen event, by month. */
export const EventCard = ({ scenario, outlook, isDrawn }: EventCardProps) => {
  const [ref, width] = useWidth()
  const wanted = useView((view) => view.claim)
  const { series, baseline, article } = outlook ?? {}
  const choice = outlook?.choice ?? chosenEvent(scenario, wanted)
  const rows = useMemo(() => (series ? eventRows(series, baseline) : []), [series, baseline])
  const horizon = scenario.judgment.horizonMonths
  const top = useStillTop(outlook ? eventTop(outlook) : 1, `${choice?.id} ${horizon}`)
  const { asOf } = scenario.case
  const height = useChartHeight()
  if (!choice) return null
  return (
    <Card
      chart="event"
      title="Chance by month"
      description={outlook ? describe(outlook) : NOT_YET}
      tools={
        <EventSelect label="Event charted" value={choice.id} choices={eventChoices(scenario)} />
      }
      picture={
        <div ref={ref} className="chart" style={{ height }}>
          {isDrawn && width > 0 && <EventChart {...{ rows, asOf, top, article, width, height }} />}
        </div>
      }
      table={
        series && (
          <SeriesTable
            caption={`${choice.label}: chance by month`}
            asOf={asOf}
            months={series.mean.map((_, month) => month)}
            columns={eventColumns(series, baseline)}
          />
        )
      }
    />
  )
}

const describe = ({ subject, series }: EventOutlook): string => {
  const end = (values: readonly number[]): number => values.at(-1) ?? 0
  return `${subject}: rises to ${sayProbability(end(series.mean))}, judgment band ${sayRange(end(series.p05), end(series.p95))}.`
}

/** The axis ends at a round value above the band, the article's range and its drivers' line. */
export const eventTop = ({ series, baseline, article }: EventOutlook): number =>
  axisTop([...series.p95, ...(baseline?.mean ?? []), ...(article ? [article.range[1]] : [])])

const eventColumns = (series: Series, baseline: Series | undefined) => {
  const column = (name: string, values: readonly number[]) => ({
    name,
    cells: values.map(tellProbability),
  })
  return [
    column('Forecast', series.mean),
    column('5 % of draws below', series.p05),
    column('25 %', series.p25),
    column('Median', series.p50),
    column('75 %', series.p75),
    column('95 %', series.p95),
    {
      name: 'Numerical error ±',
      cells: series.standardError.map((error) => sayStandardError(error)),
    },
    ...(baseline ? [column('Article’s drivers', baseline.mean)] : []),
  ]
}
