import { differsFromArticle } from '../../../forecast/article-baseline'
import type { Command } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { selectScenario, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'
import {
  hasUnsavedWork,
  newBlankCase,
  newFromCase,
  openBundled,
  openWith,
} from './document-actions'
import { isHalfTyped, isTextField } from './fields'
import { save } from './saving'

/** In a text field undo is the field's own; elsewhere it is the document's. */
function step(direction: 'undo' | 'redo'): void {
  if (isTextField(document.activeElement) && isHalfTyped(document.activeElement)) {
    document.execCommand(direction)
  } else {
    useDocument.getState()[direction]()
  }
}

/** Main closes the window once it hears that everything is in a file; whatever fails keeps it open. */
async function saveForClosing(): Promise<void> {
  const isSaved = await save(false).catch(() => false)
  await bridge.settleClosing(isSaved && !(await hasUnsavedWork()))
}

/** The page of the help on what is shown. */
function topicInView(): string {
  const { dialog, exporting, screen } = useView.getState()
  if (exporting || dialog === 'briefing') return 'exporting'
  if (dialog === 'scenarios' || dialog === 'versions' || dialog === 'recovery') return 'files'
  return screen
}

type FileChanged = Extract<Command, { kind: 'file-changed' }>

function noteFileChange({ token, change }: FileChanged): void {
  const document = useDocument.getState()
  // It may be of the document that has just given way.
  if (token !== document.token) return
  document.noteFileChange(change ?? undefined)
  setView({ isFileChangePutOff: false })
}

/** Carries out what the menu or the system asks for. */
export async function carryOut(command: Command): Promise<void> {
  switch (command.kind) {
    case 'new':
      return newFromCase()
    case 'new-case':
      return newBlankCase()
    case 'open':
      return openWith(bridge.open)
    case 'open-token':
      return openWith(() => bridge.openToken(command.token))
    case 'open-bundled':
      return openBundled(command.name)
    case 'save':
      await save(false)
      return
    case 'save-as':
      await save(true)
      return
    case 'save-for-closing':
      return saveForClosing()
    case 'undo':
    case 'redo':
      return step(command.kind)
    case 'reset-drivers': {
      const scenario = selectScenario(useDocument.getState())
      const differing = scenario.case.drivers.filter((driver) =>
        differsFromArticle(scenario, driver),
      )
      return useDocument.getState().resetDrivers(differing)
    }
    case 'show-changed':
      return setView(({ showsOnlyChanged }) => ({ showsOnlyChanged: !showsOnlyChanged }))
    case 'export':
      return setView({
        exporting: { chart: useView.getState().chartInView, format: command.format },
      })
    case 'show-screen':
      return setView({ screen: command.screen })
    case 'file-changed':
      return noteFileChange(command)
    case 'help':
      return bridge.openHelp(command.topic ?? topicInView())
    case 'tour':
      return setView({ dialog: undefined, exporting: undefined, tour: 'asked-for' })
    case 'about':
    case 'versions':
    case 'recovery':
    case 'briefing':
      return setView({ dialog: command.kind })
  }
}
