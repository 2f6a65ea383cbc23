interface TooltipLine {
  readonly label: string
  readonly value: string
  readonly colour?: string
}

interface ChartTooltipProps<Row> {
  readonly title: (row: Row) => string
  readonly lines: (row: Row) => readonly TooltipLine[]
  /** Filled in by the chart. */
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: unknown }[]
}

/** The numbers of the month under the pointer. */
export const ChartTooltip = <Row,>({ title, lines, active, payload }: ChartTooltipProps<Row>) => {
  const row = payload?.[0]?.payload as Row | undefined
  if (!active || !row) return null
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{title(row)}</p>
      <dl>
        {lines(row).map(({ label, value, colour }) => (
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
