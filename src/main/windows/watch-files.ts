import { unwatchFile, watchFile } from 'node:fs'
import type { DocumentFiles } from '../documents/document-files'
import type { WorkbenchWindow } from './workbench-window'

/** Asking is dependable where notifications of the system are not, such as on shared drives. */
const INTERVAL_MS = 2000

export interface FileWatch {
  /** The window works on this file from here on, or on none. */
  follow(holder: WorkbenchWindow, path: string | undefined): void
}

/** Tells each window when another hand has changed or taken away the file it works on. */
export function createFileWatch(files: DocumentFiles): FileWatch {
  const stops = new Map<WorkbenchWindow, () => void>()
  return {
    follow: (holder, path) => {
      stops.get(holder)?.()
      stops.delete(holder)
      if (path !== undefined) stops.set(holder, watch(files, holder, path))
    },
  }
}

function watch(files: DocumentFiles, { window, send }: WorkbenchWindow, path: string): () => void {
  let told: string | undefined
  let isStopped = false
  const look = async (): Promise<void> => {
    const change = await files.change(path)
    if (isStopped || change?.seen === told) return
    told = change?.seen
    send({ kind: 'file-changed', token: files.tokenOf(path), change })
  }
  const lookAgain = (): void => void look()
  // A page loaded again knows nothing of what the one before it was told.
  const tellAgain = (): void => {
    told = undefined
    void look()
  }
  watchFile(path, { interval: INTERVAL_MS, persistent: false }, lookAgain)
  window.on('focus', lookAgain)
  window.webContents.on('render-process-gone', tellAgain)
  void look()
  return () => {
    isStopped = true
    unwatchFile(path, lookAgain)
    if (window.isDestroyed()) return
    window.off('focus', lookAgain)
    window.webContents.off('render-process-gone', tellAgain)
  }
}
