import { useEffect, useState } from 'react'
import type { Strain } from '../../../forecast/plausibility/strains'
import type { Scenario } from '../../../forecast/scenario'
import { afterPaint } from '../../state/after-paint'
import { quickConsistency } from '../../state/consistency'
import { useView } from '../../state/view-store'
import { sayNotice, sayStanding } from './together-words'

interface TogetherProps {
  readonly scenario: Scenario
  readonly strains: readonly Strain[]
  readonly onOpen: () => void
}

/** Says that the present intensities sit oddly together, where they do; it stands in the way of nothing. */
export const TogetherNotice = ({ scenario, strains, onOpen }: TogetherProps) => {
  const isDragging = useView((view) => view.isDragging)
  const text = sayNotice(scenario.case, strains)
  const [shown, setShown] = useState(text)
  // Under a moving hand the sliders must not change their places.
  if (!isDragging && shown !== text) setShown(text)
  return (
    <div role="status">
      {shown !== '' && (
        <p className="together-notice">
          {shown} <OpenLink onOpen={onOpen} />
        </p>
      )}
    </div>
  )
}

/** Says that the present intensities go together, where they do, and which combination they are. */
export const TogetherFoot = ({ scenario, strains, onOpen }: TogetherProps) => {
  const [isDue, setDue] = useState(false)
  // The rank takes going through all combinations, which the first picture need not wait for.
  useEffect(() => afterPaint(() => setDue(true)), [])
  const consistency = isDue ? quickConsistency(scenario.case) : undefined
  return (
    <div role="status">
      {strains.length === 0 && (
        <p className="together-foot">
          Consistent with the case{consistency && sayStanding(scenario, consistency)}.{' '}
          <OpenLink onOpen={onOpen} />
        </p>
      )}
    </div>
  )
}

const OpenLink = ({ onOpen }: Pick<TogetherProps, 'onOpen'>) => (
  <button type="button" className="link" onClick={onOpen}>
    What goes together
  </button>
)
