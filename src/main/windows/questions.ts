import { type BrowserWindow, dialog } from 'electron'
import { visibleText } from '../visible-text'

type Decision = 'save' | 'discard' | 'cancel'

const DECISIONS = ['save', 'discard', 'cancel'] as const

interface Question {
  readonly message: string
  readonly detail: string
  readonly save: string
}

/** Windows whose unsaved work a question is open about. */
const asked = new Set<BrowserWindow>()

/** Whether a question about a window's unsaved work waits for an answer; a second would be one too many. */
export const isAskedAbout = (window: BrowserWindow): boolean => asked.has(window)

/** Asks before the first of the windows, about all of them. */
async function ask(
  windows: readonly [BrowserWindow, ...BrowserWindow[]],
  { message, detail, save }: Question,
): Promise<Decision> {
  for (const window of windows) asked.add(window)
  try {
    const { response } = await dialog.showMessageBox(windows[0], {
      type: 'question',
      buttons: [save, 'Don’t Save', 'Cancel'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
      message,
      detail,
    })
    return DECISIONS[response] ?? 'cancel'
  } finally {
    for (const window of windows) asked.delete(window)
  }
}

/** What to do with unsaved work before it would be lost. */
export const askAboutUnsaved = (window: BrowserWindow, title: string): Promise<Decision> =>
  ask([window], {
    message: `Save the changes to “${visibleText(title)}”?`,
    detail: 'They are lost if you do not save them.',
    save: 'Save',
  })

/** The same for all windows at once. */
export const askAboutAll = (
  windows: readonly [BrowserWindow, ...BrowserWindow[]],
  titles: readonly string[],
): Promise<Decision> =>
  ask(windows, {
    message: `${titles.length} scenarios have changes that are not saved. Save them all?`,
    detail: [...titles.map(visibleText), '', 'The changes are lost if you do not save them.'].join(
      '\n',
    ),
    save: 'Save All',
  })

/** Whether to go on with what cannot be taken back. */
export async function confirm(
  window: BrowserWindow,
  { message, detail, action }: { message: string; detail: string; action: string },
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    buttons: [action, 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
    message,
    detail,
  })
  return response === 0
}
