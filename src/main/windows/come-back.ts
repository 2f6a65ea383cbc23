import { confirm } from './questions'
import type { WorkbenchWindow } from './workbench-window'

/** A page that stops again sooner than this would go on doing so. */
const TOO_SOON_MS = 30_000

/** Loads the page of a window again when its process has stopped, with the work noted so far. */
export function comeBackAfterCrash(crashing: WorkbenchWindow): void {
  const { window } = crashing
  let lastTime = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const isTooSoon = performance.now() - lastTime < TOO_SOON_MS
    lastTime = performance.now()
    void (isTooSoon ? askToGoOn(crashing) : afterwards()).then((goesOn) => {
      if (window.isDestroyed()) return
      if (!goesOn) return window.destroy()
      crashing.tellLater({
        title: 'This window stopped working and was started again.',
        details: ['Your work is as it was two seconds before at the latest. Save it now.'],
      })
      window.webContents.reload()
    })
  })
}

/** Chromium ends the whole program if a page is loaded while it still clears away the old one. */
const afterwards = (): Promise<boolean> =>
  new Promise((resolve) => setTimeout(() => resolve(true), 100))

const askToGoOn = ({ window }: WorkbenchWindow): Promise<boolean> =>
  confirm(window, {
    message: 'This window has stopped working again.',
    detail: 'Your unsaved work is kept, and is offered when Brink is next started.',
    action: 'Start It Again',
  })
