import type { Case, Rung } from '../../../../forecast/scenario'
import { NumberField } from '../../../components/number-field'
import { changeRung } from '../../../state/case-edits/change'
import { useDocument } from '../../../state/document-store'
import { NamedFields } from './named-fields'

/** As close as two severities are set by hand. */
const LEAST_RISE = 0.1

interface RungFieldsProps {
  readonly rung: Rung
  readonly conflictCase: Case
}

export const RungFields = ({ rung, conflictCase }: RungFieldsProps) => {
  const { ladder } = conflictCase
  const change = (next: Partial<Rung>): void =>
    useDocument
      .getState()
      .edit((scenario) => changeRung(scenario, rung.id, (old) => ({ ...old, ...next })))
  const height = ladder.findIndex(({ id }) => id === rung.id)
  const [below, above] = [ladder[height - 1], ladder[height + 1]]
  return (
    <>
      <NamedFields kind="rung" item={rung} conflictCase={conflictCase} onChange={change} />
      <NumberField
        label="Severity, 0 to 100, rising along the ladder"
        isLabelShown
        className="case-number"
        value={rung.severity}
        least={below ? Math.min(below.severity + LEAST_RISE, rung.severity) : 0}
        most={above ? Math.max(above.severity - LEAST_RISE, rung.severity) : 100}
        onCommit={(severity) => change({ severity })}
      />
    </>
  )
}
