import { sayDate } from '../../../forecast/calendar'
import type { EvidenceItem, Id } from '../../../forecast/scenario'
import { SpotLink } from '../../components/spot-link'

interface EvidenceListProps {
  readonly driver: Id
  readonly items: readonly EvidenceItem[]
}

/** What in the source bears on a driver. */
export const EvidenceList = ({ driver, items }: EvidenceListProps) => (
  <section className="evidence-list" aria-label="Evidence">
    <h4>What bears on it</h4>
    {items.length === 0 ? (
      <p className="hint">Nothing in the case’s evidence bears on this driver.</p>
    ) : (
      <>
        <ul>
          {items.map(({ id, date, summary, locator }) => (
            <li key={id}>
              <SpotLink spot={{ kind: 'evidence', id }}>
                <time dateTime={date}>{sayDate(date)}</time>
              </SpotLink>{' '}
              <bdi>{summary}</bdi> <span className="locator">{locator}</span>
            </li>
          ))}
        </ul>
        <SpotLink spot={{ kind: 'driver', id: driver }} screen="evidence">
          Show these on the timeline
        </SpotLink>
      </>
    )}
  </section>
)
