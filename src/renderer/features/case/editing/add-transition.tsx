import { useState } from 'react'
import type { Case } from '../../../../forecast/scenario'
import { ChoiceField } from '../../../components/choice-field'
import { addTransition } from '../../../state/case-edits/add'
import { moveId } from '../../../state/case-edits/items'
import { nameMove } from '../../../state/case-edits/names'
import { freeMoves, whyNoMore } from '../../../state/case-edits/room'
import { selectScenario, useDocument } from '../../../state/document-store'
import { putIn } from './item-list'

/** Adds a transition between two rungs that have none yet. */
export const AddTransition = ({ conflictCase }: { readonly conflictCase: Case }) => {
  const [wanted, setWanted] = useState<string>()
  const free = freeMoves(conflictCase).map((move) => ({
    ...move,
    value: moveId(move.from, move.to),
    label: nameMove(conflictCase, move),
  }))
  const chosen = free.find(({ value }) => value === wanted) ?? free[0]
  return (
    <div className="case-add-transition">
      {chosen && (
        <ChoiceField
          label="A transition not there yet"
          value={chosen.value}
          choices={free}
          onChoose={setWanted}
        />
      )}
      <button
        type="button"
        className="small"
        disabled={!chosen}
        title={whyNoMore(conflictCase, 'transition')}
        onClick={() => {
          const scenario = selectScenario(useDocument.getState())
          putIn('transition', chosen && addTransition(scenario, chosen.from, chosen.to))
        }}
      >
        Add this transition
      </button>
    </div>
  )
}
