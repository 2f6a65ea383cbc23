import { memo, useMemo, useState } from 'react'
import { Bar, BarChart, CartesianGrid, usePlotArea, XAxis, YAxis } from 'recharts'
import { sayDate } from '../../forecast/calendar'
import type { Id } from '../../forecast/scenario'
import { AXIS_TEXT } from './chart-frame'
import { timeTicks } from './time-scale'
import { TimelineContext, type TimelineItem, TimelineLine } from './timeline-marks'
import type { Timeline, TimelineMark } from './timeline-rows'

interface TimelineChartProps {
  readonly timeline: Timeline
  readonly asOf: string
  readonly items: ReadonlyMap<Id, TimelineItem>
  readonly chosen?: Id | undefined
  readonly width: number
  readonly onChoose?: (mark: TimelineMark) => void
}

const ROW_HEIGHT = 16
const AXIS_HEIGHT = 24
const TOP = 18
const [LABEL_WIDTH, START_WIDTH] = [158, 52]

/** The height that a timeline takes. */
export const timelineHeight = ({ rows }: Timeline): number =>
  rows.length * ROW_HEIGHT + AXIS_HEIGHT + TOP

interface Hovered {
  readonly id: Id
  readonly x: number
  readonly y: number
}

/** The evidence by driver over time, above the ladder with the moves that are counted. */
export const TimelineChart = (props: TimelineChartProps) => {
  const { timeline, asOf, items, chosen, width, onChoose } = props
  const [hovered, setHovered] = useState<Hovered>()
  const context = useMemo(() => ({ chosen, onChoose, onHover: setHovered }), [chosen, onChoose])
  const item = hovered && items.get(hovered.id)
  return (
    <TimelineContext value={context}>
      <TimelinePlot {...{ timeline, asOf, width }} />
      {item && <Summary item={item} at={hovered} width={width} />}
    </TimelineContext>
  )
}

type TimelinePlotProps = Pick<TimelineChartProps, 'timeline' | 'asOf' | 'width'>

/** Drawn anew neither under the pointer nor when something is chosen: a click needs its mark to stay. */
const TimelinePlot = memo(({ timeline, asOf, width }: TimelinePlotProps) => {
  const plotWidth = width - LABEL_WIDTH - START_WIDTH
  const ticks = timeTicks(timeline.scale, plotWidth)
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={timelineHeight(timeline)}
      data={[...timeline.rows]}
      margin={{ top: TOP, right: START_WIDTH, bottom: 0, left: LABEL_WIDTH }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke="var(--gridline)" />
      <XAxis
        type="number"
        domain={[0, 1]}
        ticks={ticks.map(({ at }) => at)}
        tickFormatter={(at: number) => ticks.find((tick) => tick.at === at)?.label ?? ''}
        tick={AXIS_TEXT}
        tickLine={false}
        axisLine={{ stroke: 'var(--hairline-strong)' }}
        height={AXIS_HEIGHT}
        interval={0}
      />
      <YAxis type="category" dataKey="key" interval={0} hide />
      <AsOfLine at={timeline.asOfAt} text={`as of ${sayDate(asOf)}`} />
      <Bar dataKey={FULL_WIDTH} shape={TimelineLine} isAnimationActive={false} />
      <ScaleBreak timeline={timeline} />
    </BarChart>
  )
})

const FULL_WIDTH = () => 1

const AsOfLine = ({ at, text }: { readonly at: number; readonly text: string }) => {
  const plot = usePlotArea()
  if (!plot) return null
  const x = plot.x + at * plot.width
  return (
    <g>
      <path
        d={`M${x},${plot.y - 4}V${plot.y + plot.height}`}
        stroke="var(--text-quiet)"
        strokeWidth={1}
        fill="none"
      />
      <text x={x + 4} y={plot.y - 6} textAnchor="end" className="chart-label chart-label-quiet">
        {text}
      </text>
    </g>
  )
}

/** Where the scale is another from here on: a gap in the axis, and two strokes. */
const ScaleBreak = ({ timeline }: { readonly timeline: Timeline }) => {
  const plot = usePlotArea()
  const [early, recent] = timeline.scale.parts
  if (!plot || !recent) return null
  const [left, right] = [plot.x + early.to * plot.width, plot.x + recent.from * plot.width]
  const bottom = plot.y + plot.height
  const stroke = (x: number): string => `M${x - 2},${bottom + 5}L${x + 2},${bottom - 5}`
  return (
    <g>
      <rect
        className="scale-gap"
        x={left}
        y={plot.y}
        width={right - left}
        height={plot.height + 2}
        fill="var(--surface)"
      />
      <path
        d={`${stroke(left)}${stroke(right)}`}
        stroke="var(--text-quiet)"
        strokeWidth={1}
        fill="none"
      />
      <text
        x={(left + right) / 2}
        y={plot.y - 6}
        textAnchor="middle"
        className="chart-label chart-label-quiet"
      >
        scale changes
      </text>
    </g>
  )
}

const SUMMARY_WIDTH = 280

interface SummaryProps {
  readonly item: TimelineItem
  readonly at: Hovered
  readonly width: number
}

const Summary = ({ item, at, width }: SummaryProps) => (
  <div
    className="chart-tooltip timeline-summary"
    style={{
      width: SUMMARY_WIDTH,
      left: Math.min(Math.max(at.x - SUMMARY_WIDTH / 2, 0), width - SUMMARY_WIDTH),
      top: at.y + 12,
    }}
  >
    <p className="chart-tooltip-title">
      {sayDate(item.date)}
      {item.isDisputed && ', disputed'}
    </p>
    <p>{item.summary}</p>
  </div>
)
