import { createContext, type ReactNode, useContext } from 'react'
import { sayProbability } from '../../forecast/conclusion/words'
import type { EvidenceItem, Id } from '../../forecast/scenario'
import { rungColour } from './chart-frame'
import { shorten } from './shorten'
import type { TimelineMark, TimelineMove, TimelineRow } from './timeline-rows'

/** What is told of an item when the pointer is on it. */
export type TimelineItem = Pick<EvidenceItem, 'date' | 'summary'> & { readonly isDisputed: boolean }

interface TimelineHands {
  readonly chosen: Id | undefined
  readonly onChoose: ((mark: TimelineMark) => void) | undefined
  readonly onHover: (hovered: { id: Id; x: number; y: number } | undefined) => void
}

export const TimelineContext = createContext<TimelineHands>({
  chosen: undefined,
  onChoose: undefined,
  onHover: () => undefined,
})

/** A place in the chart, in pixels. */
interface Band {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const LABEL_AT = -150

/** What recharts draws for a row: its label, and what stands on it. */
export function TimelineLine(props: unknown) {
  const { payload, ...rest } = props as Partial<Band> & { readonly payload?: TimelineRow }
  const { x = 0, y = 0, width = 0, height = 0 } = rest
  const band = { x, y, width, height }
  switch (payload?.kind) {
    case 'title':
      return <TitleLine {...band} row={payload} />
    case 'track':
      return <TrackLine {...band} row={payload} />
    case 'rung':
      return <RungLine {...band} row={payload} />
    default:
      return <g />
  }
}

type Row<K extends TimelineRow['kind']> = Extract<TimelineRow, { readonly kind: K }>

const TitleLine = ({ x, y, width, height, row }: Band & { readonly row: Row<'title'> }) => (
  <g>
    <text x={x + LABEL_AT} y={y + height / 2} dy="0.34em" className="chart-label chart-label-quiet">
      {row.label}
    </text>
    <text
      x={x + width + 8}
      y={y + height / 2}
      dy="0.34em"
      className="chart-label chart-label-quiet"
    >
      {row.endLabel}
    </text>
  </g>
)

const TrackLine = (props: Band & { readonly row: Row<'track'> }) => {
  const { x, y, width, height, row } = props
  const middle = y + height / 2
  return (
    <g>
      {row.isLast && <Rule x={x + LABEL_AT} y={y + height} width={width - LABEL_AT} />}
      {row.role && row.label !== undefined && (
        <path
          d={
            row.role === 'escalates'
              ? `M${x + LABEL_AT},${middle + 3}h7l-3.5,-6z`
              : `M${x + LABEL_AT},${middle - 3}h7l-3.5,6z`
          }
          fill={row.role === 'escalates' ? 'var(--up)' : 'var(--down)'}
        />
      )}
      {row.label !== undefined && (
        <text x={x + LABEL_AT + (row.role ? 12 : 0)} y={middle} dy="0.34em" className="chart-label">
          {shorten(row.label, 22)}
        </text>
      )}
      {row.marks.map((mark) => (
        <Mark key={mark.id} mark={mark} x={x} y={middle} width={width} />
      ))}
    </g>
  )
}

const Rule = ({
  x,
  y,
  width,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
}) => <path d={`M${x},${y}h${width}`} stroke="var(--hairline)" strokeWidth={1} fill="none" />

const RADIUS = 4.5

/** Full for what is accepted; hollow and struck for what is not; faint for what is not asked for. */
function inkOf({ isDisputed, isAside, isSpan }: TimelineMark) {
  const ink = isAside
    ? 'var(--hairline-strong)'
    : isDisputed
      ? 'var(--text-quiet)'
      : 'var(--accent)'
  const full = isAside ? 'var(--track)' : isSpan ? 'var(--band-inner)' : 'var(--accent)'
  return { ink, fill: isDisputed ? 'var(--surface)' : full }
}

interface MarkProps {
  readonly mark: TimelineMark
  /** Left end of the plot, middle of the row, and width of the plot. */
  readonly x: number
  readonly y: number
  readonly width: number
}

const Mark = ({ mark, x, y, width }: MarkProps) => {
  const { ink, fill } = inkOf(mark)
  const left = x + mark.from * width
  const length = mark.isSpan ? Math.max((mark.to - mark.from) * width, 2 * RADIUS) : 0
  const [start, end] = mark.isSpan ? [left, left + length] : [left - RADIUS, left + RADIUS]
  return (
    <Handle mark={mark} left={start} right={end} top={y - RADIUS} bottom={y + RADIUS}>
      {mark.isSpan ? (
        <rect x={start} y={y - 4} width={length} height={8} rx={4} fill={fill} stroke={ink} />
      ) : (
        <circle cx={left} cy={y} r={RADIUS} fill={fill} stroke={ink} strokeWidth={1.25} />
      )}
      {mark.isDisputed && <path d={`M${start - 3},${y}H${end + 3}`} stroke={ink} fill="none" />}
    </Handle>
  )
}

interface HandleProps {
  readonly mark: TimelineMark
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly children: ReactNode
}

/** What the pointer takes hold of, and the ring around what was chosen. */
const Handle = ({ mark, left, right, top, bottom, children }: HandleProps) => {
  const { chosen, onChoose, onHover } = useContext(TimelineContext)
  const place = { x: left - 4, y: top - 3, width: right - left + 8, height: bottom - top + 6 }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below the chart is the way by keyboard
    <g
      className={onChoose ? 'timeline-mark' : undefined}
      data-mark={mark.id}
      onClick={() => onChoose?.(mark)}
      onPointerEnter={() => onHover({ id: mark.id, x: (left + right) / 2, y: bottom })}
      onPointerLeave={() => onHover(undefined)}
    >
      <rect {...place} fill="transparent" />
      {chosen === mark.id && (
        <rect {...place} rx={8} fill="var(--accent-soft)" stroke="var(--accent)" />
      )}
      {children}
    </g>
  )
}

const RungLine = (props: Band & { readonly row: Row<'rung'> }) => {
  const { x, y, width, height, row } = props
  const middle = y + height / 2
  const end = x + width
  return (
    <g>
      <rect
        x={x + LABEL_AT}
        y={middle - 4}
        width={8}
        height={8}
        fill={rungColour(row.rung, row.rungCount)}
        stroke="var(--hairline-strong)"
        strokeWidth={0.5}
      />
      <text x={x + LABEL_AT + 13} y={middle} dy="0.34em" className="chart-label">
        {shorten(row.label, 22)}
      </text>
      <Rule x={x} y={middle} width={width} />
      {row.start > 0 && (
        <g>
          <circle cx={end} cy={middle} r={3.5} fill="var(--text-plain)" />
          <text x={end + 8} y={middle} dy="0.34em" className="chart-label">
            {sayProbability(row.start)}
          </text>
        </g>
      )}
      {row.moves.map((move) => (
        <MoveArrow key={move.id} {...{ move, x, y: middle, width, rowHeight: height }} />
      ))}
    </g>
  )
}

interface MoveArrowProps extends MarkProps {
  readonly move: TimelineMove
  readonly rowHeight: number
}

/** From the rung that was left to the one that came; along the months that it may have been in. */
const MoveArrow = ({ move, x, y, width, rowHeight }: Omit<MoveArrowProps, 'mark'>) => {
  const { ink, fill } = inkOf(move)
  const [from, to] = [x + move.from * width, x + move.to * width]
  const at = (from + to) / 2
  const tip = y + move.rows * rowHeight
  const back = move.rows < 0 ? 5 : -5
  return (
    <Handle
      mark={move}
      left={at - RADIUS}
      right={at + RADIUS}
      top={Math.min(y, tip) - 3}
      bottom={Math.max(y, tip) + 3}
    >
      {move.isSpan && (
        <rect x={from} y={tip - 2} width={to - from} height={4} rx={2} fill={fill} stroke={ink} />
      )}
      <path d={`M${at},${y}V${tip}`} stroke={ink} strokeWidth={1.75} fill="none" />
      <path
        d={`M${at - 4},${tip + back}L${at},${tip}L${at + 4},${tip + back}`}
        stroke={ink}
        strokeWidth={1.75}
        fill="none"
      />
      <circle cx={at} cy={y} r={3} fill={fill} stroke={ink} />
      {move.isDisputed && (
        <path d={`M${at - 6},${(y + tip) / 2 + 3}l12,-6`} stroke={ink} fill="none" />
      )}
    </Handle>
  )
}
