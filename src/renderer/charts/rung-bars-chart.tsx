import { memo } from 'react'
import { sayProbability } from '../../forecast/conclusion/words'
import { onRungColour, rungColour } from './chart-frame'
import { comparedStroke } from './compared-marks'
import { type BarStrip, LEGEND_LINE } from './rung-bars-layout'
import { shorten } from './shorten'
import { readStrip, StripChart } from './strips'

interface RungBarsChartProps {
  readonly strips: readonly BarStrip[]
  readonly width: number
  readonly height: number
}

/** Scenarios one below the other, each with its name and the rungs stacked from left to right. */
export const RungBarsChart = memo(({ strips, width, height }: RungBarsChartProps) => (
  <StripChart strips={strips} grid={NO_GRID} {...{ width, height }} shape={BarShape} />
))

const NO_GRID: readonly number[] = []

function BarShape(props: unknown) {
  const { strip, at } = readStrip<BarStrip>(props)
  if (!strip) return <g />
  const { bar, place } = strip
  const middle = place.top + 10
  return (
    <g>
      <Legend strip={strip} left={at(0)} />
      <path
        d={`M${at(0)},${middle}h24`}
        fill="none"
        strokeWidth={2.5}
        {...comparedStroke(bar.colour)}
      />
      <text x={at(0) + 32} y={middle} dy="0.34em" className="chart-label">
        {shorten(bar.name, 90)}
      </text>
      {bar.rungs.map(({ id, label, share }, rung) => {
        const below = bar.rungs.slice(0, rung).reduce((sum, each) => sum + each.share, 0)
        return (
          <Segment
            key={id}
            {...{ label, share, rung }}
            rungCount={bar.rungs.length}
            from={at(below)}
            top={place.top + 20}
            width={at(share) - at(0)}
          />
        )
      })}
    </g>
  )
}

interface LegendProps {
  readonly strip: BarStrip
  readonly left: number
}

const Legend = ({ strip: { legend, place }, left }: LegendProps) => {
  const lines = (legend.at(-1)?.line ?? 0) + 1
  const middle = (line: number): number =>
    place.top - 6 - (lines - line) * LEGEND_LINE + LEGEND_LINE / 2
  return legend.map(({ label, colour, x, line }) => (
    <g key={label}>
      <rect
        x={left + x}
        y={middle(line) - 4}
        width={8}
        height={8}
        fill={colour}
        stroke="var(--hairline-strong)"
        strokeWidth={0.5}
      />
      <text x={left + x + 14} y={middle(line)} dy="0.34em" className="chart-label">
        {label}
      </text>
    </g>
  ))
}

interface SegmentProps {
  readonly label: string
  readonly share: number
  readonly rung: number
  readonly rungCount: number
  readonly from: number
  readonly top: number
  readonly width: number
}

const SEGMENT_HEIGHT = 20
/** About the width of a letter of the figures. */
const LETTER = 6.6

const Segment = ({ label, share, rung, rungCount, from, top, width }: SegmentProps) => {
  const text = textFor(label, sayProbability(share), width - 8)
  return (
    <g>
      <rect
        x={from}
        y={top}
        width={Math.max(width, 0)}
        height={SEGMENT_HEIGHT}
        fill={rungColour(rung, rungCount)}
        stroke="var(--surface)"
        strokeWidth={1}
      />
      {text && (
        <text
          x={from + width / 2}
          y={top + SEGMENT_HEIGHT / 2}
          dy="0.34em"
          fontSize={11.5}
          textAnchor="middle"
          fill={onRungColour(rung, rungCount)}
        >
          {text}
        </text>
      )}
    </g>
  )
}

/** Name and figure, the figure alone, or nothing, as there is room. */
function textFor(label: string, figure: string, room: number): string | undefined {
  const named = `${label} ${figure}`
  return [named, figure].find((text) => text.length * LETTER <= room)
}
