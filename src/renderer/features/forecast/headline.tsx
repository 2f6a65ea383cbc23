import { type EventOutlook, headline, standing } from '../../../forecast/conclusion/outlook'
import { largestReason } from '../../../forecast/explain/words'
import type { Id, Scenario } from '../../../forecast/scenario'
import { SpotLink } from '../../components/spot-link'
import { useExplanation } from '../../state/explanation-store'
import { setView, useView } from '../../state/view-store'

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
  const reason = useReason(scenario, outlook?.choice.id)
  return (
    <header className="headline" aria-live={isDragging ? 'off' : 'polite'} aria-atomic="true">
      <h1>
        {claim} <span className="headline-band">{band}</span>
      </h1>
      <p>
        {outlook ? standing(scenario, outlook) : '\u00a0'} {reason}{' '}
        {outlook && <WaysOn choice={outlook.choice} />}
      </p>
    </header>
  )
}

const FIRST = { claim: 'Computing the first forecast…', band: '' }

/** From the sentence to what is behind it. */
const WaysOn = ({ choice }: Pick<EventOutlook, 'choice'>) => (
  <>
    <button type="button" className="link" onClick={() => setView({ screen: 'why' })}>
      Why
    </button>
    {choice.claim && (
      <>
        {' · '}
        <SpotLink spot={{ kind: 'claim', id: choice.id }} screen="evidence">
          Evidence
        </SpotLink>
      </>
    )}
  </>
)

/** What most of the difference to the article is owed to, once that is known. */
function useReason(scenario: Scenario, event: Id | undefined): string | undefined {
  const { subject, soFar } = useExplanation()
  const isOfThis = subject?.scenario === scenario && subject.choice.id === event
  return isOfThis && soFar?.attribution
    ? largestReason(scenario.case, soFar.attribution)
    : undefined
}
