import { useState } from 'react'
import type { DocumentOutput } from '../../../ipc/contract'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { Dialog } from '../../components/dialog'
import { selectScenario, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'

const OUTPUTS: readonly { readonly output: DocumentOutput; readonly label: string }[] = [
  { output: 'pdf', label: 'PDF, a report to hand out' },
  { output: 'pptx', label: 'PowerPoint, slides with charts that can be edited' },
  { output: 'docx', label: 'Word, the report to go on writing in' },
  { output: 'xlsx', label: 'Excel, the numbers, drivers and evidence' },
  { output: 'csv', label: 'CSV, every number in one table' },
]

const close = (): void => setView({ dialog: undefined })

/** The forecast as a whole, set for the briefing or the spreadsheet. */
export const BriefingDialog = () => {
  const [output, setOutput] = useState<DocumentOutput>('pdf')
  const [isBusy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const isDone = await makeDocument(output)
    setBusy(false)
    if (isDone) close()
  }
  const leave = (): void => {
    if (isBusy) void bridge.cancelExport()
    close()
  }
  return (
    <Dialog title="Export a briefing" onClose={leave}>
      <fieldset className="choices" disabled={isBusy}>
        <legend>As</legend>
        {OUTPUTS.map((choice) => (
          <label key={choice.output}>
            <input
              type="radio"
              name="output"
              checked={output === choice.output}
              onChange={() => setOutput(choice.output)}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <p className="hint">
        Headline, conclusion, charts, drivers, reasons, evidence and method of the scenario as it is
        now. It says where it comes from, and can be opened in Brink again.
      </p>
      <div className="dialog-actions dialog-actions-end">
        {isBusy && (
          <span className="dialog-progress" role="status">
            <progress aria-label="Making the briefing" /> Making it…
          </span>
        )}
        <button type="button" onClick={leave}>
          Cancel
        </button>
        <button type="button" className="primary" disabled={isBusy} onClick={() => void make()}>
          Choose where…
        </button>
      </div>
    </Dialog>
  )
}

/** Whether there is no more to be asked: it is written, or why not is told. */
async function makeDocument(output: DocumentOutput): Promise<boolean> {
  const scenario = selectScenario(useDocument.getState())
  const result = await bridge.exportDocument({
    output,
    scenarioText: serializeScenario(scenario),
    claim: useView.getState().claim ?? null,
    suggestedName: `${scenario.title} - briefing.${output}`,
  })
  switch (result.kind) {
    case 'cancelled':
      return false
    case 'written':
      setView({
        notice: { kind: 'info', title: `Exported to ${result.fileName}.`, details: [] },
      })
      return true
    case 'failed':
      setView({ notice: { kind: 'problem', title: result.title, details: result.details } })
      return true
  }
}
