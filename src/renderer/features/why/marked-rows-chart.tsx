import type { MarkedRow } from '../../charts/marked-rows'
import { RowChart, rowChartHeight } from '../../charts/row-chart'
import { useWidth } from '../../components/use-width'

export const ROW_HEIGHT = 26
/** Rows that a place is kept for until they are known. */
const USUAL_ROWS = 8

interface MarkedRowsProps {
  readonly rows: readonly MarkedRow[]
  readonly top: number
  readonly ticks: readonly number[]
  readonly sayTick: (place: number) => string
  readonly valueWidth: number
}

/** A chart of rows as wide as its place. */
export const MarkedRows = ({ rows, ...scale }: MarkedRowsProps) => {
  const [ref, width] = useWidth()
  const height = rowChartHeight(rows.length || USUAL_ROWS, ROW_HEIGHT)
  return (
    <div ref={ref} className="chart" style={{ height }}>
      {rows.length > 0 && width > 0 && (
        <RowChart
          {...{ rows, width, ...scale }}
          rowHeight={ROW_HEIGHT}
          labelWidth={labelWidthFor(width)}
        />
      )}
    </div>
  )
}

/** A narrow place gives less of itself to names. */
const labelWidthFor = (width: number): number => Math.min(Math.max(width * 0.32, 130), 290)
