import { memo, useMemo } from 'react'
import { intervalOn, type RateAxis, type RateInterval, type RateRow } from './rates-rows'
import { readStrip, type Strip, StripChart, type StripPlace } from './strips'

interface RatesChartProps {
  readonly rows: readonly Pick<RateRow, 'id' | 'before' | 'after'>[]
  readonly axis: RateAxis
  readonly places: readonly StripPlace[]
  readonly width: number
  readonly height: number
}

interface RateStrip extends Strip {
  readonly before: RateInterval | undefined
  readonly after: RateInterval | undefined
}

const NOWHERE: StripPlace = { top: 0, height: 0 }

/** Each rate with the interval that nine in ten draws lie in: the prior faint above the posterior. */
export const RatesChart = memo(({ rows, axis, places, width, height }: RatesChartProps) => {
  const strips = useMemo(
    () =>
      rows.map(
        ({ id, before, after }, index): RateStrip => ({
          id,
          place: places[index] ?? NOWHERE,
          before: intervalOn(axis, before),
          after: intervalOn(axis, after),
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
      shape={RateStripShape}
    />
  )
})

function RateStripShape(props: unknown) {
  const { strip, at, middle } = readStrip<RateStrip>(props)
  if (!strip) return <g />
  const { before, after } = strip
  return (
    <g>
      {before && (
        <g>
          <path
            d={`M${at(before.low)},${middle - 9}H${at(before.high)}`}
            stroke="var(--article-soft)"
            strokeWidth={3}
            fill="none"
          />
          <circle cx={at(before.mean)} cy={middle - 9} r={3} fill="var(--article)" />
        </g>
      )}
      {after && (
        <g>
          <path
            d={`M${at(after.low)},${middle + 3}H${at(after.high)}`}
            stroke="var(--accent)"
            strokeWidth={2.5}
            fill="none"
          />
          <circle
            cx={at(after.mean)}
            cy={middle + 3}
            r={5.5}
            fill="var(--accent)"
            stroke="var(--surface)"
            strokeWidth={1.5}
          />
        </g>
      )}
    </g>
  )
}
