import { type EventOutlook, headline, standing } from '../../../forecast/conclusion/outlook'
import type { Scenario } from '../../../forecast/scenario'
import { useView } from '../../state/view-store'

interface HeadlineProps {
  readonly scenario: Scenario
  readonly outlook: EventOutlook
}

/** The forecast as a sentence, and how it stands to the article. */
export const Headline = ({ scenario, outlook }: HeadlineProps) => {
  const { claim, band } = headline(outlook)
  // What a slider passes through on its way is not read out.
  const isDragging = useView((view) => view.isDragging)
  return (
    <header className="headline" aria-live={isDragging ? 'off' : 'polite'} aria-atomic="true">
      <h1>
        {claim} <span className="headline-band">{band}</span>
      </h1>
      <p>{standing(scenario, outlook)}</p>
    </header>
  )
}
