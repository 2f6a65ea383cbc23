import { articleBaseline } from '../../../forecast/article-baseline'
import { rangeAround, reachOf } from '../../../forecast/judged-range'
import type { Scenario } from '../../../forecast/scenario'
import type { OpenResult } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { blankScenario } from '../../state/blank-scenario'
import { withCase } from '../../state/case-edits/items'
import { selectIsUnsaved, selectScenario, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'
import { commitFocusedField, hasHalfTyped } from './fields'
import { save } from './saving'
import { leave, openedText, readOpened, show } from './showing'

/** Opening and replacing the document; every way in goes through here. */

/** Whether anything here is in no file, also what stands half-typed in a field. */
export async function hasUnsavedWork(): Promise<boolean> {
  // A field that was left shows so only when the screen has caught up with it.
  if (commitFocusedField()) await Promise.resolve()
  return selectIsUnsaved(useDocument.getState()) || hasHalfTyped()
}

/** Whether the present document may give way: unsaved work is saved, discarded or kept. */
async function mayReplace(): Promise<boolean> {
  if (!(await hasUnsavedWork())) return true
  const answer = await bridge.askUnsaved(selectScenario(useDocument.getState()).title)
  // Whoever goes on typing while it is saved has not done with it.
  if (answer === 'save') return (await save(false)) && !(await hasUnsavedWork())
  return answer === 'discard'
}

let lastOpening: Promise<void> = Promise.resolve()

/** A path opened, dropped or handed over; asked about before anything is replaced. */
export function openWith(load: () => Promise<OpenResult>): Promise<void> {
  const next = (): Promise<void> => openNow(load)
  lastOpening = lastOpening.then(next, next)
  return lastOpening
}

async function openNow(load: () => Promise<OpenResult>): Promise<void> {
  if (!(await mayReplace())) return
  const before = selectScenario(useDocument.getState())
  const result = await load()
  const opened = readOpened(result)
  // What is read from a slow drive takes long enough to go on working.
  commitFocusedField()
  const isAsAgreed = selectScenario(useDocument.getState()) === before
  if (opened && (isAsAgreed || (await mayReplace()))) show(opened)
  else leave(result)
}

export async function openBundled(name: string): Promise<void> {
  const found = (await bridge.listBundled()).find((bundled) => bundled.name === name)
  if (found) await openWith(async () => openedText(found.text))
}

const showNew = (scenario: Scenario): void => show({ scenario, token: null, fileName: '' })

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
  const fresh = { title: 'Untitled scenario', summary: '', judgment: { ...judgment, drivers } }
  showNew({ ...present, ...fresh })
}

const today = (): string => {
  const now = new Date()
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-')
}

/** A case of which nothing is written yet, ready to be. */
export async function newBlankCase(): Promise<void> {
  if (!(await mayReplace())) return
  showNew(withCase(blankScenario, { asOf: today() }))
  setView({ screen: 'case', isEditingCase: true })
}

/** A new scenario that differs from the present one by one step, which can be undone. */
export async function openAsNew(
  title: string,
  change: (scenario: Scenario) => Scenario,
): Promise<void> {
  if (!(await mayReplace())) return
  const { claim } = useView.getState()
  showNew({ ...selectScenario(useDocument.getState()), title })
  setView({ claim })
  useDocument.getState().edit(change)
}
