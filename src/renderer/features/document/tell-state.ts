import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { selectIsUnsaved, selectScenario, useDocument } from '../../state/document-store'
import { hasHalfTyped } from './fields'

/** Tells main what the title bar, the question on close and a page loaded again go by. */
export function tellState(): void {
  const state = useDocument.getState()
  const { id, token, fileName, saved } = state
  const isUnsaved = selectIsUnsaved(state) || hasHalfTyped()
  void bridge.setDocumentState({
    id,
    token,
    title: selectScenario(state).title,
    fileName,
    isUnsaved,
    text: token === null && !isUnsaved ? serializeScenario(saved) : null,
  })
}
