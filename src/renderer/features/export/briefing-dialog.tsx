import { useState } from 'react'
import type { DocumentOutput } from '../../../ipc/contract'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { Dialog } from '../../components/dialog'
import { selectScenario, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'

interface OutputChoice {
  readonly output: DocumentOutput
  /** Its kind, as it is known. */
  readonly name: string
  readonly use: string
  readonly holds: string
}

const AGAIN = 'It can be opened in Brink again.'

const OUTPUTS: readonly OutputChoice[] = [
  {
    output: 'pdf',
    name: 'PDF',
    use: 'a report to hand out',
    holds: `Headline, conclusion, charts, drivers, reasons, evidence and method, as pages to print. ${AGAIN}`,
  },
  {
    output: 'pptx',
    name: 'PowerPoint',
    use: 'slides with charts that can be edited',
    holds: `Headline, conclusion, charts, reasons, drivers, evidence and method, with the figures in the notes. ${AGAIN}`,
  },
  {
    output: 'docx',
    name: 'Word',
    use: 'the report to go on writing in',
    holds: `Headline, conclusion, charts, drivers, reasons, evidence and method, as text and tables. ${AGAIN}`,
  },
  {
    output: 'xlsx',
    name: 'Excel',
    use: 'the numbers, drivers and evidence',
    holds: `Headline, conclusion, reasons, drivers, evidence and method, with every number by month in a sheet of its own. No charts. ${AGAIN}`,
  },
  {
    output: 'csv',
    name: 'CSV',
    use: 'every number in one table',
    holds:
      'Numbers by month alone, with where they come from on every row. No charts, no reasons and no evidence; it cannot be opened in Brink again.',
  },
]

const close = (): void => setView({ dialog: undefined })

/** The forecast as a whole, set for the briefing or the spreadsheet. */
export const BriefingDialog = () => {
  const [output, setOutput] = useState<DocumentOutput>('pdf')
  const [isBusy, setBusy] = useState(false)
  const chosen = OUTPUTS.find((each) => each.output === output)
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
            {choice.name}, {choice.use}
          </label>
        ))}
      </fieldset>
      <p className="hint output-hint">{chosen?.holds}</p>
      <div className="dialog-actions dialog-actions-end">
        {isBusy && (
          <span className="dialog-progress" role="status">
            <progress aria-label="Making the briefing" /> Making the {chosen?.name}…
          </span>
        )}
        <button type="button" onClick={leave}>
          {isBusy ? 'Stop' : 'Cancel'}
        </button>
        <button type="button" className="primary" disabled={isBusy} onClick={() => void make()}>
          Export {chosen?.name}…
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
