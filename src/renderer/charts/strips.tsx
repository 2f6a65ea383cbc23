import type { ReactNode } from 'react'
import { Bar, BarChart, usePlotArea, XAxis, YAxis } from 'recharts'

/** Where a row stands beside its words, in pixels from the top of the chart. */
export interface StripPlace {
  readonly top: number
  readonly height: number
}

/** A row of a chart whose rows stand beside words of any height. */
export interface Strip {
  readonly id: string
  readonly place: StripPlace
}

interface StripChartProps {
  readonly strips: readonly Strip[]
  /** Shares of the width that a line is drawn at. */
  readonly grid: readonly number[]
  readonly width: number
  readonly height: number
  /** Draws a row; recharts calls it with the plot's left end and width, and the row itself. */
  readonly shape: (props: unknown) => ReactNode
}

/** What is left free on both sides, so that a dot at the end of the scale is whole. */
export const STRIP_PADDING = 8

/** Rows drawn from 0 to 1 across, each at the height of the words that it belongs to. */
export const StripChart = ({ strips, grid, width, height, shape }: StripChartProps) => (
  <BarChart
    layout="vertical"
    width={width}
    height={height}
    data={[...strips]}
    margin={{ top: 0, right: STRIP_PADDING, bottom: 0, left: STRIP_PADDING }}
    barCategoryGap={0}
    accessibilityLayer={false}
  >
    <XAxis type="number" domain={[0, 1]} hide />
    <YAxis type="category" dataKey="id" interval={0} hide />
    <Grid shares={grid} strips={strips} />
    <Bar dataKey={FULL_WIDTH} shape={shape} isAnimationActive={false} />
  </BarChart>
)

const FULL_WIDTH = () => 1

interface GridProps {
  readonly shares: readonly number[]
  readonly strips: readonly Strip[]
}

/** Lines beside the rows alone: what stands between two rows is words. */
const Grid = ({ shares, strips }: GridProps) => {
  const plot = usePlotArea()
  if (!plot) return null
  const lines = strips.flatMap(({ place }) =>
    shares.map((share) => `M${plot.x + share * plot.width},${place.top}v${place.height}`),
  )
  return <path d={lines.join('')} stroke="var(--gridline)" strokeWidth={1} fill="none" />
}

/** What a shape needs of recharts' props. */
export function readStrip<T extends Strip>(props: unknown) {
  const {
    x = 0,
    width = 0,
    payload,
  } = props as {
    readonly x?: number
    readonly width?: number
    readonly payload?: T
  }
  const { top = 0, height = 0 } = payload?.place ?? {}
  const at = (share: number): number => x + share * width
  return { strip: payload, at, middle: top + height / 2 }
}
