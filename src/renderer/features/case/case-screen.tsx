import { useEffect, useMemo, useRef } from 'react'
import { findGaps } from '../../../forecast/case-gaps'
import type { Case } from '../../../forecast/scenario'
import { selectScenario, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'
import { newBlankCase } from '../document/document-actions'
import { ContentsList } from './contents-list'
import { CaseEditor } from './editing/case-editor'
import { goToPart, itemElementId, type Part, partsOf } from './places'
import { CaseDocument } from './reading/case-document'
import { usePartInView } from './use-part-in-view'

/** The case as a document to read, or to write. */
export const CaseScreen = () => {
  const scenario = useDocument(selectScenario)
  const isEditing = useView((view) => view.isEditingCase)
  const content = useRef<HTMLDivElement>(null)
  const parts = useMemo(() => partsOf(isEditing), [isEditing])
  const current = usePartInView(content, parts)
  const gaps = useMemo(() => (isEditing ? findGaps(scenario) : []), [isEditing, scenario])
  useSpotInSight()
  const turn = (): void => {
    const [first] = partsOf(!isEditing)
    const isAtHead = current === 'gaps' || current === 'title'
    const next = isAtHead ? first : current
    setView({ isEditingCase: !isEditing, spot: undefined })
    // The same part is read on, once it is there in its other form.
    requestAnimationFrame(() => next && goToPart(next))
  }
  return (
    <div className="case">
      <div className="case-side">
        <ContentsList
          parts={parts}
          current={current}
          counts={countsOf(scenario.case, isEditing ? gaps.length : undefined)}
        />
        <div className="case-actions">
          <button type="button" className={isEditing ? 'primary' : undefined} onClick={turn}>
            {isEditing ? 'Done' : 'Edit the case'}
          </button>
          <button type="button" className="quiet" onClick={() => void newBlankCase()}>
            New case from blank
          </button>
        </div>
      </div>
      <div className="case-sheet" ref={content}>
        {isEditing ? (
          <CaseEditor scenario={scenario} gaps={gaps} />
        ) : (
          <CaseDocument scenario={scenario} />
        )}
      </div>
    </div>
  )
}

const countsOf = (conflictCase: Case, gaps: number | undefined): Partial<Record<Part, number>> => ({
  ...(gaps === undefined ? {} : { gaps }),
  ladder: conflictCase.ladder.length,
  drivers: conflictCase.drivers.length,
  transitions: conflictCase.transitions.length,
  responses: conflictCase.responses.length,
  evidence: conflictCase.evidence.length,
  conclusion: conflictCase.conclusion.length,
})

/** What a link led to comes into sight, and the keyboard goes there. */
function useSpotInSight(): void {
  const spot = useView((view) => view.spot)
  useEffect(() => {
    if (!spot) return
    const element = document.getElementById(itemElementId(spot.kind, spot.id))
    element?.scrollIntoView({ block: 'start' })
    element?.focus({ preventScroll: true })
  }, [spot])
}
