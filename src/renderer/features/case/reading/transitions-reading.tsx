import { countEvidence } from '../../../../forecast/base-rates'
import type { Case, Scenario, Transition } from '../../../../forecast/scenario'
import { Citation } from '../../../components/citation'
import { labelOf } from '../../../state/case-edits/names'
import { type Spot, useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { sayBaseRate, sayMonths } from '../say-rates'
import { CaseSection } from './case-section'

/** The moves between rungs, and what their base rates rest on. */
export const TransitionsReading = ({ scenario }: { readonly scenario: Scenario }) => {
  const spot = useView((view) => view.spot)
  const { case: conflictCase, judgment } = scenario
  const { transitions } = conflictCase
  const counted = countEvidence(conflictCase, [])
  const accepted = countEvidence(conflictCase, judgment.disputed)
  return (
    <CaseSection
      part="transitions"
      empty={transitions.length === 0 && 'No transition: the conflict stays where it starts.'}
    >
      {transitions.length > 0 && (
        <table className="case-table">
          <thead>
            <tr>
              <th scope="col">From → to</th>
              <th scope="col">Prior, or known rate</th>
              <th scope="col">Watched</th>
              <th scope="col">Counted</th>
              <th scope="col">Basis</th>
            </tr>
          </thead>
          <tbody>
            {transitions.map((transition) => (
              <TransitionRow
                key={transition.id}
                {...{ transition, conflictCase, spot }}
                count={sayCount(counted.get(transition.id) ?? 0, accepted.get(transition.id) ?? 0)}
              />
            ))}
          </tbody>
        </table>
      )}
    </CaseSection>
  )
}

const sayCount = (counted: number, accepted: number): string =>
  counted === accepted ? String(counted) : `${counted}, of which ${accepted} accepted`

interface TransitionRowProps {
  readonly transition: Transition
  readonly conflictCase: Case
  readonly spot: Spot | undefined
  readonly count: string
}

const TransitionRow = ({ transition, conflictCase, spot, count }: TransitionRowProps) => {
  const { id, from, to, observedMonths, basis } = transition
  return (
    <tr {...spotProps(spot, 'transition', id)}>
      <th scope="row">
        <bdi>{labelOf(conflictCase.ladder, from)}</bdi> →{' '}
        <bdi>{labelOf(conflictCase.ladder, to)}</bdi>
      </th>
      <td>{sayBaseRate(transition)}</td>
      <td>{observedMonths ? sayMonths(observedMonths) : '–'}</td>
      <td>{count === '0' ? '–' : count}</td>
      <td>
        <span dir="auto">{basis}</span>
        <Citation base={transition} />
      </td>
    </tr>
  )
}
