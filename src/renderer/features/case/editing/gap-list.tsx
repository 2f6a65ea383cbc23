import type { Gap, GapPlace } from '../../../../forecast/case-gaps'
import type { Case } from '../../../../forecast/scenario'
import { nameItem } from '../../../state/case-edits/names'
import { setView } from '../../../state/view-store'
import { goToPart, PART_TITLES } from '../places'
import { CaseSection } from '../reading/case-section'

interface GapListProps {
  readonly gaps: readonly Gap[]
  readonly conflictCase: Case
}

/** What the case still lacks to be useful, each with the way there. */
export const GapList = ({ gaps, conflictCase }: GapListProps) => (
  <CaseSection part="gaps" empty={gaps.length === 0 && 'Nothing that can be told from here.'}>
    {gaps.length > 0 && (
      <ul className="case-gap-list">
        {gaps.map(({ place, lacks }) => (
          <li key={`${keyOfPlace(place)} ${lacks}`}>
            <button type="button" className="link" onClick={() => goTo(place)}>
              <bdi>{nameOfPlace(place, conflictCase)}</bdi>
            </button>
            <span>{lacks}</span>
          </li>
        ))}
      </ul>
    )}
  </CaseSection>
)

const keyOfPlace = (place: GapPlace): string =>
  place.kind === 'part' ? place.part : `${place.kind} ${place.id}`

const nameOfPlace = (place: GapPlace, conflictCase: Case): string =>
  place.kind === 'part' ? PART_TITLES[place.part] : nameItem(conflictCase, place.kind, place.id)

function goTo(place: GapPlace): void {
  if (place.kind === 'part') goToPart(place.part)
  else setView({ spot: { ...place } })
}
