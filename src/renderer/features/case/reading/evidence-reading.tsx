import { sayDate } from '../../../../forecast/calendar'
import type { Case, EvidenceItem, Scenario } from '../../../../forecast/scenario'
import { labelOf, nameItem } from '../../../state/case-edits/names'
import { useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { CaseSection } from './case-section'

const byDate = (a: EvidenceItem, b: EvidenceItem): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0

/** The facts of the source, oldest first. */
export const EvidenceReading = ({ scenario }: { readonly scenario: Scenario }) => {
  const spot = useView((view) => view.spot)
  const { case: conflictCase, judgment } = scenario
  const items = conflictCase.evidence.toSorted(byDate)
  return (
    <CaseSection part="evidence" empty={items.length === 0 && 'No evidence is in the case.'}>
      {items.length > 0 && (
        <ol className="case-evidence-list">
          {items.map((item) => (
            <li key={item.id} {...spotProps(spot, 'evidence', item.id)}>
              <time dateTime={item.date}>{sayDate(item.date)}</time>
              <div>
                <p dir="auto">{item.summary}</p>
                <EvidenceUse
                  item={item}
                  conflictCase={conflictCase}
                  isDisputed={judgment.disputed.includes(item.id)}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
    </CaseSection>
  )
}

interface EvidenceUseProps {
  readonly item: EvidenceItem
  readonly conflictCase: Case
  readonly isDisputed: boolean
}

/** Where it stands, and what is made of it. */
const EvidenceUse = ({ item, conflictCase, isDisputed }: EvidenceUseProps) => (
  <ul className="case-names case-quiet">
    <li>
      <bdi>{item.locator}</bdi>
    </li>
    {[...new Set(item.bearsOn)].map((driver) => (
      <li key={driver}>
        bears on <bdi>{labelOf(conflictCase.drivers, driver)}</bdi>
      </li>
    ))}
    {item.counts !== undefined && (
      <li>
        counts as <bdi>{nameItem(conflictCase, 'transition', item.counts)}</bdi>
      </li>
    )}
    {isDisputed && <li>not accepted in this judgment</li>}
  </ul>
)
