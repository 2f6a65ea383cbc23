import { app, type BrowserWindow } from 'electron'
import type { SettingsStore } from '../documents/settings'
import { isSameFile } from '../documents/standing'
import { comeBackAfterCrash } from './come-back'
import { placeFor, rememberPlace } from './places'
import { askAboutAll, askAboutUnsaved } from './questions'
import { openWorkbenchWindow, type Start, type WorkbenchWindow } from './workbench-window'

/** Every window, each with a document of its own. */
export interface OpenWindows {
  open(start: Start): WorkbenchWindow
  /** The window that asks something. */
  of(window: BrowserWindow): WorkbenchWindow
  /** The one last used. */
  current(): WorkbenchWindow | undefined
  /** Notes that a window works on a file from here on, or on none. */
  hold(holder: WorkbenchWindow, path: string | undefined): void
  /** The window that works on a file, by whichever of its names. */
  holderOf(path: string): Promise<WorkbenchWindow | undefined>
}

interface Follow {
  readonly onHeld: (holder: WorkbenchWindow, path: string | undefined) => void
  /** A window is about to close, with its work saved or given up. */
  readonly onClosing: (closing: WorkbenchWindow) => void
  /** Resolves when everything is on the disk. */
  readonly settled: () => Promise<unknown>
}

export function createOpenWindows(settings: SettingsStore, follow: Follow): OpenWindows {
  /** The one last used last. */
  let open: readonly WorkbenchWindow[] = []
  const files = new Map<WorkbenchWindow, string>()

  const hold = (holder: WorkbenchWindow, path: string | undefined): void => {
    if (files.get(holder) === path) return
    if (path === undefined) files.delete(holder)
    else files.set(holder, path)
    follow.onHeld(holder, path)
  }
  const settle = (closing: WorkbenchWindow): void => {
    rememberPlace(closing.window, settings)
    follow.onClosing(closing)
  }
  settleBeforeQuit(follow.settled, () => open)

  return {
    open: (start) => {
      const place = placeFor(settings, open.at(-1)?.window)
      const isFirst = open.length === 0
      const opened = openWorkbenchWindow(start, place, settle)
      if (isFirst && settings.current().window?.isMaximized) opened.window.maximize()
      open = [...open, opened]
      opened.window.on('focus', () => {
        open = [...open.filter((other) => other !== opened), opened]
      })
      opened.window.on('closed', () => {
        open = open.filter((other) => other !== opened)
        hold(opened, undefined)
      })
      if (start.kind === 'file') hold(opened, start.path)
      comeBackAfterCrash(opened)
      return opened
    },
    of: (window) => {
      const found = open.find((each) => each.window === window)
      if (!found) throw new Error('a window that is closing asked for something')
      return found
    },
    current: () => open.at(-1),
    hold,
    holderOf: async (path) => {
      for (const [holder, held] of files) if (await isSameFile(held, path)) return holder
      return undefined
    },
  }
}

/**
 * Quitting asks once about all that is unsaved, and waits for what is being written:
 * the places of windows are noted as they close, which is when the app would be gone.
 */
function settleBeforeQuit(
  settled: () => Promise<unknown>,
  all: () => readonly WorkbenchWindow[],
): void {
  let isAsking = false
  app.on('before-quit', (event) => {
    const edited = all().filter((each) => each.state()?.edited)
    if (edited.length === 0) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void settleAll(edited)
      .then((settled) => settled && app.quit())
      .finally(() => {
        isAsking = false
      })
  })
  let isSettled = false
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    isSettled = true
    void settled().finally(() => app.quit())
  })
}

const hasNoFile = (each: WorkbenchWindow): boolean => each.state()?.token === null

/** Whether nothing unsaved is left, saved or given up as the analyst chose. */
async function settleAll(edited: readonly WorkbenchWindow[]): Promise<boolean> {
  const [first] = edited
  if (!first) return true
  const titles = edited.map((each) => each.state()?.title ?? '')
  const decision =
    edited.length === 1
      ? await askAboutUnsaved(first.window, titles[0] ?? '')
      : await askAboutAll(first.window, titles)
  if (decision === 'cancel') return false
  // First those whose place is known, so that going back at a question leaves them saved.
  const ordered = [...edited].sort((a, b) => Number(hasNoFile(a)) - Number(hasNoFile(b)))
  for (const each of ordered) {
    if (decision === 'discard') each.close()
    // One that could not be saved, or whose place was not chosen, keeps the others open too.
    else if (!(await each.saveAndClose())) return false
  }
  return true
}
