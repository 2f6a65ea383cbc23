import { articleBaseline } from '../../../forecast/article-baseline'
import { rangeAround, reachOf } from '../../../forecast/judged-range'
import type { Scenario } from '../../../forecast/scenario'
import type { OpenResult } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { blankScenario } from '../../state/blank-scenario'
import { withCase } from '../../state/case-edits/items'
import { selectIsEdited, selectScenario, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'
import { commitFocusedField } from './fields'
import { save } from './saving'
import { openedText, receive, show } from './showing'

/** Opening and replacing the document; every way in goes through here. */

/** Whether the present document may give way: unsaved work is saved, discarded or kept. */
async function mayReplace(): Promise<boolean> {
  commitFocusedField()
  const state = useDocument.getState()
  if (!selectIsEdited(state)) return true
  const answer = await bridge.askUnsaved(selectScenario(state).title)
  if (answer === 'save') return (await save(false)) && !hasUnsavedWork()
  return answer === 'discard'
}

export const hasUnsavedWork = (): boolean => selectIsEdited(useDocument.getState())

/** A path opened, dropped or handed over; asked about before anything is replaced. */
export async function openWith(load: () => Promise<OpenResult>): Promise<void> {
  if (await mayReplace()) receive(await load())
}

export async function openBundled(name: string): Promise<void> {
  const found = (await bridge.listBundled()).find((bundled) => bundled.name === name)
  if (found && (await mayReplace())) receive(openedText(found.text))
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
