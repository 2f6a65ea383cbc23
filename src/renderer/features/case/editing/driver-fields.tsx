import type { Case, Driver } from '../../../../forecast/scenario'
import { CheckList } from '../../../components/check-list'
import { ChoiceField } from '../../../components/choice-field'
import { JudgedFields } from '../../../components/judged-fields'
import { NumberField } from '../../../components/number-field'
import { changeDriver, setReference, withOptional } from '../../../state/case-edits/change'
import { nameMove } from '../../../state/case-edits/names'
import { useDocument } from '../../../state/document-store'
import { NamedFields } from './named-fields'

const ROLES = [
  { value: 'escalates', label: 'pushes up' },
  { value: 'restrains', label: 'holds back' },
] as const

interface DriverFieldsProps {
  readonly driver: Driver
  readonly conflictCase: Case
}

type ChangeDriver = (change: (driver: Driver) => Driver) => void

export const DriverFields = ({ driver, conflictCase }: DriverFieldsProps) => {
  const { edit } = useDocument.getState()
  const { id, role, reference, multiplier } = driver
  const change: ChangeDriver = (next) => edit((scenario) => changeDriver(scenario, id, next))
  return (
    <>
      <NamedFields
        kind="driver"
        item={driver}
        conflictCase={conflictCase}
        onChange={(next) => change((old) => ({ ...old, ...next }))}
      />
      <div className="case-row">
        <ChoiceField
          label="Role"
          value={role}
          choices={ROLES}
          onChoose={(next) => change((old) => ({ ...old, role: next }))}
        />
        <NumberField
          label="Article’s intensity, 0 to 100"
          isLabelShown
          value={reference * 100}
          least={0}
          most={100}
          onCommit={(percent) => edit((scenario) => setReference(scenario, id, percent / 100))}
        />
      </div>
      <JudgedFields
        legend="Weight: rates at 100 as a multiple of those at 0"
        value={multiplier}
        least={1}
        most={100}
        step={0.1}
        unit="×"
        onCommit={(next) => change((old) => ({ ...old, multiplier: next }))}
      />
      <ActsOnFields driver={driver} conflictCase={conflictCase} onChange={change} />
    </>
  )
}

interface ActsOnFieldsProps extends DriverFieldsProps {
  readonly onChange: ChangeDriver
}

const ActsOnFields = ({ driver, conflictCase, onChange }: ActsOnFieldsProps) => {
  const { transitions } = conflictCase
  const all = transitions.map(({ id }) => id)
  const put = (actsOn: readonly string[] | undefined): void =>
    onChange((old) => withOptional(old, 'actsOn', actsOn))
  return (
    <>
      <ChoiceField
        label="Acts on"
        value={driver.actsOn ? 'some' : 'every'}
        choices={[
          { value: 'every', label: 'every transition' },
          { value: 'some', label: 'only those ticked' },
        ]}
        onChoose={(which) => put(which === 'some' ? all : undefined)}
      />
      {driver.actsOn && (
        <CheckList
          legend="Transitions it acts on"
          choices={transitions.map((transition) => ({
            id: transition.id,
            label: nameMove(conflictCase, transition),
          }))}
          chosen={driver.actsOn}
          whenEmpty="There is no transition yet."
          onChange={put}
        />
      )}
    </>
  )
}
