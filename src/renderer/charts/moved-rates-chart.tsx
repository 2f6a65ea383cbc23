import { memo, useMemo } from 'react'
import type { MovedRow, MultipleAxis, Push } from './moved-rates-rows'
import { readStrip, type Strip, StripChart, type StripPlace } from './strips'

interface MovedRatesChartProps {
  readonly rows: readonly MovedRow[]
  readonly axis: MultipleAxis
  readonly places: readonly StripPlace[]
  readonly width: number
  readonly height: number
}

interface MovedStrip extends Strip {
  readonly one: number
  readonly now: number
  readonly later: number | undefined
  readonly push: Push
}

const NOWHERE: StripPlace = { top: 0, height: 0 }

const COLOURS: Readonly<Record<Push, string>> = {
  up: 'var(--up)',
  down: 'var(--down)',
  neither: 'var(--article)',
}

/** Each rate's multiple of its base rate as a bar from 1; a ring is where it ends up. */
export const MovedRatesChart = memo((props: MovedRatesChartProps) => {
  const { rows, axis, places, width, height } = props
  const strips = useMemo(
    () =>
      rows.map(
        ({ id, now, later, push }, index): MovedStrip => ({
          id,
          place: places[index] ?? NOWHERE,
          one: axis.place(1),
          now: axis.place(now),
          later: later === undefined ? undefined : axis.place(later),
          push,
        }),
      ),
    [rows, axis, places],
  )
  return (
    <StripChart
      strips={strips}
      grid={axis.ticks.map(({ at }) => at)}
      width={width}
      height={height}
      shape={MovedStripShape}
    />
  )
})

function MovedStripShape(props: unknown) {
  const { strip, at, middle } = readStrip<MovedStrip>(props)
  if (!strip) return <g />
  const { one, now, later, push } = strip
  const colour = COLOURS[push]
  return (
    <g>
      <path
        d={`M${at(one)},${middle - 12}v24`}
        stroke="var(--hairline-strong)"
        strokeWidth={1}
        fill="none"
      />
      <path d={`M${at(one)},${middle}H${at(now)}`} stroke={colour} strokeWidth={6} fill="none" />
      {later !== undefined && (
        <path
          d={`M${at(now)},${middle}H${at(later)}`}
          stroke={colour}
          strokeWidth={1.5}
          strokeDasharray="3 2"
          fill="none"
        />
      )}
      <circle cx={at(now)} cy={middle} r={5} fill={colour} stroke="var(--surface)" />
      {later !== undefined && (
        <circle
          cx={at(later)}
          cy={middle}
          r={4.5}
          fill="var(--surface)"
          stroke={colour}
          strokeWidth={1.5}
        />
      )}
    </g>
  )
}
