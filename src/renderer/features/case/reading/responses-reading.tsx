import type { Case, Response } from '../../../../forecast/scenario'
import { Citation } from '../../../components/citation'
import { labelOf } from '../../../state/case-edits/names'
import { useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { rungMultiples, sayBaseRate, sayMonths } from '../say-rates'
import { CaseSection, Fact, NameList } from './case-section'

/** What one side may do, once, that leaves the ladder as it is. */
export const ResponsesReading = ({ conflictCase }: { readonly conflictCase: Case }) => {
  const spot = useView((view) => view.spot)
  const { responses } = conflictCase
  return (
    <CaseSection part="responses" empty={responses.length === 0 && 'No response is in the case.'}>
      {responses.map((response) => (
        <article
          key={response.id}
          className="case-item"
          aria-label={response.label}
          {...spotProps(spot, 'response', response.id)}
        >
          <h3 dir="auto">{response.label}</h3>
          {response.description && <p dir="auto">{response.description}</p>}
          <ResponseFacts response={response} conflictCase={conflictCase} />
        </article>
      ))}
    </CaseSection>
  )
}

interface ResponseFactsProps {
  readonly response: Response
  readonly conflictCase: Case
}

const ResponseFacts = ({ response, conflictCase }: ResponseFactsProps) => {
  const { drivers, observedMonths, basis } = response
  const multiples = rungMultiples(conflictCase, response)
  return (
    <dl className="case-facts case-facts-pair">
      <Fact name={response.prior ? 'Prior' : 'Rate'}>{sayBaseRate(response)}</Fact>
      {observedMonths ? <Fact name="Watched">{sayMonths(observedMonths)}</Fact> : null}
      <Fact name="Drivers that act on it" isWide>
        {drivers.length === 0 ? (
          'none'
        ) : (
          <NameList names={drivers.map((driver) => labelOf(conflictCase.drivers, driver))} />
        )}
      </Fact>
      {multiples.length > 0 && (
        <Fact name="Its rate by rung" isWide>
          <ul className="case-names">
            {multiples.map(({ id, label, multiple }) => (
              <li key={id}>
                {multiple} on <bdi>{label}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {(basis || response.reference) && (
        <Fact name="Basis" isWide>
          <span dir="auto">{basis}</span>
          <Citation base={response} />
        </Fact>
      )}
    </dl>
  )
}
