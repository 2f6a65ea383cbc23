import { type ReactNode, useId } from 'react'
import { type ChartKind, setView, toggleTable, useView } from '../state/view-store'

interface CardProps {
  readonly chart: ChartKind
  readonly title: string
  /** The chart in words, for those who do not see it; empty for one that is a table itself. */
  readonly description: string
  readonly tools?: ReactNode
  /** What stands above the chart and the table alike, in words. */
  readonly lead?: ReactNode
  readonly picture: ReactNode
  /** How the chart is read. */
  readonly note?: ReactNode
  readonly table: ReactNode
}

/** What a chart says for itself until the first forecast is there. */
export const NOT_YET = 'Not yet computed.'

/** A chart with its title, the table behind it, and the way to export it. */
export const Card = (props: CardProps) => {
  const { chart, title, description, tools, lead, picture, note, table } = props
  const showsTable = useView(({ tables }) => tables.has(chart))
  const titleId = useId()
  return (
    <section
      className={`card card-${chart}`}
      aria-labelledby={titleId}
      onPointerDownCapture={() => setView({ chartInView: chart })}
      onFocusCapture={() => setView({ chartInView: chart })}
    >
      <header className="card-header">
        <h2 id={titleId}>{title}</h2>
        {tools}
        <span className="card-tools">
          <button
            type="button"
            className="quiet"
            aria-pressed={showsTable}
            onClick={() => toggleTable(chart)}
          >
            {showsTable ? 'Chart' : 'Table'}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={`Export: ${title}`}
            onClick={() => setView({ exporting: { chart, format: 'png' } })}
          >
            Export
          </button>
        </span>
      </header>
      {lead}
      {showsTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table has to be reachable by keyboard
        <section className="card-table" aria-label={`${title}, as a table`} tabIndex={0}>
          {table}
        </section>
      ) : description === '' ? (
        picture
      ) : (
        <div role="img" aria-label={description}>
          {picture}
        </div>
      )}
      {!showsTable && note && <p className="hint chart-note">{note}</p>}
    </section>
  )
}
