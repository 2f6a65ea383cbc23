import type { EvidenceItem } from '../../../forecast/scenario'
import { sayDate } from '../../charts/calendar'

/** What in the source bears on a driver. */
export const EvidenceList = ({ items }: { readonly items: readonly EvidenceItem[] }) => (
  <section className="evidence-list" aria-label="Evidence">
    <h4>What bears on it</h4>
    {items.length === 0 ? (
      <p className="hint">Nothing in the case’s evidence bears on this driver.</p>
    ) : (
      <ul>
        {items.map(({ id, date, summary, locator }) => (
          <li key={id}>
            <time dateTime={date}>{sayDate(date)}</time> {summary}{' '}
            <span className="locator">{locator}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
)
