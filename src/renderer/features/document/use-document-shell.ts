import { useEffect } from 'react'
import { bridge } from '../../bridge'
import { selectIsEdited, selectScenario, useDocument } from '../../state/document-store'
import { carryOut, openWith } from './document-actions'

/** Joins the document to the window around it: title, commands and dropped files. */
export function useDocumentShell(): void {
  const title = useDocument((state) => selectScenario(state).title)
  const fileName = useDocument((state) => state.fileName)
  const edited = useDocument(selectIsEdited)
  useEffect(() => {
    void bridge.setDocumentState({ title, fileName, edited })
  }, [title, fileName, edited])
  useEffect(() => bridge.onCommand((command) => void carryOut(command)), [])
  useEffect(acceptDroppedFiles, [])
}

function acceptDroppedFiles(): () => void {
  const allow = (event: DragEvent): void => event.preventDefault()
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) void openWith(() => bridge.openDropped(file))
  }
  window.addEventListener('dragover', allow)
  window.addEventListener('drop', drop)
  return () => {
    window.removeEventListener('dragover', allow)
    window.removeEventListener('drop', drop)
  }
}
