import { useEffect, useState } from 'react'
import { isolated } from '../../../forecast/isolated'
import { bridge } from '../../bridge'
import { selectIsUnsaved, selectScenario, useDocument } from '../../state/document-store'
import { addNotice } from '../../state/view-store'
import { carryOut } from './commands'
import { openWith } from './document-actions'
import { hasHalfTyped } from './fields'
import { putAwayFailure } from './saving'
import { tellState } from './tell-state'

/** Joins the document to the window around it: title, commands and dropped files. */
export function useDocumentShell(): void {
  const title = useDocument((state) => selectScenario(state).title)
  const fileName = useDocument((state) => state.fileName)
  const id = useDocument((state) => state.id)
  const token = useDocument((state) => state.token)
  const isUnsaved = useDocument(selectIsUnsaved)
  const isTyping = useIsTyping()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of it changes is to be told
  useEffect(tellState, [id, token, title, fileName, isUnsaved, isTyping])
  useEffect(() => {
    if (!isUnsaved) putAwayFailure()
  }, [isUnsaved])
  useEffect(() => bridge.onCommand((command) => void carryOut(command)), [])
  useEffect(acceptDroppedFiles, [])
}

/** Whether a field holds something that has not been left yet: it would be lost as edits are. */
function useIsTyping(): boolean {
  const [isTyping, setTyping] = useState(false)
  useEffect(() => {
    const look = (): void => setTyping(hasHalfTyped())
    const observer = new MutationObserver(look)
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-draft'],
    })
    return () => observer.disconnect()
  }, [])
  return isTyping
}

const onlyOneAtATime = ({ name }: File) => ({
  title: `Of the files dropped only ${isolated(name)} was looked at.`,
  details: ['A window holds one scenario. Use File > Open in New Window for the others.'],
})

function acceptDroppedFiles(): () => void {
  const allow = (event: DragEvent): void => event.preventDefault()
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    const [file, ...others] = event.dataTransfer?.files ?? []
    if (!file) return
    void openWith(() => bridge.openDropped(file)).then(() => {
      if (others.length > 0) addNotice(onlyOneAtATime(file))
    })
  }
  window.addEventListener('dragover', allow)
  window.addEventListener('drop', drop)
  return () => {
    window.removeEventListener('dragover', allow)
    window.removeEventListener('drop', drop)
  }
}
