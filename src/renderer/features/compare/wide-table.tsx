import type { ReactNode } from 'react'

interface WideTableProps {
  readonly label: string
  /** Which table it is, for its measures. */
  readonly name: string
  /** How many scenarios stand side by side. */
  readonly columns: number
  readonly children: ReactNode
}

/** A table whose first column stays in sight while the scenarios scroll beside it. */
export const WideTable = ({ label, name, columns, children }: WideTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table has to be reachable by keyboard
  <section className="wide-table" aria-label={label} tabIndex={0}>
    <table
      className={`compared-table compared-table-${name}`}
      style={{ '--columns': columns } as React.CSSProperties}
    >
      {children}
    </table>
  </section>
)
