import type { Scenario } from '../../../forecast/scenario'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { selectIsEdited, selectScenario, useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'

/** From a change to its being noted; with the writing well within the two seconds promised. */
const REST_MS = 600

let lastSaved: { readonly scenario: Scenario; readonly text: string } | undefined

/** It stays the same for many notes. */
function savedTextOf(scenario: Scenario): string {
  if (lastSaved?.scenario !== scenario) {
    lastSaved = { scenario, text: serializeScenario(scenario) }
  }
  return lastSaved.text
}

/** Keeps unsaved work where a crash does not reach it, as it changes. */
export function startNoting(): void {
  let noted: Scenario | undefined
  let isWaiting = false
  const note = async (): Promise<void> => {
    isWaiting = false
    const state = useDocument.getState()
    if (!selectIsEdited(state)) return
    const { id, token, saved } = state
    const scenario = selectScenario(state)
    noted = scenario
    const isNoted = await bridge.noteUnsaved({
      id,
      token,
      title: scenario.title,
      text: serializeScenario(scenario),
      savedText: savedTextOf(saved),
    })
    setView({ isUnsavedNoted: isNoted })
    // Perhaps there is room or leave by the next time.
    if (!isNoted && noted === scenario) noted = undefined
  }
  const follow = (): void => {
    const state = useDocument.getState()
    // What is in a file is struck from the notes, and noted again if it is gone back to.
    if (!selectIsEdited(state)) noted = undefined
    else if (selectScenario(state) !== noted && !isWaiting) {
      isWaiting = true
      setTimeout(() => void note(), REST_MS)
    }
  }
  useDocument.subscribe(follow)
  // What was recovered is there before anything is followed.
  follow()
}
