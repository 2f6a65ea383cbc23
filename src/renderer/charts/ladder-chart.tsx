import { createContext, useContext, useMemo } from 'react'
import { usePlotArea } from 'recharts'
import { longMonth } from '../../forecast/calendar'
import { sayProbability, tellProbability } from '../../forecast/conclusion/words'
import type { Rung } from '../../forecast/scenario'
import { type ChartSize, type Named, rungColour, UNNAMED_WIDTH } from './chart-frame'
import { ChartTooltip, type TooltipState } from './chart-tooltip'
import { MonthFrame } from './month-frame'
import { bandPath, placeIn } from './paths'
import type { LadderRow } from './rows'
import { shorten } from './shorten'
import { spreadLabels } from './spread-labels'

interface LadderNumbers {
  readonly rows: readonly LadderRow[]
  readonly ladder: readonly Rung[]
  readonly asOf: string
}

const LadderContext = createContext<LadderNumbers>({ rows: [], ladder: [], asOf: '' })

export const LADDER_LABELS = 200
const QUARTERS = [0, 0.25, 0.5, 0.75, 1]

/** Where it stands, by month: the rungs stacked in ladder order. */
export const LadderChart = (props: LadderNumbers & ChartSize & Named) => {
  const { rows, ladder, asOf, width, height, isNamed = true } = props
  const numbers = useMemo(() => ({ rows, ladder, asOf }), [rows, ladder, asOf])
  return (
    <LadderContext value={numbers}>
      <MonthFrame
        {...{ asOf, width, height }}
        horizon={rows.length - 1}
        top={1}
        ticks={QUARTERS}
        labelWidth={isNamed ? LADDER_LABELS : UNNAMED_WIDTH}
        isGridOver
        curves={CURVES}
        labels={isNamed ? LABELS : undefined}
        tooltip={TOOLTIP}
      />
    </LadderContext>
  )
}

/** The areas, each between what is below it and what is with it. */
const RungAreas = () => {
  const plot = usePlotArea()
  const { rows, ladder } = useContext(LadderContext)
  if (!plot) return null
  const place = placeIn(plot, rows.length - 1, 1)
  let below = rows.map(() => 0)
  return (
    <g>
      {ladder.map(({ id }, rung) => {
        const lower = below
        below = rows.map(({ rungs }, month) => (lower[month] ?? 0) + (rungs[rung] ?? 0))
        return (
          <path
            key={id}
            d={bandPath(lower, below, place)}
            fill={rungColour(rung, ladder.length)}
            stroke="var(--surface)"
            strokeWidth={1}
          />
        )
      })}
    </g>
  )
}

const LadderTooltip = (state: TooltipState) => {
  const { rows, ladder, asOf } = useContext(LadderContext)
  return (
    <ChartTooltip
      {...state}
      title={(month) => longMonth(asOf, month)}
      lines={(month) =>
        ladder
          .map(({ label }, rung) => ({
            label,
            value: tellProbability(rows[month]?.rungs[rung] ?? 0),
            colour: rungColour(rung, ladder.length),
          }))
          .reverse()
      }
    />
  )
}

/** Names each rung at the end of its area. */
const RungLabels = () => {
  const plot = usePlotArea()
  const { rows, ladder } = useContext(LadderContext)
  const last = rows.at(-1)
  if (!plot || !last) return null
  let below = 0
  const wanted = last.rungs.map((share) => {
    const middle = below + share / 2
    below += share
    return plot.y + (1 - middle) * plot.height
  })
  const gap = Math.min(16, (plot.height - 4) / (ladder.length - 1))
  const labels = spreadLabels(wanted, gap, plot.y + 2, plot.y + plot.height - 2)
  const edge = plot.x + plot.width
  return (
    <g>
      {ladder.map((rung, index) => {
        const { wanted: from = 0, placed = 0 } = labels[index] ?? {}
        return (
          <g key={rung.id}>
            <path
              d={`M${edge + 2},${from}L${edge + 6},${from}L${edge + 10},${placed}`}
              fill="none"
              stroke="var(--hairline-strong)"
            />
            <rect
              x={edge + 12}
              y={placed - 4}
              width={8}
              height={8}
              fill={rungColour(index, ladder.length)}
              stroke="var(--hairline-strong)"
              strokeWidth={0.5}
            />
            <text x={edge + 25} y={placed} dy="0.34em" className="chart-label">
              {shorten(rung.label, 22)}{' '}
              <tspan fontWeight={650}>{sayProbability(last.rungs[index] ?? 0)}</tspan>
            </text>
          </g>
        )
      })}
    </g>
  )
}

const CURVES = <RungAreas />
const LABELS = <RungLabels />
const TOOLTIP = <LadderTooltip />
