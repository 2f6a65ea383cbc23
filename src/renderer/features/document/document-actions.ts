import { articleBaseline } from '../../../forecast/article-baseline'
import { rangeAround, reachOf } from '../../../forecast/judged-range'
import type { Scenario } from '../../../forecast/scenario'
import type { Command, OpenResult } from '../../../ipc/contract'
import { describeFailure } from '../../../scenario-file/failures'
import { parseScenario } from '../../../scenario-file/parse'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { blankScenario } from '../../state/blank-scenario'
import { withCase } from '../../state/case-edits/items'
import { selectIsEdited, selectScenario, useDocument } from '../../state/document-store'
import { differsFromArticle } from '../../state/edits'
import { setView, useView } from '../../state/view-store'

/** Opening, saving and replacing the document; every way in and out of it goes through here. */

const problem = (title: string, details: readonly string[]): void =>
  // A dialog would stand before it.
  setView({
    dialog: undefined,
    exporting: undefined,
    notice: { kind: 'problem', title, details },
  })

const show = (scenario: Scenario, token: string | null, fileName: string): void => {
  useDocument.getState().open(scenario, token, fileName)
  setView({
    claim: undefined,
    spot: undefined,
    isEditingCase: false,
    expandedDriver: undefined,
    dialog: undefined,
    notice: undefined,
  })
}

interface ReadDocument {
  readonly scenario: Scenario
  readonly token: string | null
  readonly fileName: string
}

/** The scenario in what main has opened; of a refusal it says why. */
export function readOpened(result: OpenResult): ReadDocument | undefined {
  switch (result.kind) {
    case 'cancelled':
      return undefined
    case 'refused':
      problem(result.title, result.details)
      return undefined
    case 'opened': {
      const { text, token, fileName } = result.document
      const parsed = parseScenario(text)
      if (parsed.ok) return { scenario: parsed.scenario, token, fileName }
      const { summary, details } = describeFailure(parsed.failure)
      problem(`${fileName || 'The scenario'} was not opened. ${summary}`, details)
      return undefined
    }
  }
}

/** Takes in what main has opened; a refusal leaves what was open as it was. */
export function receive(result: OpenResult): boolean {
  const read = readOpened(result)
  if (read) show(read.scenario, read.token, read.fileName)
  return read !== undefined
}

/** Whether the present document may give way: unsaved work is saved, discarded or kept. */
async function mayReplace(): Promise<boolean> {
  commitFocusedField()
  const state = useDocument.getState()
  if (!selectIsEdited(state)) return true
  const answer = await bridge.askUnsaved(selectScenario(state).title)
  if (answer === 'save') return (await save(false)) && !hasUnsavedWork()
  return answer === 'discard'
}

/** A path opened, dropped or handed over; asked about before anything is replaced. */
export async function openWith(load: () => Promise<OpenResult>): Promise<void> {
  if (await mayReplace()) receive(await load())
}

export async function openBundled(name: string): Promise<void> {
  const found = (await bridge.listBundled()).find((bundled) => bundled.name === name)
  if (found && (await mayReplace())) {
    receive({ kind: 'opened', document: { token: null, fileName: '', text: found.text } })
  }
}

/** A fresh scenario of the same case, every driver where the article has it. */
export async function newFromCase(): Promise<void> {
  if (!(await mayReplace())) return
  const present = selectScenario(useDocument.getState())
  const { judgment } = articleBaseline(present)
  const drivers = Object.fromEntries(
    present.case.drivers.map(({ id, reference }) => {
      const old = present.judgment.drivers[id]
      const reach = old ? reachOf(old.intensity) : { below: 0, above: 0 }
      return [id, { intensity: rangeAround(reference, reach) }]
    }),
  )
  show(
    { ...present, title: 'Untitled scenario', summary: '', judgment: { ...judgment, drivers } },
    null,
    '',
  )
}

const today = (): string => {
  const now = new Date()
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-')
}

/** A case of which nothing is written yet, ready to be. */
export async function newBlankCase(): Promise<void> {
  if (!(await mayReplace())) return
  show(withCase(blankScenario, { asOf: today() }), null, '')
  setView({ screen: 'case', isEditingCase: true })
}

/** A new scenario that differs from the present one by one step, which can be undone. */
export async function openAsNew(
  title: string,
  change: (scenario: Scenario) => Scenario,
): Promise<void> {
  if (!(await mayReplace())) return
  const { claim } = useView.getState()
  show({ ...selectScenario(useDocument.getState()), title }, null, '')
  setView({ claim })
  useDocument.getState().edit(change)
}

const fileNameFor = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'scenario'

const hasUnsavedWork = (): boolean => selectIsEdited(useDocument.getState())

let lastSave: Promise<boolean> = Promise.resolve(true)

/** Whether the document is in a file afterwards; one save after the other, so that none overtakes. */
export function save(elsewhere: boolean): Promise<boolean> {
  const next = (): Promise<boolean> => saveOnce(elsewhere)
  lastSave = lastSave.then(next, next)
  return lastSave
}

async function saveOnce(elsewhere: boolean): Promise<boolean> {
  commitFocusedField()?.focus({ preventScroll: true })
  const state = useDocument.getState()
  const scenario = selectScenario(state)
  const result = await bridge.save({
    token: state.token,
    elsewhere,
    suggestedName: state.fileName || `${fileNameFor(scenario.title)}.brink`,
    text: serializeScenario(scenario),
  })
  if (result.kind === 'saved') {
    useDocument.getState().markSaved(state.serial, scenario, result.token, result.fileName)
    return true
  }
  if (result.kind === 'failed') problem(result.title, result.details)
  return false
}

/** What is typed but not yet left counts as typed; answers the field that was left for it. */
function commitFocusedField(): HTMLElement | undefined {
  const field = document.activeElement
  if (!isTextField(field)) return undefined
  field.blur()
  return field
}

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === 'text')

/** In a text field undo is the field's own; elsewhere it is the document's. */
function step(direction: 'undo' | 'redo'): void {
  if (isTextField(document.activeElement) && isHalfTyped(document.activeElement)) {
    document.execCommand(direction)
  } else {
    useDocument.getState()[direction]()
  }
}

const isHalfTyped = ({ dataset }: HTMLElement): boolean => dataset.draft === 'true'

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
    case 'save-and-close':
      if ((await save(false)) && !hasUnsavedWork()) await bridge.closeWindow()
      return
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
    case 'about':
      return setView({ dialog: 'about' })
  }
}
