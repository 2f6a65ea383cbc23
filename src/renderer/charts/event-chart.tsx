import { createContext, useContext, useMemo } from 'react'
import { usePlotArea } from 'recharts'
import { longMonth } from '../../forecast/calendar'
import type { ArticleRange } from '../../forecast/conclusion/outlook'
import { sayProbability, sayRange, tellProbability } from '../../forecast/conclusion/words'
import { type ChartSize, type Named, UNNAMED_WIDTH } from './chart-frame'
import { ChartTooltip, type TooltipState } from './chart-tooltip'
import { MonthFrame } from './month-frame'
import { bandPath, linePath, placeIn } from './paths'
import { axisTicks, type EventRow } from './rows'
import { shorten } from './shorten'
import { spreadAround } from './spread-labels'

interface EventNumbers {
  readonly rows: readonly EventRow[]
  readonly asOf: string
  /** Where the axis ends; a share of 1. */
  readonly top: number
  readonly article: ArticleRange | undefined
}

const EventContext = createContext<EventNumbers>({ rows: [], asOf: '', top: 1, article: undefined })

export const EVENT_LABELS = 160

/** The chance of one event by month: forecast, judgment band, and what the article says of it. */
export const EventChart = (props: EventNumbers & ChartSize & Named) => {
  const { rows, asOf, top, article, width, height, isNamed = true } = props
  const numbers = useMemo(() => ({ rows, asOf, top, article }), [rows, asOf, top, article])
  const ticks = useMemo(() => axisTicks(top), [top])
  return (
    <EventContext value={numbers}>
      <MonthFrame
        {...{ asOf, top, ticks, width, height }}
        horizon={rows.length - 1}
        labelWidth={isNamed ? EVENT_LABELS : UNNAMED_WIDTH}
        curves={CURVES}
        labels={isNamed ? LABELS : undefined}
        tooltip={TOOLTIP}
      />
    </EventContext>
  )
}

/** The bands, the article's drivers dashed, the median dotted, and the forecast. */
const EventCurves = () => {
  const plot = usePlotArea()
  const { rows, top } = useContext(EventContext)
  if (!plot) return null
  const place = placeIn(plot, rows.length - 1, top)
  const band = (name: 'outer' | 'inner') =>
    bandPath(
      rows.map((row) => row[name][0]),
      rows.map((row) => row[name][1]),
      place,
    )
  const line = (name: 'mean' | 'median' | 'baseline') =>
    linePath(
      rows.flatMap((row) => row[name] ?? []),
      place,
    )
  return (
    <g fill="none">
      <path d={band('outer')} fill="var(--band-outer)" />
      <path d={band('inner')} fill="var(--band-inner)" />
      <path d={line('median')} stroke="var(--accent)" strokeWidth={1} strokeDasharray="1 3" />
      <path
        d={line('baseline')}
        stroke="var(--text-quiet)"
        strokeWidth={1.5}
        strokeDasharray="4 3"
      />
      <path d={line('mean')} stroke="var(--accent)" strokeWidth={2} />
    </g>
  )
}

const EventTooltip = (state: TooltipState) => {
  const { rows, asOf } = useContext(EventContext)
  return (
    <ChartTooltip
      {...state}
      title={(month) => longMonth(asOf, month)}
      lines={(month) => {
        const row = rows[month]
        return row ? tell(row) : []
      }}
    />
  )
}

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
const EndLabels = () => {
  const plot = usePlotArea()
  const { rows, top, article } = useContext(EventContext)
  const last = rows.at(-1)
  if (!plot || !last) return null
  const y = (share: number): number => plot.y + (1 - Math.min(share, top) / top) * plot.height
  const edge = plot.x + plot.width
  const labels = placeLabels(last, article, y, plot)
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
      {labels.map(({ key, text, tone, at }) => (
        <text
          key={key}
          x={edge + 24}
          y={at}
          dy="0.34em"
          className={`chart-label chart-label-${tone}`}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

const LINE = 15
/** A line of 12 pixels and 6 more, so that the figure asked for is taken for nobody else’s. */
const CLEAR = 18

interface EndLabel {
  readonly key: string
  readonly text: string
  readonly tone: 'strong' | 'quiet' | 'plain'
}

/** The scenario’s at the end of its curve, the article’s at the top of its bar, and what it drives. */
function placeLabels(
  last: EventRow,
  article: ArticleRange | undefined,
  y: (share: number) => number,
  plot: { readonly y: number; readonly height: number },
): (EndLabel & { readonly at: number })[] {
  const [top, bottom] = [plot.y + 6, plot.y + plot.height - 4]
  const own = Math.min(Math.max(y(last.mean), top), bottom)
  const blocks = [...articleBlock(article), ...baselineBlock(last)]
  const places = spreadAround(
    own,
    blocks.map(({ share, labels }) => ({
      wanted: Math.min(Math.max(y(share), top), bottom),
      lines: labels.length,
    })),
    { line: LINE, clear: CLEAR, top, bottom },
  )
  const others = blocks.flatMap(({ labels }, block) =>
    labels.map((label, line) => ({ ...label, at: (places[block] ?? 0) + line * LINE })),
  )
  const text = `this scenario ${sayProbability(last.mean)}`
  return [...others, { key: 'own', text, tone: 'strong', at: own }]
}

interface EndBlock {
  readonly share: number
  readonly labels: readonly EndLabel[]
}

const articleBlock = (article: ArticleRange | undefined): EndBlock[] =>
  article
    ? [
        {
          share: article.range[1],
          labels: [
            { key: 'word', text: sayWording(article.wording), tone: 'plain' },
            {
              key: 'range',
              text: `${sayRange(...article.range)} (${article.reader})`,
              tone: 'quiet',
            },
          ],
        },
      ]
    : []

const baselineBlock = ({ baseline }: EventRow): EndBlock[] =>
  baseline === undefined
    ? []
    : [
        {
          share: baseline,
          labels: [
            {
              key: 'baseline',
              text: `article’s drivers ${sayProbability(baseline)}`,
              tone: 'quiet',
            },
          ],
        },
      ]

/** A long word of probability leaves no room for who says it; the bar beside it does. */
const sayWording = (wording: string): string =>
  wording.length > 12 ? `“${shorten(wording, 22)}”` : `article: “${wording}”`

const CURVES = <EventCurves />
const LABELS = <EndLabels />
const TOOLTIP = <EventTooltip />
