import { createContext, useContext, useMemo } from 'react'
import { usePlotArea } from 'recharts'
import { longMonth, nameMonth } from '../../forecast/calendar'
import { sayProbability, sayRange, tellProbability } from '../../forecast/conclusion/words'
import { type ChartSize, type Named, UNNAMED_WIDTH } from './chart-frame'
import { ChartTooltip, type TooltipState } from './chart-tooltip'
import { comparedStroke } from './compared-marks'
import type { ComparedCurve } from './compared-rows'
import { MonthFrame } from './month-frame'
import { bandPath, linePath, placeIn } from './paths'
import { axisTicks } from './rows'
import { shorten } from './shorten'
import { spreadLabels } from './spread-labels'

interface ComparedNumbers {
  readonly curves: readonly ComparedCurve[]
  /** Month 0; months are counted where it is not the same for all. */
  readonly asOf: string | undefined
  /** Where the axis ends; a share of 1. */
  readonly top: number
  /** The scenario whose band and line stand out. */
  readonly strong: string | undefined
  readonly onStrong?: (key: string | undefined) => void
  /** The most letters of a name at the end of a line. */
  readonly letters: number
}

const ComparedContext = createContext<ComparedNumbers>({
  curves: [],
  asOf: undefined,
  top: 1,
  strong: undefined,
  letters: 20,
})

/** Where there is room, names are not cut. */
export const comparedLabels = (width: number): number => (width > 800 ? 300 : 206)
const LETTER = 6.4
/** From the end of the lines to the names, and the room of the figure after them. */
const [LABEL_AT, FIGURE] = [42, 44]

/** The chance of one event in several scenarios, by month, each with its judgment band. */
export const ComparedChart = (props: Omit<ComparedNumbers, 'letters'> & ChartSize & Named) => {
  const { curves, asOf, top, strong, onStrong, width, height, isNamed = true } = props
  const letters = Math.floor((comparedLabels(width) - LABEL_AT - FIGURE) / LETTER)
  const numbers = useMemo(
    () => ({ curves, asOf, top, strong, letters, ...(onStrong ? { onStrong } : {}) }),
    [curves, asOf, top, strong, letters, onStrong],
  )
  const ticks = useMemo(() => axisTicks(top), [top])
  return (
    <ComparedContext value={numbers}>
      <MonthFrame
        {...{ asOf, top, ticks, width, height }}
        horizon={horizonOf(curves)}
        labelWidth={isNamed ? comparedLabels(width) : UNNAMED_WIDTH}
        curves={CURVES}
        labels={isNamed ? LABELS : undefined}
        tooltip={TOOLTIP}
      />
    </ComparedContext>
  )
}

const horizonOf = (curves: readonly ComparedCurve[]): number => (curves[0]?.mean.length ?? 2) - 1

/** Every band under every line; the document, and what stands out, come last and so on top. */
const ComparedCurves = () => {
  const plot = usePlotArea()
  const { curves, top, strong } = useContext(ComparedContext)
  if (!plot) return null
  const place = placeIn(plot, horizonOf(curves), top)
  const rank = ({ key, colour }: ComparedCurve): number =>
    key === strong ? 2 : colour === 0 ? 1 : 0
  const ordered = [...curves].sort((a, b) => rank(a) - rank(b))
  return (
    <g fill="none">
      {ordered.map(({ key, colour, p05, p95 }) => (
        <path
          key={key}
          d={bandPath(p05, p95, place)}
          className="compared-band"
          fill={`var(--compare-${colour})`}
          fillOpacity={key === strong ? 0.26 : 0.07}
        />
      ))}
      {ordered.map(({ key, colour, p05, p95 }) => (
        <path
          key={key}
          d={`${linePath(p05, place)}${linePath(p95, place)}`}
          className="compared-edge"
          strokeWidth={0}
          {...comparedStroke(colour)}
        />
      ))}
      {ordered.map(({ key, colour, mean }) => (
        <path
          key={key}
          data-curve={key}
          d={linePath(mean, place)}
          strokeWidth={key === strong ? 3 : 2}
          {...comparedStroke(colour)}
        />
      ))}
    </g>
  )
}

const ComparedTooltip = (state: TooltipState) => {
  const { curves, asOf } = useContext(ComparedContext)
  return (
    <ChartTooltip
      {...state}
      title={(month) => nameMonth(asOf, month, longMonth)}
      lines={(month) =>
        curves.map(({ name, colour, mean, p05, p95 }) => ({
          label: shorten(name, 34),
          value: `${tellProbability(mean[month] ?? 0)} (${sayRange(p05[month] ?? 0, p95[month] ?? 0)})`,
          colour: `var(--compare-${colour})`,
        }))
      }
    />
  )
}

const last = (values: readonly number[]): number => values.at(-1) ?? 0

/** Names each line at its end, and leads to it in the line's own dashes. */
const CurveLabels = () => {
  const plot = usePlotArea()
  const { curves, top, strong, onStrong, letters } = useContext(ComparedContext)
  if (!plot) return null
  const { y } = placeIn(plot, horizonOf(curves), top)
  const ends = curves.map(({ mean }) => y(last(mean)))
  const labels = spreadLabels(ends, 17, plot.y + 6, plot.y + plot.height - 4)
  const edge = plot.x + plot.width
  return (
    <g>
      {curves.map(({ key, name, colour, mean }, index) => {
        const { wanted = 0, placed = 0 } = labels[index] ?? {}
        return (
          <g
            key={key}
            onPointerEnter={() => onStrong?.(key)}
            onPointerLeave={() => onStrong?.(undefined)}
          >
            <path
              d={`M${edge + 2},${wanted}L${edge + 12},${placed}H${edge + 36}`}
              fill="none"
              strokeWidth={key === strong ? 3 : 2}
              {...comparedStroke(colour)}
            />
            <text
              x={edge + LABEL_AT}
              y={placed}
              dy="0.34em"
              className="chart-label"
              fontWeight={key === strong ? 650 : 400}
            >
              {shorten(name, letters)} <tspan fontWeight={650}>{sayProbability(last(mean))}</tspan>
            </text>
          </g>
        )
      })}
    </g>
  )
}

const CURVES = <ComparedCurves />
const LABELS = <CurveLabels />
const TOOLTIP = <ComparedTooltip />
