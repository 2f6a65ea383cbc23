import { useMemo, useRef } from 'react'
import type { ScheduledUpdate } from '../../../engine/scheduler'
import { type EventOutlook, eventChoices } from '../../../forecast/conclusion/outlook'
import { sayProbability, sayRange, tellProbability } from '../../../forecast/conclusion/words'
import type { Series } from '../../../forecast/forecast'
import { EventChart } from '../../charts/event-chart'
import { axisTop, eventRows } from '../../charts/rows'
import { useWidth } from '../../components/use-width'
import { setView, useView } from '../../state/view-store'
import { Card } from './card'
import { useChartHeight } from './chart-height'
import { SeriesTable } from './series-table'

interface EventCardProps {
  readonly update: ScheduledUpdate
  readonly outlook: EventOutlook
}

/** The chance of the chosen event, by month. */
export const EventCard = ({ update: { scenario, forecast }, outlook }: EventCardProps) => {
  const [ref, width] = useWidth()
  const { series, baseline, article, choice, subject } = outlook
  const rows = useMemo(() => eventRows(series, baseline), [series, baseline])
  const top = useStillTop(eventTop(outlook), `${choice.id} ${forecast.months.length}`)
  const { asOf } = scenario.case
  const last = rows.length - 1
  const height = useChartHeight()
  return (
    <Card
      chart="event"
      title="Chance by month"
      description={`${subject}: rises to ${sayProbability(series.mean[last] ?? 0)}, judgment band ${sayRange(series.p05[last] ?? 0, series.p95[last] ?? 0)}.`}
      tools={
        <select
          className="event-choice"
          aria-label="Event charted"
          value={choice.id}
          onChange={(event) => setView({ claim: event.target.value })}
        >
          {eventChoices(scenario).map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      }
      picture={
        <div ref={ref} className="chart" style={{ height }}>
          {width > 0 && <EventChart {...{ rows, asOf, top, article, width, height }} />}
        </div>
      }
      table={
        <SeriesTable
          caption={`${choice.label}: chance by month`}
          asOf={asOf}
          months={forecast.months}
          columns={eventColumns(series, baseline)}
        />
      }
    />
  )
}

/** The axis ends at a round value above the band, the article's range and its drivers' line. */
export const eventTop = ({ series, baseline, article }: EventOutlook): number =>
  axisTop([...series.p95, ...(baseline?.mean ?? []), ...(article ? [article.range[1]] : [])])

/** While a slider is held the axis stands still, unless another chart has come in its place. */
function useStillTop(wanted: number, chart: string): number {
  const isDragging = useView((view) => view.isDragging)
  const held = useRef({ top: wanted, chart })
  if (!isDragging || held.current.chart !== chart) held.current = { top: wanted, chart }
  return held.current.top
}

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

/** In points of per cent, with the digits it deserves. */
export const sayStandardError = (error: number): string =>
  Number.isNaN(error) ? 'not known' : `${(error * 100).toFixed(error < 0.001 ? 3 : 2)}\u202f%`
