import type { Scenario } from '../../../forecast/scenario'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { selectIsUnsaved, selectScenario, useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'

/** From a change to its being noted; with the writing well within the two seconds promised. */
const REST_MS = 600
/** A disk that hangs does not say so: what takes longer is told of like what failed. */
const LONGEST_NOTE_MS = 1200
/** Until what failed is tried again, if nothing is changed before. */
const AGAIN_MS = 5000

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
    const late = setTimeout(() => setView({ isUnsavedNoted: false }), LONGEST_NOTE_MS)
    const asked = bridge.noteUnsaved({
      id,
      token,
      title: scenario.title,
      text: serializeScenario(scenario),
      savedText: savedTextOf(saved),
    })
    const isNoted = await asked.catch(() => false)
    clearTimeout(late)
    // Of what has changed since a newer note will tell.
    if (noted !== noting) return
    setView({ isUnsavedNoted: isNoted })
    if (isNoted) return
    // Perhaps there is room or leave by the next time.
    noted = undefined
    setTimeout(follow, AGAIN_MS)
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
