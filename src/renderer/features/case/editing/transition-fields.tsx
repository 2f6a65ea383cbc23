import type { Case, Id, Transition } from '../../../../forecast/scenario'
import { ChoiceField } from '../../../components/choice-field'
import { changeTransition } from '../../../state/case-edits/change'
import { moveId } from '../../../state/case-edits/items'
import { labelOf } from '../../../state/case-edits/names'
import { rerouteTransition } from '../../../state/case-edits/rename'
import { rungsFor } from '../../../state/case-edits/room'
import { useDocument } from '../../../state/document-store'
import { BaseRateFields } from './base-rate-fields'
import { carryKey } from './item-keys'

interface TransitionFieldsProps {
  readonly transition: Transition
  readonly conflictCase: Case
}

export const TransitionFields = ({ transition, conflictCase }: TransitionFieldsProps) => {
  const { edit } = useDocument.getState()
  const { id, from, to } = transition
  const lead = (nextFrom: Id, nextTo: Id): void => {
    carryKey('transition', id, moveId(nextFrom, nextTo))
    edit((scenario) => rerouteTransition(scenario, id, nextFrom, nextTo))
  }
  const choices = (end: 'from' | 'to') =>
    rungsFor(conflictCase, transition, end).map((rung) => ({
      value: rung,
      label: labelOf(conflictCase.ladder, rung),
    }))
  return (
    <>
      <div className="case-row">
        <ChoiceField
          label="From"
          value={from}
          choices={choices('from')}
          onChoose={(rung) => lead(rung, to)}
        />
        <ChoiceField
          label="To"
          value={to}
          choices={choices('to')}
          onChoose={(rung) => lead(from, rung)}
        />
      </div>
      <BaseRateFields
        item={transition}
        onChange={(change) => edit((scenario) => changeTransition(scenario, id, change))}
      />
    </>
  )
}
