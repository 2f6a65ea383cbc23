import { createContext, memo, useContext, useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts'
import { AXIS_TEXT } from './chart-frame'
import type { Mark, MarkedRow, Tone } from './marked-rows'
import { shorten } from './shorten'

interface RowChartProps {
  readonly rows: readonly MarkedRow[]
  readonly width: number
  readonly rowHeight: number
  /** Where the scale ends; it begins at 0. */
  readonly top: number
  readonly ticks: readonly number[]
  readonly sayTick: (place: number) => string
  /** Room for the names on the left and the numbers on the right; 0 writes none. */
  readonly labelWidth: number
  readonly valueWidth: number
  /** Whether the scale is written under the rows. */
  readonly hasAxis?: boolean
}

const AXIS_HEIGHT = 22
const EDGE = 8
const WIDE_EDGE = 26

export const rowChartHeight = (rowCount: number, rowHeight: number, hasAxis = true): number =>
  rowCount * rowHeight + (hasAxis ? AXIS_HEIGHT : 0)

interface Measures {
  readonly top: number
  readonly labelWidth: number
  readonly valueWidth: number
}

const MeasuresContext = createContext<Measures>({ top: 1, labelWidth: 0, valueWidth: 0 })

/** Rows of marks on one scale, each with its name and its number. */
export const RowChart = memo((props: RowChartProps) => {
  const { rows, width, rowHeight, top, ticks, sayTick, labelWidth, valueWidth } = props
  const { hasAxis = true } = props
  const measures = useMemo(() => ({ top, labelWidth, valueWidth }), [top, labelWidth, valueWidth])
  return (
    <MeasuresContext value={measures}>
      <BarChart
        layout="vertical"
        width={width}
        height={rowChartHeight(rows.length, rowHeight, hasAxis)}
        data={[...rows]}
        margin={{ top: 0, bottom: 0, left: labelWidth + EDGE, right: valueWidth + EDGE }}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        {hasAxis && <CartesianGrid horizontal={false} stroke="var(--gridline)" />}
        <XAxis
          type="number"
          domain={[0, top]}
          ticks={[...ticks]}
          tickFormatter={sayTick}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={{ stroke: 'var(--hairline-strong)' }}
          interval={0}
          height={AXIS_HEIGHT}
          hide={!hasAxis}
        />
        <YAxis type="category" dataKey="id" interval={0} hide />
        <Bar dataKey={() => top} shape={Row} isAnimationActive={false} />
      </BarChart>
    </MeasuresContext>
  )
})

/** What recharts hands to the drawing of a bar; the bar spans the whole scale. */
interface RowProps {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly payload?: MarkedRow
}

function Row(props: unknown) {
  const { x = 0, y = 0, width = 0, height = 0, payload } = props as RowProps
  const { top, labelWidth, valueWidth } = useContext(MeasuresContext)
  if (!payload) return <g />
  const place = (share: number): number => x + (Math.min(share, top) / top) * width
  const middle = y + height / 2
  // What is written at the end of a bar may reach over the start of the scale.
  const gap = payload.marks.some(({ text }) => text !== undefined) ? WIDE_EDGE : EDGE
  const weight = payload.isStrong ? 'chart-label-strong' : ''
  return (
    <g>
      {labelWidth === 0 && (
        <rect
          className="row-line"
          x={x - EDGE}
          y={y + height - 1}
          width={width + 2 * EDGE}
          height={1}
          fill="var(--hairline)"
        />
      )}
      {payload.marks.map((mark) => (
        <MarkShape
          key={`${mark.shape} ${mark.tone} ${mark.from} ${mark.to}`}
          {...{ mark, place, middle, height }}
        />
      ))}
      {labelWidth > 0 && (
        <text
          x={x - gap}
          y={middle}
          dy="0.34em"
          textAnchor="end"
          className={`chart-label ${weight}`}
        >
          {shorten(payload.label, Math.floor((labelWidth + EDGE - gap) / LETTER))}
        </text>
      )}
      {valueWidth > 0 && (
        <text x={x + width + EDGE} y={middle} dy="0.34em" className={`chart-label ${weight}`}>
          {payload.value}
        </text>
      )}
    </g>
  )
}

/** About what a letter of a label takes up, in pixels. */
const LETTER = 5.9

const COLOURS: Readonly<Record<Tone, string>> = {
  up: 'var(--up)',
  down: 'var(--down)',
  accent: 'var(--accent)',
  'accent-soft': 'var(--band-inner)',
  article: 'var(--article)',
  quiet: 'var(--text-quiet)',
  soft: 'var(--track)',
}

interface MarkShapeProps {
  readonly mark: Mark
  readonly place: (share: number) => number
  readonly middle: number
  readonly height: number
}

const THICKNESS = { bar: 12, thin: 4, line: 1.25 } as const

const MarkShape = ({ mark, place, middle, height }: MarkShapeProps) => {
  const { shape, from, to, tone, text } = mark
  const colour = COLOURS[tone]
  const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))]
  switch (shape) {
    case 'bar':
    case 'thin':
    case 'line': {
      const thickness = THICKNESS[shape]
      const isLeftward = to < from
      return (
        <>
          <rect
            x={left}
            y={middle - thickness / 2}
            width={Math.max(right - left, 1)}
            height={thickness}
            fill={colour}
          />
          {text !== undefined && (
            <text
              x={place(to) + (isLeftward ? -4 : 4)}
              y={middle}
              dy="0.34em"
              textAnchor={isLeftward ? 'end' : 'start'}
              className="chart-label chart-label-end"
            >
              {text}
            </text>
          )}
        </>
      )
    }
    case 'dot':
    case 'ring':
      return (
        <circle
          cx={place(from)}
          cy={middle}
          r={5}
          fill={shape === 'dot' ? colour : 'var(--surface)'}
          stroke={shape === 'dot' ? 'var(--surface)' : colour}
          strokeWidth={shape === 'dot' ? 1.5 : 2}
        />
      )
    case 'tick':
      return <rect x={place(from) - 1} y={middle - 9} width={2} height={18} fill={colour} />
    case 'drop':
      // Down to the next row, which begins where this one ends.
      return <rect x={place(from) - 0.5} y={middle} width={1} height={height} fill={colour} />
  }
}
