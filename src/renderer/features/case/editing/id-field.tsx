import type { Case, Id } from '../../../../forecast/scenario'
import { TextField } from '../../../components/text-field'
import { idProblem } from '../../../state/case-edits/ids'
import { type ItemKind, idsOf } from '../../../state/case-edits/items'
import { renameItem } from '../../../state/case-edits/rename'
import { useDocument } from '../../../state/document-store'
import { carryKey } from './item-keys'

interface IdFieldProps {
  readonly kind: Exclude<ItemKind, 'transition'>
  readonly id: Id
  readonly conflictCase: Case
}

/** The id by which the rest of the file refers to an item; what refers to it follows. */
export const IdField = ({ kind, id, conflictCase }: IdFieldProps) => (
  <TextField
    label="Id"
    value={id}
    longest={64}
    isRequired
    findProblem={(text) => idProblem(text, idsOf(conflictCase, kind))}
    onCommit={(next) => {
      carryKey(kind, id, next)
      useDocument.getState().edit((scenario) => renameItem(scenario, kind, id, next))
    }}
  />
)
