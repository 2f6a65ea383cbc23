import type { ReactNode } from 'react'

interface ScaleNamesProps {
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  /** What the strips leave free on both sides, in pixels. */
  readonly padding: number
}

/** The names of a scale in the head of its column. */
export const ScaleNames = ({ ticks, padding }: ScaleNamesProps) => (
  <span className="scale-names" style={{ marginInline: padding }}>
    {ticks.map(({ at, label }) => (
      <span key={label} style={{ left: `${at * 100}%` }}>
        {label}
      </span>
    ))}
  </span>
)

interface StripsOverProps {
  readonly left: number
  readonly height: number
  readonly children: ReactNode
}

/** The strips of a table's column, laid over its cells. */
export const StripsOver = ({ left, height, children }: StripsOverProps) => (
  <div className="strips-over" style={{ left, height }} aria-hidden="true">
    {children}
  </div>
)
