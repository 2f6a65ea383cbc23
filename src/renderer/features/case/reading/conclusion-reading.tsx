import { sayEvent, sayRange, sayReading } from '../../../../forecast/conclusion/words'
import { readClaim } from '../../../../forecast/conclusion/yardstick'
import type { Claim, Scenario } from '../../../../forecast/scenario'
import { useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { CaseSection, Fact } from './case-section'

/** What the article concludes, claim by claim, and how its words are read. */
export const ConclusionReading = ({ scenario }: { readonly scenario: Scenario }) => {
  const spot = useView((view) => view.spot)
  const { conclusion } = scenario.case
  return (
    <CaseSection
      part="conclusion"
      empty={conclusion.length === 0 && 'No claim is in the case to hold the forecast against.'}
    >
      {conclusion.map((claim) => (
        <article
          key={claim.id}
          className="case-item"
          aria-label={claim.statement}
          {...spotProps(spot, 'claim', claim.id)}
        >
          <h3 dir="auto">{claim.statement}</h3>
          <ClaimFacts claim={claim} scenario={scenario} />
        </article>
      ))}
    </CaseSection>
  )
}

interface ClaimFactsProps {
  readonly claim: Claim
  readonly scenario: Scenario
}

const ClaimFacts = ({ claim, scenario }: ClaimFactsProps) => {
  const { yardstick, horizonMonths } = scenario.judgment
  const reading = readClaim(claim, yardstick)
  return (
    <dl className="case-facts case-facts-pair">
      <Fact name="Word">
        <bdi>{claim.wording}</bdi>
      </Fact>
      <Fact name="Range">
        {sayRange(...reading.stated)}
        <span className="case-quiet"> {sayReading(claim, reading, yardstick)}</span>
      </Fact>
      <Fact name="Stands at">
        <bdi>{claim.locator}</bdi>
      </Fact>
      <Fact name="Event">
        <bdi>{sayEvent(scenario.case, claim.event, horizonMonths)}</bdi>
      </Fact>
    </dl>
  )
}
