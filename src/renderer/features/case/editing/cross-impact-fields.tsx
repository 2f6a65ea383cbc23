import { memo } from 'react'
import type { Case, CrossImpacts } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { NumberField } from '../../../components/number-field'
import { TextField } from '../../../components/text-field'
import {
  dropCrossImpacts,
  type ImpactCell,
  setBasis,
  setScore,
  startCrossImpacts,
  whyNoCrossImpacts,
} from '../../../state/case-edits/cross-impacts'
import { labelOf } from '../../../state/case-edits/names'
import { matrixFor } from '../../../state/consistency'
import { useDocument } from '../../../state/document-store'
import { ImpactMatrix } from '../../plausibility/impact-matrix'
import { CaseSection } from '../reading/case-section'
import { focusBeside } from './remove-button'
import { StateFields } from './state-fields'

/** Which states of the drivers go together, to be turned on, edited and taken out. */
export const CrossImpactFields = ({ conflictCase }: { readonly conflictCase: Case }) => {
  const { edit } = useDocument.getState()
  const { crossImpacts } = conflictCase
  const cannot = whyNoCrossImpacts(conflictCase)
  return (
    <CaseSection part="together">
      {crossImpacts ? (
        <PresentFields {...{ conflictCase, crossImpacts }} />
      ) : (
        <>
          <p className="hint">
            A case may say which states of its drivers go together, so that an analyst is warned of
            intensities that sit oddly. It changes no forecast.
          </p>
          <button
            type="button"
            className="small"
            disabled={cannot !== undefined}
            title={cannot}
            onClick={({ currentTarget }) => {
              focusBeside(currentTarget)
              edit(startCrossImpacts)
            }}
          >
            Say what goes together
          </button>
        </>
      )}
    </CaseSection>
  )
}

interface PresentFieldsProps {
  readonly conflictCase: Case
  readonly crossImpacts: CrossImpacts
}

const PresentFields = ({ conflictCase, crossImpacts }: PresentFieldsProps) => {
  const { edit } = useDocument.getState()
  return (
    <div className="together case-fields">
      <TextField
        label="Where these judgments come from"
        value={crossImpacts.basis}
        longest={limits.text}
        lines={6}
        onCommit={(basis) => edit((scenario) => setBasis(scenario, basis))}
      />
      {conflictCase.drivers.map((driver) => (
        <StateFields key={driver.id} {...{ driver, crossImpacts }} />
      ))}
      <h3>What each state does to those of the others, −3 (hinders) to 3 (favours)</h3>
      <MatrixFields {...{ conflictCase, crossImpacts }} />
      <div>
        <button
          type="button"
          className="small"
          onClick={({ currentTarget }) => {
            focusBeside(currentTarget)
            edit(dropCrossImpacts)
          }}
        >
          Remove what goes together
        </button>
      </div>
    </div>
  )
}

const MatrixFields = ({ conflictCase, crossImpacts }: PresentFieldsProps) => {
  const matrix = matrixFor(conflictCase)
  const name = (driver: string, state: string): string =>
    `${labelOf(conflictCase.drivers, driver)} ${labelOf(crossImpacts.states[driver] ?? [], state)}`
  return (
    matrix && (
      <ImpactMatrix
        {...{ conflictCase, matrix }}
        cell={({ from, state, to, target }, score) => (
          <ScoreField
            {...{ from, state, to, target, score }}
            label={`${name(from, state)} on ${name(to, target)}`}
          />
        )}
      />
    )
  )
}

interface ScoreFieldProps extends ImpactCell {
  readonly label: string
  readonly score: number
}

// There may be a thousand of them, of which an edit changes one.
const ScoreField = memo(({ label, score, ...cell }: ScoreFieldProps) => (
  <NumberField
    label={label}
    value={score}
    least={-limits.score}
    most={limits.score}
    onCommit={(next) => useDocument.getState().edit((scenario) => setScore(scenario, cell, next))}
  />
))
