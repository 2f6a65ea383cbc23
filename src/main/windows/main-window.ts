import { app, type BrowserWindow, dialog, screen } from 'electron'
import type { Command } from '../../ipc/contract'
import type { SettingsStore } from '../documents/settings'
import { visibleText } from '../visible-text'
import { createCommandQueue } from './command-queue'
import { createWindow, isHeadless, type WindowPlace } from './create-window'

/** What the title bar and the question on close go by. */
export interface DocumentState {
  readonly title: string
  readonly fileName: string
  readonly edited: boolean
}

export interface MainWindow {
  readonly window: BrowserWindow
  send(command: Command): void
  setDocumentState(state: DocumentState): void
  /** Closes without a question. */
  close(): void
}

/** As large as the screens are drawn for, or as the screen at hand is. */
function defaultPlace(): WindowPlace {
  const [width, height] = [1440, 900]
  if (isHeadless()) return { width, height }
  const { workAreaSize } = screen.getPrimaryDisplay()
  return {
    width: Math.min(width, workAreaSize.width),
    height: Math.min(height, workAreaSize.height),
  }
}

/** The remembered place, if a screen still shows it. */
function placeFrom({ current }: SettingsStore): WindowPlace {
  const place = current().window
  if (!place) return defaultPlace()
  const { x, y, width, height } = place
  const isOnScreen = screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return overlapX > 100 && overlapY > 100
  })
  return isOnScreen ? { x, y, width, height } : defaultPlace()
}

export function openMainWindow(settings: SettingsStore): MainWindow {
  const window = createWindow('index.html', placeFrom(settings))
  let state: DocumentState = { title: 'Brink', fileName: '', edited: false }
  let isAsking = false
  const commands = createCommandQueue((command) => {
    if (!window.isDestroyed()) window.webContents.send('command', command)
  })

  if (settings.current().window?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', (event) => {
    rememberPlace(window, settings)
    if (!state.edited) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void askBeforeClosing(window, state.title).then((decision) => {
      isAsking = false
      if (decision === 'discard') window.destroy()
      if (decision === 'save') commands.send({ kind: 'save-and-close' })
    })
  })
  settleBeforeQuit(settings)

  return {
    window,
    send: commands.send,
    setDocumentState: (next) => {
      state = next
      showState(window, next)
      // The page says so in the same breath in which it begins to listen.
      commands.open()
    },
    close: () => window.destroy(),
  }
}

/** The place of a window is written as it closes, which is when the app would be gone. */
function settleBeforeQuit(settings: SettingsStore): void {
  let isSettled = false
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    isSettled = true
    void settings.settled().then(() => app.quit())
  })
}

function showState(window: BrowserWindow, { title, fileName, edited }: DocumentState): void {
  const mark = edited && process.platform !== 'darwin' ? '• ' : ''
  // A title that turns the direction of writing does so for itself alone.
  const isolated = [title, fileName].map((text) => (text === '' ? '' : `\u2068${text}\u2069`))
  const named = [...isolated, 'Brink'].filter((part) => part !== '')
  window.setTitle(`${mark}${named.join(' — ')}`)
  window.setDocumentEdited(edited)
}

function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  const isMaximized = window.isMaximized()
  void settings.change({ window: { ...window.getNormalBounds(), isMaximized } })
}

/** What to do with unsaved work before it would be lost. */
export async function askBeforeClosing(
  window: BrowserWindow,
  title: string,
): Promise<'save' | 'discard' | 'cancel'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    buttons: ['Save', 'Don’t Save', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
    message: `Save the changes to “${visibleText(title)}”?`,
    detail: 'They are lost if you do not save them.',
  })
  return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel'
}

export const focusWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.focus()
  app.focus({ steal: true })
}
