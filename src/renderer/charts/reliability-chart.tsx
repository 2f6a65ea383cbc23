import { CartesianGrid, ComposedChart, Line, Tooltip, usePlotArea, XAxis, YAxis } from 'recharts'
import { tellProbability } from '../../forecast/conclusion/words'
import { sayCalled, sayCame } from './calibration-words'
import { AXIS_TEXT, AXIS_WIDTH, type ChartSize, type Named, percentTick } from './chart-frame'
import { ChartTooltip, type TooltipState } from './chart-tooltip'
import { hasPoint, type ReliabilityRow } from './reliability-rows'
import { axisTicks } from './rows'
import { spreadLabels } from './spread-labels'

interface ReliabilityChartProps extends ChartSize, Named {
  readonly rows: readonly ReliabilityRow[]
  /** Where both axes end; a share of 1. */
  readonly top: number
  /** The share of all forecasts that came true. */
  readonly overall: number
}

const AXIS_HEIGHT = 26
/** Below the axis: the number above each bar, the tallest bar, and air. */
const COUNTS = { gap: 22, bar: 34 } as const
const MARGIN = { top: 26, right: 96, bottom: COUNTS.gap + COUNTS.bar, left: 0 } as const

const AXIS = {
  type: 'number',
  tick: AXIS_TEXT,
  tickLine: false,
  tickFormatter: percentTick,
} as const

/** How often what was called came, with the number of forecasts below. */
export const ReliabilityChart = (props: ReliabilityChartProps) => {
  const { rows, top, width, height } = props
  const ticks = axisTicks(top)
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...rows]}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--gridline)" />
      <XAxis
        {...AXIS}
        dataKey="mean"
        domain={[0, top]}
        ticks={ticks}
        axisLine={{ stroke: 'var(--hairline-strong)' }}
        interval={0}
        height={AXIS_HEIGHT}
      />
      <YAxis {...AXIS} domain={[0, top]} ticks={ticks} axisLine={false} width={AXIS_WIDTH} />
      <Unseen />
      <Marks {...props} />
      <Counts {...props} />
      <Tooltip isAnimationActive={false} cursor={false} content={<Told rows={rows} />} />
    </ComposedChart>
  )
}

/** Tells the chart where its rows are, for the tooltip. */
const Unseen = () => (
  <Line dataKey={AT_ZERO} stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
)

const AT_ZERO = () => 0

/** The line on which everything comes as often as called, all forecasts together, and each row. */
const Marks = ({ rows, top, overall, isNamed = true }: ReliabilityChartProps) => {
  const plot = usePlotArea()
  if (!plot) return null
  const x = (share: number): number => plot.x + (share / top) * plot.width
  const y = (share: number): number => plot.y + (1 - Math.min(share, top) / top) * plot.height
  return (
    <g>
      <path
        d={`M${x(0)},${y(overall)}H${x(top)}`}
        stroke="var(--article)"
        strokeWidth={1.5}
        strokeDasharray="2 3"
        fill="none"
      />
      <path
        d={`M${x(0)},${y(0)}L${x(top)},${y(top)}`}
        stroke="var(--text-quiet)"
        strokeWidth={1}
        fill="none"
      />
      {rows.filter(hasPoint).map((row) => (
        <Point key={row.called[0]} row={row} x={x(row.mean)} y={y} />
      ))}
      {isNamed && <EdgeLabels edge={x(top)} overall={overall} places={[y(top), y(overall)]} />}
      <text x={4} y={plot.y - 14} className="chart-label chart-label-quiet">
        came true
      </text>
      <text x={x(top) + 22} y={plot.y + plot.height + 17} className="chart-label chart-label-quiet">
        called
      </text>
    </g>
  )
}

interface PointProps {
  readonly row: ReliabilityRow
  readonly x: number
  readonly y: (share: number) => number
}

/** A dot with its interval; a ring where none can be told. */
const Point = ({ row: { came, interval }, x, y }: PointProps) => (
  <g>
    {interval && (
      <path
        d={`M${x},${y(interval[0])}V${y(interval[1])}`}
        stroke="var(--accent)"
        strokeWidth={2}
        fill="none"
      />
    )}
    <circle
      cx={x}
      cy={y(came)}
      r={5.5}
      fill={interval ? 'var(--accent)' : 'var(--surface)'}
      stroke={interval ? 'var(--surface)' : 'var(--accent)'}
      strokeWidth={interval ? 1.5 : 2}
    />
  </g>
)

const LABEL_GAP = 30

/** The two lines, named at their ends. */
const EdgeLabels = ({
  edge,
  overall,
  places: [diagonal, level],
}: {
  readonly edge: number
  readonly overall: number
  readonly places: readonly [diagonal: number, level: number]
}) => {
  const [first, second] = spreadLabels([diagonal + 4, level], LABEL_GAP, 0, level + LABEL_GAP)
  const x = edge + 10
  return (
    <g>
      <text x={x} y={first?.placed} className="chart-label chart-label-quiet">
        as often
      </text>
      <text x={x} y={(first?.placed ?? 0) + 14} className="chart-label chart-label-quiet">
        as called
      </text>
      <text x={x} y={second?.placed} dy="0.34em" className="chart-label">
        {`overall ${tellProbability(overall)}`}
      </text>
    </g>
  )
}

const BAR_WIDTH = 14
/** About what a figure takes up, in pixels, and the air between two numbers. */
const [FIGURE, AIR] = [7, 8]

/** How many forecasts each row has, on the same scale of what was called. */
const Counts = ({ rows, top }: ReliabilityChartProps) => {
  const plot = usePlotArea()
  if (!plot) return null
  const most = Math.max(...rows.map(({ count }) => count), 1)
  const base = plot.y + plot.height + AXIS_HEIGHT + COUNTS.gap + COUNTS.bar - 1
  const names = rows.map(({ count }) => count.toLocaleString('en-GB'))
  const centres = rows.map(({ mean }) => plot.x + (mean / top) * plot.width)
  const widest = Math.max(...names.map(({ length }) => length), 1) * FIGURE + AIR
  const texts = spreadLabels(centres, widest, plot.x, plot.x + plot.width)
  return (
    <g>
      {rows.map((row, index) => (
        <Count
          key={row.called[0]}
          name={names[index] ?? ''}
          centre={centres[index] ?? 0}
          written={texts[index]?.placed ?? 0}
          base={base}
          height={Math.max((row.count / most) * COUNTS.bar, 1)}
        />
      ))}
      <rect x={plot.x} y={base} width={plot.width} height={1} fill="var(--hairline-strong)" />
      <text
        x={plot.x + plot.width + 10}
        y={base - COUNTS.bar - 6}
        className="chart-label chart-label-quiet"
      >
        forecasts
      </text>
    </g>
  )
}

interface CountProps {
  readonly name: string
  /** Across: the middle of the bar, and of the number that may have had to give way. */
  readonly centre: number
  readonly written: number
  readonly base: number
  readonly height: number
}

/** A bar under its number; where the number has moved aside, a line leads to it. */
const Count = ({ name, centre, written, base, height }: CountProps) => (
  <g>
    <rect
      x={centre - BAR_WIDTH / 2}
      y={base - height}
      width={BAR_WIDTH}
      height={height}
      fill="var(--band-inner)"
    />
    {Math.abs(written - centre) > BAR_WIDTH / 2 && (
      <path
        d={`M${written},${base - COUNTS.bar - 3}L${centre},${base - height}`}
        stroke="var(--hairline-strong)"
        strokeWidth={1}
        fill="none"
      />
    )}
    <text x={written} y={base - COUNTS.bar - 6} textAnchor="middle" className="chart-label">
      {name}
    </text>
  </g>
)

interface ToldProps extends TooltipState {
  readonly rows: readonly ReliabilityRow[]
}

/** What the pointer tells of the row nearest to it; rows are known by what they were called. */
const Told = ({ rows, ...state }: ToldProps) => {
  const rowAt = (mean: number): ReliabilityRow | undefined => rows.find((row) => row.mean === mean)
  return (
    <ChartTooltip
      {...state}
      title={(mean) => `Called ${tellProbability(mean)} on average`}
      lines={(mean) => {
        const row = rowAt(mean)
        return row
          ? [
              { label: 'Called between', value: sayCalled(row) },
              { label: 'Came true', value: sayCame(row) },
              { label: 'Forecasts', value: row.count.toLocaleString('en-GB') },
              { label: 'Disputes', value: String(row.disputes) },
            ]
          : []
      }}
    />
  )
}
