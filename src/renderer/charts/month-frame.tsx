import { memo, type ReactElement, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { monthTicks, nameMonth, shortMonth } from '../../forecast/calendar'
import {
  AXIS_TEXT,
  AXIS_WIDTH,
  type ChartSize,
  chartMargin,
  monthNamesFor,
  percentTick,
} from './chart-frame'

interface MonthFrameProps extends ChartSize {
  readonly horizon: number
  /** Month 0; months are counted where it is not known. */
  readonly asOf: string | undefined
  /** Where the upright axis ends, and what is marked on it; shares of 1. */
  readonly top: number
  readonly ticks: readonly number[]
  readonly labelWidth: number
  readonly isGridOver?: boolean
  /** What is drawn; elements that stay the same object while only numbers change. */
  readonly curves: ReactElement
  /** What names the curves, where they are named. */
  readonly labels: ReactElement | undefined
  readonly tooltip: ReactElement
}

/**
 * Axes, grid and tooltip of a chart by month. It depends on nothing that a slider
 * moves: the curves inside read their numbers from a context, so that a new forecast
 * costs a few paths and not the drawing of a chart.
 */
export const MonthFrame = memo((props: MonthFrameProps) => {
  const { horizon, asOf, top, ticks, labelWidth, isGridOver, width, height } = props
  const months = useMemo(
    () => Array.from({ length: horizon + 1 }, (_, month) => ({ month })),
    [horizon],
  )
  const grid = (
    <CartesianGrid
      vertical={false}
      stroke={isGridOver ? 'var(--gridline-over)' : 'var(--gridline)'}
    />
  )
  return (
    <ComposedChart
      width={width}
      height={height}
      data={months}
      margin={chartMargin(labelWidth)}
      accessibilityLayer={false}
    >
      {!isGridOver && grid}
      <XAxis
        dataKey="month"
        type="number"
        domain={[0, horizon]}
        ticks={monthTicks(horizon, monthNamesFor(width))}
        tickFormatter={(month: number) => nameMonth(asOf, month, shortMonth)}
        tick={AXIS_TEXT}
        tickLine={false}
        axisLine={{ stroke: 'var(--hairline-strong)' }}
        interval={0}
      />
      <YAxis
        domain={[0, top]}
        ticks={[...ticks]}
        allowDataOverflow
        tickFormatter={percentTick}
        tick={AXIS_TEXT}
        tickLine={false}
        axisLine={false}
        width={AXIS_WIDTH}
      />
      {/* Tells the chart where its months are, for the tooltip; it is not seen. */}
      <Line
        dataKey={AT_ZERO}
        stroke="none"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      {props.curves}
      {isGridOver && grid}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--text-quiet)', strokeWidth: 1 }}
        content={props.tooltip}
      />
      {props.labels}
    </ComposedChart>
  )
})

const AT_ZERO = () => 0
