import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'
import type { OpenResult } from '../../../ipc/contract'
import { describeFailure } from '../../../scenario-file/failures'
import { parseScenario } from '../../../scenario-file/parse'
import { bridge } from '../../bridge'
import { type Opened, useDocument } from '../../state/document-store'
import { type Notice, setView } from '../../state/view-store'
import { tellState } from './tell-state'

/** From what main answers to the document on the screen. */

export const sayProblem = (
  title: string,
  details: readonly string[],
  offering: Pick<Notice, 'save' | 'versionsOf'> = {},
): void =>
  // A dialog would stand before it.
  setView({
    dialog: undefined,
    exporting: undefined,
    notice: { kind: 'problem', title, details, ...offering },
  })

export function show(opened: Opened): void {
  useDocument.getState().open(opened)
  setView({
    claim: undefined,
    spot: undefined,
    isEditingCase: false,
    expandedDriver: undefined,
    dialog: undefined,
    notice: opened.notice && { kind: 'info', ...opened.notice },
    isFileChangePutOff: false,
  })
}

/** A scenario that has no file yet, as main would answer it. */
export const openedText = (text: string): OpenResult => ({
  kind: 'opened',
  document: { token: null, fileName: '', text, unsaved: null },
})

/** The document in what main has opened; of a refusal it says why. */
export function readOpened(result: OpenResult): Opened | undefined {
  switch (result.kind) {
    case 'cancelled':
    case 'elsewhere':
      return undefined
    case 'refused':
      sayProblem(
        result.title,
        result.details,
        result.versionsOf === undefined ? {} : { versionsOf: result.versionsOf },
      )
      return undefined
    case 'opened': {
      const { text, token, fileName, unsaved, notice } = result.document
      const scenario = read(text, fileName)
      const work = unsaved && read(unsaved.text, fileName)
      if (!scenario || work === undefined) return undefined
      return {
        scenario,
        token,
        fileName,
        ...(unsaved && work ? { unsaved: { id: unsaved.id, scenario: work } } : {}),
        ...(notice ? { notice } : {}),
      }
    }
  }
}

function read(text: string, fileName: string): Scenario | undefined {
  const parsed = parseScenario(text)
  if (parsed.ok) return parsed.scenario
  const { summary, details } = describeFailure(parsed.failure)
  sayProblem(`${isolated(fileName) || 'The scenario'} was not opened. ${summary}`, details)
  return undefined
}

/** Main takes the window to hold what it has handed over, and to know what is in it. */
export function leave(result: OpenResult): void {
  tellState()
  if (result.kind !== 'opened') return
  const { token, unsaved } = result.document
  if (token) void bridge.giveBack(token)
  if (unsaved) void bridge.giveBackRecovered(unsaved.id)
}

/** Takes in what main has opened; a refusal leaves what was open as it was. */
export function receive(result: OpenResult): boolean {
  const opened = readOpened(result)
  if (opened) show(opened)
  return opened !== undefined
}
