import type { Case, Response } from '../../../../forecast/scenario'
import { CheckList } from '../../../components/check-list'
import { NumberField } from '../../../components/number-field'
import { changeResponse, setRungMultiple } from '../../../state/case-edits/change'
import { useDocument } from '../../../state/document-store'
import { BaseRateFields } from './base-rate-fields'
import { NamedFields } from './named-fields'

interface ResponseFieldsProps {
  readonly response: Response
  readonly conflictCase: Case
}

export const ResponseFields = ({ response, conflictCase }: ResponseFieldsProps) => {
  const { ladder, drivers } = conflictCase
  const change = (next: (response: Response) => Response): void =>
    useDocument.getState().edit((scenario) => changeResponse(scenario, response.id, next))
  return (
    <>
      <NamedFields
        kind="response"
        item={response}
        conflictCase={conflictCase}
        onChange={(next) => change((old) => ({ ...old, ...next }))}
      />
      <BaseRateFields item={response} onChange={change} />
      <fieldset className="case-multiples">
        <legend>Its rate on each rung, as a multiple</legend>
        {ladder.map(({ id, label }) => (
          <NumberField
            key={id}
            label={label}
            isLabelShown
            value={response.rungMultipliers?.[id] ?? 1}
            least={0}
            most={1e6}
            step={0.1}
            unit="×"
            onCommit={(multiple) => change((old) => setRungMultiple(old, id, multiple))}
          />
        ))}
      </fieldset>
      <CheckList
        legend="Drivers that act on it"
        choices={drivers}
        chosen={response.drivers}
        whenEmpty="There is no driver yet."
        onChange={(chosen) => change((old) => ({ ...old, drivers: chosen }))}
      />
    </>
  )
}
