import type { Case, Id } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { TextField } from '../../../components/text-field'
import type { ItemKind } from '../../../state/case-edits/items'
import { IdField } from './id-field'

interface Named {
  readonly id: Id
  readonly label: string
  readonly description: string
}

interface NamedFieldsProps {
  readonly kind: Exclude<ItemKind, 'transition'>
  readonly item: Named
  readonly conflictCase: Case
  readonly onChange: (change: Partial<Omit<Named, 'id'>>) => void
}

/** Label, id and description, which rungs, drivers and responses have alike. */
export const NamedFields = ({ kind, item, conflictCase, onChange }: NamedFieldsProps) => (
  <>
    <div className="case-row case-row-named">
      <TextField
        label="Label"
        value={item.label}
        longest={limits.line}
        isRequired
        onCommit={(label) => onChange({ label })}
      />
      <IdField kind={kind} id={item.id} conflictCase={conflictCase} />
    </div>
    <TextField
      label="Description"
      value={item.description}
      longest={limits.text}
      lines={2}
      onCommit={(description) => onChange({ description })}
    />
  </>
)
