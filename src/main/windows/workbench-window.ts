import { app, type BrowserWindow } from 'electron'
import { isolated } from '../../forecast/isolated'
import type { Command, Input, Output } from '../../ipc/contract'
import type { JournalEntry } from '../documents/journal'
import { createCommandQueue } from './command-queue'
import { createWindow, type WindowPlace } from './create-window'
import { askAboutUnsaved } from './questions'

/** What a window shows first. */
export type Start =
  | { readonly kind: 'baseline' }
  | { readonly kind: 'file'; readonly path: string }
  /** A scenario without a file, such as an earlier version. */
  | { readonly kind: 'text'; readonly text: string }
  /** Work that no file holds. */
  | { readonly kind: 'unsaved'; readonly entry: JournalEntry }

export type DocumentState = Input<'document:state'>

export type Notice = Output<'window:news'>['notices'][number]

/** A window with one document. */
export interface WorkbenchWindow {
  readonly window: BrowserWindow
  /** What it shows first, also after its page had to be loaded again. */
  start(): Start
  /** What its page is to show if it has to be loaded again. */
  setStart(start: Start): void
  /** Undefined until its page has come up. */
  state(): DocumentState | undefined
  setState(state: DocumentState): void
  send(command: Command): void
  /** Keeps something to be told by the page when it has come up. */
  tellLater(notice: Notice): void
  takeNotices(): Notice[]
  /** Lets the window save its document and close; answers whether it has. */
  saveAndClose(): Promise<boolean>
  /** The page's answer to that. */
  settle(saved: boolean): void
  /** Closes without a question; what is unsaved is given up. */
  close(): void
}

/** Shows a window; `onClosing` hears of it when nothing stands against its closing any more. */
export function openWorkbenchWindow(
  first: Start,
  place: WindowPlace,
  onClosing: (closing: WorkbenchWindow) => void,
): WorkbenchWindow {
  const window = createWindow('index.html', place)
  let start = first
  let state: DocumentState | undefined
  let notices: Notice[] = []
  let isAsking = false
  let answerSaving: ((saved: boolean) => void) | undefined
  const commands = createCommandQueue((command) => {
    if (!window.isDestroyed()) window.webContents.send('command', command)
  })
  const settle = (saved: boolean): void => {
    answerSaving?.(saved)
    answerSaving = undefined
    if (saved) close()
  }
  const close = (): void => {
    if (window.isDestroyed()) return
    onClosing(self)
    window.destroy()
  }
  const self: WorkbenchWindow = {
    window,
    start: () => start,
    setStart: (next) => {
      start = next
    },
    state: () => state,
    setState: (next) => {
      state = next
      showState(window, next)
      // The page says so in the same breath in which it begins to listen.
      commands.open()
    },
    send: commands.send,
    tellLater: (notice) => void notices.push(notice),
    takeNotices: () => {
      const taken = notices
      notices = []
      return taken
    },
    saveAndClose: () => {
      focusWindow(window)
      answerSaving?.(false)
      const answered = new Promise<boolean>((resolve) => {
        answerSaving = resolve
      })
      commands.send({ kind: 'save-and-close' })
      return answered
    },
    settle,
    close,
  }

  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('closed', () => settle(false))
  window.on('close', (event) => {
    if (!state?.edited) return onClosing(self)
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void askAboutUnsaved(window, state.title).then((decision) => {
      isAsking = false
      if (decision === 'discard') close()
      if (decision === 'save') void self.saveAndClose()
    })
  })
  return self
}

function showState(window: BrowserWindow, { title, fileName, edited }: DocumentState): void {
  const mark = edited && process.platform !== 'darwin' ? '• ' : ''
  const named = [isolated(title), isolated(fileName), 'Brink'].filter((part) => part !== '')
  window.setTitle(`${mark}${named.join(' — ')}`)
  window.setDocumentEdited(edited)
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
  app.focus({ steal: true })
}
