import { memo } from 'react'
import { Area, AreaChart, CartesianGrid, Tooltip, usePlotArea, XAxis, YAxis } from 'recharts'
import { sayProbability, tellProbability } from '../../forecast/conclusion/words'
import type { Rung } from '../../forecast/scenario'
import { longMonth, monthTicks, shortMonth } from './calendar'
import {
  AXIS_TEXT,
  AXIS_WIDTH,
  type ChartSize,
  chartMargin,
  monthNamesFor,
  percentTick,
  rungColour,
} from './chart-frame'
import { ChartTooltip } from './chart-tooltip'
import type { LadderRow } from './rows'
import { shorten } from './shorten'
import { spreadLabels } from './spread-labels'

interface LadderChartProps extends ChartSize {
  readonly rows: readonly LadderRow[]
  readonly ladder: readonly Rung[]
  readonly asOf: string
}

const LABEL_WIDTH = 200
const QUARTERS = [0, 0.25, 0.5, 0.75, 1]

/** Where the conflict stands, by month: the rungs stacked in ladder order. */
export const LadderChart = memo(({ rows, ladder, asOf, width, height }: LadderChartProps) => {
  const horizon = rows.length - 1
  return (
    <AreaChart
      width={width}
      height={height}
      data={[...rows]}
      margin={chartMargin(LABEL_WIDTH)}
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="month"
        type="number"
        domain={[0, horizon]}
        ticks={monthTicks(horizon, monthNamesFor(width))}
        tickFormatter={(month: number) => shortMonth(asOf, month)}
        tick={AXIS_TEXT}
        tickLine={false}
        axisLine={{ stroke: 'var(--hairline-strong)' }}
        interval={0}
      />
      <YAxis
        domain={[0, 1]}
        ticks={QUARTERS}
        tickFormatter={percentTick}
        tick={AXIS_TEXT}
        tickLine={false}
        axisLine={false}
        width={AXIS_WIDTH}
      />
      {ladder.map((rung, index) => (
        <Area
          key={rung.id}
          name={rung.label}
          dataKey={(row: LadderRow) => row.rungs[index] ?? 0}
          stackId="ladder"
          type="linear"
          fill={rungColour(index, ladder.length)}
          fillOpacity={1}
          stroke="var(--surface)"
          strokeWidth={1}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      <CartesianGrid vertical={false} stroke="var(--gridline-over)" />
      <Tooltip
        isAnimationActive={false}
        content={
          <ChartTooltip
            title={(row: LadderRow) => longMonth(asOf, row.month)}
            lines={(row: LadderRow) =>
              ladder
                .map((rung, index) => ({
                  label: rung.label,
                  value: tellProbability(row.rungs[index] ?? 0),
                  colour: rungColour(index, ladder.length),
                }))
                .reverse()
            }
          />
        }
        cursor={{ stroke: 'var(--text-quiet)', strokeWidth: 1 }}
      />
      <RungLabels last={rows.at(-1)} ladder={ladder} />
    </AreaChart>
  )
})

/** Names each rung at the end of its area. */
const RungLabels = ({
  last,
  ladder,
}: {
  readonly last: LadderRow | undefined
  readonly ladder: readonly Rung[]
}) => {
  const plot = usePlotArea()
  if (!plot || !last) return null
  let below = 0
  const wanted = last.rungs.map((share) => {
    const middle = below + share / 2
    below += share
    return plot.y + (1 - middle) * plot.height
  })
  const gap = Math.min(16, (plot.height - 4) / (ladder.length - 1))
  const labels = spreadLabels(wanted, gap, plot.y + 2, plot.y + plot.height - 2)
  const edge = plot.x + plot.width
  return (
    <g>
      {ladder.map((rung, index) => {
        const { wanted: from = 0, placed = 0 } = labels[index] ?? {}
        return (
          <g key={rung.id}>
            <path
              d={`M${edge + 2},${from}L${edge + 6},${from}L${edge + 10},${placed}`}
              fill="none"
              stroke="var(--hairline-strong)"
            />
            <rect
              x={edge + 12}
              y={placed - 4}
              width={8}
              height={8}
              fill={rungColour(index, ladder.length)}
              stroke="var(--hairline-strong)"
              strokeWidth={0.5}
            />
            <text x={edge + 25} y={placed} dy="0.34em" className="chart-label">
              {shorten(rung.label, 22)}{' '}
              <tspan fontWeight={650}>{sayProbability(last.rungs[index] ?? 0)}</tspan>
            </text>
          </g>
        )
      })}
    </g>
  )
}
