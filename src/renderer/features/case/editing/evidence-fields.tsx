import type { Case, EvidenceItem } from '../../../../forecast/scenario'
import { isPartialDate, limits } from '../../../../scenario-file/schema'
import { CheckList } from '../../../components/check-list'
import { ChoiceField } from '../../../components/choice-field'
import { TextField } from '../../../components/text-field'
import { changeEvidence, withOptional } from '../../../state/case-edits/change'
import { nameMove } from '../../../state/case-edits/names'
import { useDocument } from '../../../state/document-store'
import { IdField } from './id-field'

const dateProblem = (text: string): string | undefined =>
  isPartialDate(text)
    ? undefined
    : 'A year, a month or a day of the calendar: 2023, 2023-04 or 2023-04-19.'

interface EvidenceFieldsProps {
  readonly item: EvidenceItem
  readonly conflictCase: Case
}

type Change = (change: (item: EvidenceItem) => EvidenceItem) => void

export const EvidenceFields = ({ item, conflictCase }: EvidenceFieldsProps) => {
  const { id, date, summary, locator } = item
  const change: Change = (next) =>
    useDocument.getState().edit((scenario) => changeEvidence(scenario, id, next))
  return (
    <>
      <TextField
        label="What happened"
        value={summary}
        longest={limits.text}
        lines={2}
        onCommit={(text) => change((old) => ({ ...old, summary: text }))}
      />
      <div className="case-row">
        <TextField
          label="Date"
          value={date}
          longest={10}
          isRequired
          findProblem={dateProblem}
          onCommit={(text) => change((old) => ({ ...old, date: text }))}
        />
        <TextField
          label="Where in the source"
          value={locator}
          longest={limits.line}
          isRequired
          onCommit={(text) => change((old) => ({ ...old, locator: text }))}
        />
        <IdField kind="evidence" id={id} conflictCase={conflictCase} />
      </div>
      <EvidenceUseFields item={item} conflictCase={conflictCase} onChange={change} />
    </>
  )
}

interface EvidenceUseFieldsProps extends EvidenceFieldsProps {
  readonly onChange: Change
}

/** What is made of a fact: which drivers it bears on, and which move it is an event of. */
const EvidenceUseFields = ({ item, conflictCase, onChange }: EvidenceUseFieldsProps) => (
  <>
    <CheckList
      legend="Drivers that it bears on"
      choices={conflictCase.drivers}
      chosen={item.bearsOn}
      whenEmpty="There is no driver yet."
      onChange={(bearsOn) => onChange((old) => ({ ...old, bearsOn }))}
    />
    <ChoiceField
      label="Counts as one event of"
      value={item.counts ?? ''}
      choices={[
        { value: '', label: 'no transition' },
        ...conflictCase.transitions.map((transition) => ({
          value: transition.id,
          label: nameMove(conflictCase, transition),
        })),
      ]}
      onChoose={(move) =>
        onChange((old) => withOptional(old, 'counts', move === '' ? undefined : move))
      }
    />
  </>
)
