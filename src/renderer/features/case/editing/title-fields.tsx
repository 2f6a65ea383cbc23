import type { Case } from '../../../../forecast/scenario'
import { isFullDate, limits } from '../../../../scenario-file/schema'
import { TextField } from '../../../components/text-field'
import { describeCase } from '../../../state/case-edits/change'
import { idProblem } from '../../../state/case-edits/ids'
import { renameCase } from '../../../state/case-edits/rename'
import { useDocument } from '../../../state/document-store'
import { CaseSection } from '../reading/case-section'

const dateProblem = (text: string): string | undefined =>
  isFullDate(text) ? undefined : 'A date of the calendar, as in 2023-05-25.'

/** What the case is called, and the day that its forecasts start from. */
export const TitleFields = ({ conflictCase }: { readonly conflictCase: Case }) => {
  const { edit } = useDocument.getState()
  const { title, id, asOf } = conflictCase
  return (
    <CaseSection part="title">
      <div className="case-fields">
        <TextField
          label="Title of the case"
          value={title}
          longest={limits.line}
          isRequired
          onCommit={(next) => edit((scenario) => describeCase(scenario, { title: next }))}
        />
        <div className="case-row">
          <TextField
            label="As of (month 0)"
            value={asOf}
            longest={10}
            isRequired
            findProblem={dateProblem}
            onCommit={(next) => edit((scenario) => describeCase(scenario, { asOf: next }))}
          />
          <TextField
            label="Id of the case"
            value={id}
            longest={64}
            isRequired
            findProblem={(text) => idProblem(text, [])}
            onCommit={(next) => edit((scenario) => renameCase(scenario, next))}
          />
        </div>
      </div>
    </CaseSection>
  )
}
