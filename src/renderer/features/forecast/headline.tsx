import { type EventOutlook, headline, standing } from '../../../forecast/conclusion/outlook'
import type { Scenario } from '../../../forecast/scenario'
import { useView } from '../../state/view-store'

interface HeadlineProps {
  readonly scenario: Scenario
  /** Undefined until the first forecast is there. */
  readonly outlook: EventOutlook | undefined
}

/** The forecast as a sentence, and how it stands to the article. */
export const Headline = ({ scenario, outlook }: HeadlineProps) => {
  // What a slider passes through on its way is not read out.
  const isDragging = useView((view) => view.isDragging)
  const { claim, band } = outlook ? headline(outlook) : FIRST
  return (
    <header className="headline" aria-live={isDragging ? 'off' : 'polite'} aria-atomic="true">
      <h1>
        {claim} <span className="headline-band">{band}</span>
      </h1>
      <p>{outlook ? standing(scenario, outlook) : '\u00a0'}</p>
    </header>
  )
}

const FIRST = { claim: 'Computing the first forecast…', band: '' }
