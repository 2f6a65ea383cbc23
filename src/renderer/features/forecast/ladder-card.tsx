import { useMemo } from 'react'
import type { ScheduledUpdate } from '../../../engine/scheduler'
import { sayProbability, tellProbability } from '../../../forecast/conclusion/words'
import { LadderChart } from '../../charts/ladder-chart'
import { ladderRows } from '../../charts/rows'
import { useWidth } from '../../components/use-width'
import { Card } from './card'
import { useChartHeight } from './chart-height'
import { SeriesTable } from './series-table'

/** Where the conflict stands, by month. */
export const LadderCard = ({ update: { scenario, forecast } }: { update: ScheduledUpdate }) => {
  const [ref, width] = useWidth()
  const { ladder, asOf } = scenario.case
  const rows = useMemo(() => ladderRows(forecast), [forecast])
  const last = rows.at(-1)?.rungs ?? []
  const horizon = rows.length - 1
  const height = useChartHeight()
  return (
    <Card
      chart="ladder"
      title="Where the conflict stands, by month"
      description={`Stacked areas, month 0 to ${horizon}. At the end: ${ladder
        .map(({ label }, index) => `${label} ${sayProbability(last[index] ?? 0)}`)
        .join(', ')}.`}
      picture={
        <div ref={ref} className="chart" style={{ height }}>
          {width > 0 && <LadderChart {...{ rows, ladder, asOf, width, height }} />}
        </div>
      }
      table={
        <SeriesTable
          caption="Probability of each rung by month"
          asOf={asOf}
          months={forecast.months}
          columns={forecast.rungs.flatMap((series, index) => {
            const name = ladder[index]?.label ?? series.id
            return [{ name, cells: series.mean.map(tellProbability) }]
          })}
        />
      }
    />
  )
}
