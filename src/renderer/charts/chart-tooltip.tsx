interface TooltipLine {
  readonly label: string
  readonly value: string
  readonly colour?: string
}

/** What recharts tells the content of a tooltip. */
export interface TooltipState {
  readonly active?: boolean
  /** The month under the pointer. */
  readonly label?: number
}

interface ChartTooltipProps extends TooltipState {
  readonly title: (month: number) => string
  readonly lines: (month: number) => readonly TooltipLine[]
}

/** The numbers of the month under the pointer. */
export const ChartTooltip = ({ title, lines, active, label: month }: ChartTooltipProps) => {
  if (!active || month === undefined) return null
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{title(month)}</p>
      <dl>
        {lines(month).map(({ label, value, colour }) => (
          <div key={label}>
            <dt>
              {colour && <span className="swatch" style={{ background: colour }} />}
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
