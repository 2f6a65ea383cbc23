import type { Case, CrossImpacts } from '../../../../forecast/scenario'
import { labelOf } from '../../../state/case-edits/names'
import { matrixFor } from '../../../state/consistency'
import { CombinationTable } from '../../plausibility/combination-table'
import { ImpactMatrix } from '../../plausibility/impact-matrix'
import { Computing } from '../../plausibility/together-dialog'
import { sayBounds, saySigned } from '../../plausibility/together-words'
import { useConsistency } from '../../plausibility/use-consistency'
import { CaseSection, Fact } from './case-section'

/** Which states of the drivers go together, why, and what comes of it. */
export const TogetherReading = ({ conflictCase }: { readonly conflictCase: Case }) => {
  const { crossImpacts } = conflictCase
  const matrix = matrixFor(conflictCase)
  const consistency = useConsistency(conflictCase)
  return (
    <CaseSection
      part="together"
      empty={!crossImpacts && 'The case does not say which states of its drivers go together.'}
    >
      {crossImpacts && matrix && (
        <div className="together">
          {crossImpacts.basis && (
            <p className="together-basis" dir="auto">
              {crossImpacts.basis}
            </p>
          )}
          <h3>The states of each driver, by intensity</h3>
          <StateFacts conflictCase={conflictCase} crossImpacts={crossImpacts} />
          <h3>What they do to one another, from −3 (hinders) to +3 (favours)</h3>
          <ImpactMatrix
            {...{ conflictCase, matrix }}
            cell={(_, score) => (score === 0 ? '·' : saySigned(score))}
          />
          <h3>The combinations that are consistent</h3>
          {consistency ? (
            <CombinationTable {...{ conflictCase, consistency }} />
          ) : (
            <Computing conflictCase={conflictCase} />
          )}
        </div>
      )}
    </CaseSection>
  )
}

interface StateFactsProps {
  readonly conflictCase: Case
  readonly crossImpacts: CrossImpacts
}

const StateFacts = ({ conflictCase, crossImpacts }: StateFactsProps) => (
  <dl className="together-states">
    {conflictCase.drivers.map(({ id }) => (
      <Fact key={id} name={labelOf(conflictCase.drivers, id)}>
        {crossImpacts.states[id] ? (
          <ul className="case-names">
            {crossImpacts.states[id].map((state, place, states) => (
              <li key={state.id}>
                <bdi>{state.label}</bdi>{' '}
                <span className="case-quiet">{sayBounds(states, place)}</span>
              </li>
            ))}
          </ul>
        ) : (
          'takes no part'
        )}
      </Fact>
    ))}
  </dl>
)
