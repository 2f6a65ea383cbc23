import { useEffect, useRef, useState } from 'react'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'
import type { DocumentOutput } from '../../../ipc/contract'
import { asRun } from '../../../provenance/provenance'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { Dialog } from '../../components/dialog'
import { selectScenario, useDocument } from '../../state/document-store'
import { useForecast } from '../../state/forecast-store'
import { setView, useView } from '../../state/view-store'
import { Choices } from './choices'
import { firstAllowed, useAllowed } from './use-allowed'

interface OutputChoice {
  readonly output: DocumentOutput
  /** Its kind, as it is known. */
  readonly name: string
  /** Where that is not how the list has it. */
  readonly title?: string
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
  {
    output: 'draws',
    name: 'draws',
    title: 'CSV of the draws',
    use: 'to go on with in R or Python',
    holds:
      'A row for every draw: intensities, weights and base rates as drawn, and what follows for every claim and rung at the horizon. docs/draws.md says how to read it.',
  },
]

const ALL_OUTPUTS = OUTPUTS.map((each) => each.output)

const close = (): void => setView({ dialog: undefined })

/** The forecast as a whole, set for the briefing or the spreadsheet. */
export const BriefingDialog = () => {
  const [wanted, setOutput] = useState<DocumentOutput>('pdf')
  const allowed = useAllowed()
  const output = firstAllowed(wanted, ALL_OUTPUTS, allowed) ?? wanted
  const [isBusy, setBusy] = useState(false)
  const chosen = OUTPUTS.find((each) => each.output === output)
  const isShown = useRef(false)
  // Whatever takes its place, nothing is made any more for a dialog that is gone.
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
      void bridge.cancelExport()
    }
  }, [])
  const make = async (): Promise<void> => {
    if (isBusy || allowed.isBarred(output)) return
    setBusy(true)
    const isDone = await makeDocument(output)
    if (!isShown.current) return
    setBusy(false)
    if (isDone) close()
  }
  return (
    <Dialog title="Export a briefing" onClose={close}>
      <Choices
        legend="As"
        name="output"
        choices={OUTPUTS.map((each) => ({
          value: each.output,
          label: `${each.title ?? each.name}, ${each.use}`,
          isBarred: allowed.isBarred(each.output),
        }))}
        chosen={output}
        isDisabled={isBusy}
        onChoose={setOutput}
      />
      {allowed.reason && <p className="hint">{allowed.reason}</p>}
      <p className="hint output-hint">{chosen?.holds}</p>
      <div className="dialog-actions dialog-actions-end">
        <span className="dialog-progress" role="status">
          {isBusy && (
            <>
              <progress aria-label="Making the briefing" /> Making the {chosen?.name}…
            </>
          )}
        </span>
        <button type="button" onClick={close}>
          {isBusy ? 'Stop' : 'Cancel'}
        </button>
        {/* Disabled, it would lose the keyboard to nothing. */}
        <button
          type="button"
          className="primary"
          aria-disabled={isBusy || allowed.isBarred(output)}
          onClick={() => void make()}
        >
          Export {chosen?.name}…
        </button>
      </div>
    </Dialog>
  )
}

/** As it is on the screen: of a run that was stopped, the draws that it had. */
function scenarioShown(): Scenario {
  const scenario = selectScenario(useDocument.getState())
  const { update, isPending } = useForecast.getState()
  const isSettled = update !== undefined && !isPending && update.scenario === scenario
  return isSettled ? asRun(scenario, update.forecast) : scenario
}

/** Whether there is no more to be asked: it is written, or why not is told. */
async function makeDocument(output: DocumentOutput): Promise<boolean> {
  const scenario = scenarioShown()
  const result = await bridge
    .exportDocument({
      output,
      scenarioText: serializeScenario(scenario),
      claim: useView.getState().claim ?? null,
      suggestedName: `${scenario.title} - ${output === 'draws' ? 'draws.csv' : `briefing.${output}`}`,
    })
    .catch((error: unknown) => ({
      kind: 'failed' as const,
      title: 'The briefing was not made.',
      details: [error instanceof Error ? error.message : String(error)],
    }))
  switch (result.kind) {
    case 'cancelled':
      return false
    case 'written':
      setView({
        notice: { kind: 'info', title: `Exported to ${isolated(result.fileName)}.`, details: [] },
      })
      return true
    case 'failed':
      setView({ notice: { kind: 'problem', title: result.title, details: result.details } })
      return true
  }
}
