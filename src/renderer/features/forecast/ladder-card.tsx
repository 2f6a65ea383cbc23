import { useMemo } from 'react'
import { sayProbability, tellProbability } from '../../../forecast/conclusion/words'
import type { Forecast } from '../../../forecast/forecast'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'
import { LadderChart } from '../../charts/drawn-later'
import { ladderRows } from '../../charts/rows'
import { Card, NOT_YET } from '../../components/card'
import { SeriesTable } from '../../components/series-table'
import { useWidth } from '../../components/use-width'
import { useChartHeight } from './chart-height'

interface LadderCardProps {
  readonly scenario: Scenario
  /** Undefined until the first one is there. */
  readonly forecast: Forecast | undefined
  /** Whether it is time for the chart, or only for its place. */
  readonly isDrawn: boolean
}

/** Where it stands, by month. */
export const LadderCard = ({ scenario, forecast, isDrawn }: LadderCardProps) => {
  const [ref, width] = useWidth()
  const { ladder, asOf } = scenario.case
  const rows = useMemo(() => (forecast ? ladderRows(forecast) : []), [forecast])
  const last = rows.at(-1)?.rungs ?? []
  const horizon = scenario.judgment.horizonMonths
  const height = useChartHeight()
  return (
    <Card
      chart="ladder"
      title="Where it stands, by month"
      description={
        forecast
          ? `Stacked areas, month 0 to ${horizon}. At the end: ${ladder
              .map(({ label }, index) => `${isolated(label)} ${sayProbability(last[index] ?? 0)}`)
              .join(', ')}.`
          : NOT_YET
      }
      picture={
        <div ref={ref} className="chart" style={{ height }}>
          {isDrawn && width > 0 && <LadderChart {...{ rows, ladder, asOf, width, height }} />}
        </div>
      }
      table={
        forecast && (
          <SeriesTable
            caption="Probability of each rung by month"
            asOf={asOf}
            months={forecast.months}
            columns={forecast.rungs.flatMap((series, index) => {
              const name = ladder[index]?.label ?? series.id
              return [{ name, cells: series.mean.map(tellProbability) }]
            })}
          />
        )
      }
    />
  )
}
