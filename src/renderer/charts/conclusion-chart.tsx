import { memo } from 'react'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import { percentTick } from './chart-frame'
import type { ConclusionRow } from './rows'

interface ConclusionChartProps {
  readonly rows: readonly ConclusionRow[]
  readonly width: number
  /** Height of each claim's line, so that it stands beside its words. */
  readonly rowHeight: number
}

/** Each claim's forecast and judgment band on the range of its wording, from 0 to 100 %. */
export const ConclusionChart = memo(({ rows, width, rowHeight }: ConclusionChartProps) => (
  <BarChart
    layout="vertical"
    width={width}
    height={rowHeight * rows.length}
    data={[...rows]}
    margin={{ top: 0, right: 8, bottom: 0, left: 8 }}
    barCategoryGap={0}
    accessibilityLayer={false}
  >
    <XAxis type="number" domain={[0, 1]} tickFormatter={percentTick} hide />
    <YAxis type="category" dataKey="id" interval={0} hide />
    <Bar dataKey={FULL_WIDTH} shape={ClaimStrip} isAnimationActive={false} />
  </BarChart>
))

const FULL_WIDTH = () => 1

/** What recharts hands to the drawing of a bar; the bar spans 0 to 100 %. */
interface StripProps {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly payload?: ConclusionRow | undefined
}

function ClaimStrip(props: unknown) {
  const { x = 0, y = 0, width = 0, height = 0, payload } = props as StripProps
  if (!payload) return <g />
  const at = (share: number): number => x + share * width
  const middle = y + height / 2
  const { range, band, forecast } = payload
  return (
    <g>
      <rect
        className="row-line"
        x={x - 8}
        y={y + height - 1}
        width={width + 16}
        height={1}
        fill="var(--hairline)"
      />
      <rect x={x} y={middle - 1} width={width} height={2} fill="var(--gridline)" />
      <rect
        x={at(range[0])}
        y={middle - 8}
        width={(range[1] - range[0]) * width}
        height={16}
        rx={2}
        fill="var(--article-soft)"
      />
      <rect
        x={at(band[0])}
        y={middle - 1.25}
        width={Math.max((band[1] - band[0]) * width, 1)}
        height={2.5}
        fill="var(--accent)"
      />
      <circle
        cx={at(forecast)}
        cy={middle}
        r={5.5}
        fill="var(--accent)"
        stroke="var(--surface)"
        strokeWidth={1.5}
      />
    </g>
  )
}
