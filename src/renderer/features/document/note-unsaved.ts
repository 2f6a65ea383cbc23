import type { Scenario } from '../../../forecast/scenario'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { selectIsUnsaved, selectScenario, useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'

/** From a change to its being noted; with the writing well within the two seconds promised. */
const REST_MS = 600

/** Until it is tried again where it could not be noted. */
const RETRY_MS = 3000

let lastSaved: { readonly scenario: Scenario; readonly text: string } | undefined

/** It stays the same for many notes. */
function savedTextOf(scenario: Scenario): string {
  if (lastSaved?.scenario !== scenario) {
    lastSaved = { scenario, text: serializeScenario(scenario) }
  }
  return lastSaved.text
}

/** What a note says of a document; another of any is another note. */
interface Noted {
  readonly scenario: Scenario
  readonly token: string | null
  readonly saved: Scenario
}

/** Keeps unsaved work where a crash does not reach it, as it changes. */
export function startNoting(): void {
  let noted: Noted | undefined
  let isWaiting = false
  const isNotedAs = ({ scenario, token, saved }: Noted): boolean =>
    noted?.scenario === scenario && noted.token === token && noted.saved === saved
  const note = async (): Promise<void> => {
    isWaiting = false
    const state = useDocument.getState()
    if (!selectIsUnsaved(state)) return
    const { id, token, saved } = state
    const scenario = selectScenario(state)
    const noting = { scenario, token, saved }
    noted = noting
    const isNoted = await bridge.noteUnsaved({
      id,
      token,
      title: scenario.title,
      text: serializeScenario(scenario),
      savedText: savedTextOf(saved),
    })
    setView({ isUnsavedNoted: isNoted })
    // Perhaps there is room or leave by the next time.
    if (!isNoted && noted === noting) {
      noted = undefined
      setTimeout(follow, RETRY_MS)
    }
  }
  const follow = (): void => {
    const state = useDocument.getState()
    const { token, saved } = state
    // What is in a file is struck from the notes, and noted again if it is gone back to.
    if (!selectIsUnsaved(state)) noted = undefined
    else if (!isNotedAs({ scenario: selectScenario(state), token, saved }) && !isWaiting) {
      isWaiting = true
      setTimeout(() => void note(), REST_MS)
    }
  }
  useDocument.subscribe(follow)
  // What was recovered is there before anything is followed.
  follow()
}
