import { memo } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
} from 'recharts'
import { sayProbability, sayRange, tellProbability } from '../../forecast/conclusion/words'
import { longMonth, monthTicks, shortMonth } from './calendar'
import {
  AXIS_TEXT,
  AXIS_WIDTH,
  type ChartSize,
  chartMargin,
  monthNamesFor,
  percentTick,
} from './chart-frame'
import { ChartTooltip } from './chart-tooltip'
import { axisTicks, type EventRow } from './rows'
import { shorten } from './shorten'
import { spreadLabels } from './spread-labels'

/** The article's word and the range it stands for. */
export interface ArticleRange {
  readonly wording: string
  readonly range: readonly [low: number, high: number]
  /** What reads the word so, e.g. `ICD 203`. */
  readonly reader: string
}

interface EventChartProps extends ChartSize {
  readonly rows: readonly EventRow[]
  readonly asOf: string
  /** Where the axis ends; a share of 1. */
  readonly top: number
  readonly article: ArticleRange | undefined
}

const LABEL_WIDTH = 160

/** The chance of one event by month: forecast, judgment band, and what the article says of it. */
export const EventChart = memo(({ rows, asOf, top, article, width, height }: EventChartProps) => {
  const horizon = rows.length - 1
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...rows]}
      margin={chartMargin(LABEL_WIDTH)}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--gridline)" />
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
        domain={[0, top]}
        ticks={axisTicks(top)}
        allowDataOverflow
        tickFormatter={percentTick}
        tick={AXIS_TEXT}
        tickLine={false}
        axisLine={false}
        width={AXIS_WIDTH}
      />
      <Area dataKey="outer" {...BAND} fill="var(--band-outer)" />
      <Area dataKey="inner" {...BAND} fill="var(--band-inner)" />
      <Line
        dataKey="median"
        {...LINE}
        stroke="var(--accent)"
        strokeWidth={1}
        strokeDasharray="1 3"
      />
      <Line
        dataKey="baseline"
        {...LINE}
        stroke="var(--text-quiet)"
        strokeWidth={1.5}
        strokeDasharray="4 3"
      />
      <Line dataKey="mean" {...LINE} stroke="var(--accent)" strokeWidth={2} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--text-quiet)', strokeWidth: 1 }}
        content={
          <ChartTooltip title={(row: EventRow) => longMonth(asOf, row.month)} lines={tell} />
        }
      />
      <EndLabels last={rows.at(-1)} top={top} article={article} />
    </ComposedChart>
  )
})

const BAND = {
  type: 'linear',
  stroke: 'none',
  fillOpacity: 1,
  isAnimationActive: false,
  activeDot: false,
} as const
const LINE = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const

const tell = (row: EventRow) => [
  { label: 'Forecast', value: tellProbability(row.mean) },
  { label: 'Median of the draws', value: tellProbability(row.median) },
  { label: 'Half of the draws', value: sayRange(...row.inner) },
  { label: 'Nine in ten draws', value: sayRange(...row.outer) },
  ...(row.baseline === undefined
    ? []
    : [{ label: 'With the article’s drivers', value: tellProbability(row.baseline) }]),
]

/** Names the lines at their ends, and draws the article's range beside them. */
const EndLabels = ({
  last,
  top,
  article,
}: {
  readonly last: EventRow | undefined
  readonly top: number
  readonly article: ArticleRange | undefined
}) => {
  const plot = usePlotArea()
  if (!plot || !last) return null
  const y = (share: number): number => plot.y + (1 - Math.min(share, top) / top) * plot.height
  const edge = plot.x + plot.width
  const textAt = edge + 24
  const texts = endTexts(last, article)
  const places = spreadLabels(
    texts.map(({ share }) => y(share)),
    15,
    plot.y + 6,
    plot.y + plot.height - 4,
  )
  return (
    <g>
      {article && (
        <rect
          x={edge + 8}
          y={y(article.range[1])}
          width={6}
          height={Math.max(y(article.range[0]) - y(article.range[1]), 1)}
          fill="var(--article)"
        />
      )}
      {texts.map(({ key, text, tone }, index) => (
        <text
          key={key}
          x={textAt}
          y={places[index]?.placed ?? 0}
          dy="0.34em"
          className={`chart-label chart-label-${tone}`}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

function endTexts(last: EventRow, article: ArticleRange | undefined) {
  const own = {
    key: 'own',
    share: last.mean,
    text: `this scenario ${sayProbability(last.mean)}`,
    tone: 'strong',
  }
  const baseline =
    last.baseline === undefined
      ? []
      : [
          {
            key: 'baseline',
            share: last.baseline,
            text: `article’s drivers ${sayProbability(last.baseline)}`,
            tone: 'quiet',
          },
        ]
  if (!article) return [own, ...baseline]
  const middle = (article.range[0] + article.range[1]) / 2
  return [
    {
      key: 'word',
      share: middle,
      text: sayWording(article.wording),
      tone: 'plain',
    },
    {
      key: 'range',
      share: middle - 1e-6,
      text: `${sayRange(...article.range)} (${article.reader})`,
      tone: 'quiet',
    },
    own,
    ...baseline,
  ]
}

/** A long word of probability leaves no room for who says it; the bar beside it does. */
const sayWording = (wording: string): string =>
  wording.length > 12 ? `“${shorten(wording, 22)}”` : `article: “${wording}”`
