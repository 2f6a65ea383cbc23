import { app, type BrowserWindow } from 'electron'
import { createTurns } from '../documents/in-turn'
import type { SettingsStore } from '../documents/settings'
import { isSameFile, truePath } from '../documents/standing'
import { comeBackAfterCrash } from './come-back'
import { placeFor, rememberPlace } from './places'
import { askAboutAll, askAboutUnsaved, isAskedAbout } from './questions'
import {
  focusWindow,
  openWorkbenchWindow,
  type Start,
  type WorkbenchWindow,
} from './workbench-window'

/** Every window, each with a document of its own. */
export interface OpenWindows {
  open(start: Start): WorkbenchWindow
  /** Shows the window that works on a file, or opens one. */
  openFile(given: string): Promise<void>
  /** The window that asks something. */
  of(window: BrowserWindow): WorkbenchWindow
  /** The one last used. */
  current(): WorkbenchWindow | undefined
  /** Notes that a window works on a file from here on, or on none. */
  hold(holder: WorkbenchWindow, path: string | undefined): void
  /**
   * Takes a file in by `work`, which is told which window works on it by whichever of its
   * names; no other takes the same file in meanwhile.
   */
  takingIn<T>(path: string, work: (holder: WorkbenchWindow | undefined) => Promise<T>): Promise<T>
}

interface Follow {
  readonly onHeld: (holder: WorkbenchWindow, path: string | undefined) => void
  /** A window is about to close, with its work saved or given up. */
  readonly onClosing: (closing: WorkbenchWindow) => void
  /** No window of the work is left. */
  readonly onLastClosed: () => void
  /** Resolves when everything is on the disk. */
  readonly settled: () => Promise<unknown>
}

export function createOpenWindows(settings: SettingsStore, follow: Follow): OpenWindows {
  /** The one last used last. */
  let windows: readonly WorkbenchWindow[] = []
  const files = new Map<WorkbenchWindow, string>()
  const inTurn = createTurns()

  const hold = (holder: WorkbenchWindow, path: string | undefined): void => {
    // What was under way for a window may end after it is gone.
    const isGone = !windows.includes(holder)
    if (files.get(holder) === path || (isGone && path !== undefined)) return
    if (path === undefined) files.delete(holder)
    else files.set(holder, path)
    follow.onHeld(holder, path)
  }
  const holderOf = async (path: string): Promise<WorkbenchWindow | undefined> => {
    // Side by side: one that does not answer holds up no other.
    const holders = [...files].map(async ([holder, held]) =>
      (await isSameFile(held, path)) ? holder : undefined,
    )
    return (await Promise.all(holders)).find((holder) => holder !== undefined)
  }
  const takingIn: OpenWindows['takingIn'] = (path, work) =>
    inTurn(path, async () => work(await holderOf(path)))
  const onClosing = (closing: WorkbenchWindow): void => {
    rememberPlace(closing.window, settings)
    follow.onClosing(closing)
  }
  const open = (start: Start): WorkbenchWindow => {
    const place = placeFor(settings, windows.at(-1)?.window)
    const isFirst = windows.length === 0
    const opened = openWorkbenchWindow(start, place, onClosing)
    if (isFirst && settings.current().window?.isMaximized) opened.window.maximize()
    windows = [...windows, opened]
    opened.window.on('focus', () => {
      windows = [...windows.filter((other) => other !== opened), opened]
    })
    opened.window.on('closed', () => {
      windows = windows.filter((other) => other !== opened)
      hold(opened, undefined)
      if (windows.length === 0) follow.onLastClosed()
    })
    if (start.kind === 'file') hold(opened, start.path)
    comeBackAfterCrash(opened)
    return opened
  }
  settleBeforeQuit(follow.settled, () => windows)

  return {
    open,
    openFile: async (given) => {
      const path = await truePath(given)
      await takingIn(path, async (holder) => {
        if (holder) focusWindow(holder.window)
        else open({ kind: 'file', path })
      })
    },
    of: (window) => {
      const found = windows.find((each) => each.window === window)
      if (!found) throw new Error('a window that is closing asked for something')
      return found
    },
    current: () => windows.at(-1),
    hold,
    takingIn,
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
    const unsaved = all().filter((each) => each.state()?.isUnsaved)
    if (unsaved.length === 0) return
    event.preventDefault()
    if (isAsking || unsaved.some(({ window }) => isAskedAbout(window))) return
    isAsking = true
    void settleAll(unsaved)
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

/** Two of one title are told apart by their files. */
function titleAndFile(each: WorkbenchWindow): string {
  const { title = '', fileName = '' } = each.state() ?? {}
  return `${title} (${fileName || 'in no file yet'})`
}

/** Whether nothing unsaved is left, saved or given up as the analyst chose; then the windows are closed. */
async function settleAll(unsaved: readonly WorkbenchWindow[]): Promise<boolean> {
  const [first, ...others] = unsaved.map(({ window }) => window)
  if (!first) return true
  const decision =
    unsaved.length === 1
      ? await askAboutUnsaved(first, unsaved[0]?.state()?.title ?? '')
      : await askAboutAll([first, ...others], unsaved.map(titleAndFile))
  if (decision === 'cancel') return false
  if (decision === 'save') {
    // First those whose place is known, so that going back at a question leaves them saved.
    const ordered = [...unsaved].sort((a, b) => Number(hasNoFile(a)) - Number(hasNoFile(b)))
    for (const each of ordered) if (!(await each.save())) return false
    // One may have been worked on while another was saved.
    if (unsaved.some((each) => each.state()?.isUnsaved)) return false
  }
  for (const each of unsaved) each.close()
  return true
}
