import {
  type CaseConsistency,
  combinationOf,
  judgeCombination,
  type NearestCombination,
} from '../../../forecast/plausibility/plausibility'
import { middleOf } from '../../../forecast/plausibility/states'
import type { DriverInState, Strain } from '../../../forecast/plausibility/strains'
import { sayExpected, sayState } from '../../../forecast/plausibility/words'
import type { Case, Scenario } from '../../../forecast/scenario'
import { Dialog } from '../../components/dialog'
import { labelOf } from '../../state/case-edits/names'
import { combinationsOf } from '../../state/consistency'
import { useDocument } from '../../state/document-store'
import { CombinationTable } from './combination-table'
import { sayCount, sayPulls } from './together-words'
import { useConsistency } from './use-consistency'

const MOST_NEAREST = 6

interface TogetherDialogProps {
  readonly scenario: Scenario
  readonly strains: readonly Strain[]
  readonly onClose: () => void
  /** Another combination has been set. */
  readonly onSet: () => void
}

/** What is odd about the present intensities, what would go together, and all that does. */
export const TogetherDialog = ({ scenario, strains, onClose, onSet }: TogetherDialogProps) => {
  const consistency = useConsistency(scenario.case)
  return (
    <Dialog title="What goes together" onClose={onClose} isWide>
      <div className="together">
        <p className="hint">
          The case says how the state that one driver is in favours or hinders the states of the
          others. It warns and no more: every intensity can be set, and no forecast changes by it.
        </p>
        <StrainList conflictCase={scenario.case} strains={strains} />
        {consistency ? (
          <Combinations {...{ scenario, strains, consistency, onSet }} />
        ) : (
          <Computing conflictCase={scenario.case} />
        )}
      </div>
    </Dialog>
  )
}

/** Said while the combinations of a large case are gone through. */
export const Computing = ({ conflictCase }: { readonly conflictCase: Case }) => (
  <p role="status">Going through {sayCount(combinationsOf(conflictCase))} combinations…</p>
)

interface StrainListProps {
  readonly conflictCase: Case
  readonly strains: readonly Strain[]
}

const StrainList = ({ conflictCase, strains }: StrainListProps) => (
  <section>
    <h3>{strains.length === 0 ? 'The present intensities' : 'What sits oddly now'}</h3>
    {strains.length === 0 ? (
      <p>They go together: every driver is where the others favour it most.</p>
    ) : (
      <ul className="together-list">
        {strains.map((strain) => (
          <li key={strain.driver}>
            <strong>
              <bdi>{labelOf(conflictCase.drivers, strain.driver)}</bdi>
            </strong>{' '}
            is {sayState(conflictCase, strain)}; the case expects{' '}
            <strong>{sayExpected(conflictCase, strain)}</strong>
            <span className="together-because">because of {sayPulls(conflictCase, strain)}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

interface CombinationsProps {
  readonly scenario: Scenario
  readonly strains: readonly Strain[]
  readonly consistency: CaseConsistency
  readonly onSet: () => void
}

const Combinations = ({ scenario, strains, consistency, onSet }: CombinationsProps) => {
  const { case: conflictCase } = scenario
  const present = combinationOf(scenario)
  const { nearest } = judgeCombination(consistency, present)
  return (
    <>
      {strains.length > 0 && <NearestList {...{ conflictCase, nearest, present, onSet }} />}
      <section>
        <h3>Every combination that is consistent</h3>
        <CombinationTable {...{ conflictCase, consistency, present, strains }} />
      </section>
    </>
  )
}

interface NearestListProps {
  readonly conflictCase: Case
  readonly nearest: readonly NearestCombination[]
  readonly present: readonly DriverInState[]
  readonly onSet: () => void
}

const NearestList = ({ conflictCase, nearest, present, onSet }: NearestListProps) => {
  const set = (changes: readonly DriverInState[]): void => {
    useDocument.getState().moveIntensities(middlesOf(conflictCase, changes))
    onSet()
  }
  const sayChange = (change: DriverInState): string => {
    const before = present.find(({ driver }) => driver === change.driver)
    return `${before ? sayState(conflictCase, before) : ''} → ${sayState(conflictCase, change)}`
  }
  if (nearest.length === 0) return <p>No combination of this case is consistent.</p>
  return (
    <section>
      <h3>The least that would have to change</h3>
      <ul className="together-list">
        {nearest.slice(0, MOST_NEAREST).map(({ combination, changes }) => (
          <li key={combination.map(({ state }) => state).join(' ')} className="together-nearest">
            <span>
              {changes.map((change) => (
                <span key={change.driver} className="together-change">
                  <bdi>{labelOf(conflictCase.drivers, change.driver)}</bdi>: {sayChange(change)}
                </span>
              ))}
            </span>
            <button type="button" onClick={() => set(changes)}>
              Set these
            </button>
          </li>
        ))}
      </ul>
      {nearest.length > MOST_NEAREST && (
        <p className="hint">
          The {MOST_NEAREST} firmest of {sayCount(nearest.length)} that are equally near.
        </p>
      )}
    </section>
  )
}

/** By driver, the intensity in the middle of its state. */
const middlesOf = ({ crossImpacts }: Case, changes: readonly DriverInState[]) =>
  Object.fromEntries(
    changes.map(({ driver, state }) => {
      const states = crossImpacts?.states[driver] ?? []
      const place = states.findIndex(({ id }) => id === state)
      return [driver, middleOf(states, place)]
    }),
  )
