import { app, type BrowserWindow } from 'electron'
import { isolated } from '../../forecast/isolated'
import type { Command, Input, Output } from '../../ipc/contract'
import type { JournalEntry } from '../documents/journal'
import { createCommandQueue } from './command-queue'
import { createWindow, type WindowPlace } from './create-window'
import { askAboutUnsaved, isAskedAbout } from './questions'

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
  /** Has the page save its document, and answers whether everything is in a file. */
  save(): Promise<boolean>
  /** The page's answer to that. */
  answerSave(isSaved: boolean): void
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
  let answerSave: ((isSaved: boolean) => void) | undefined
  const commands = createCommandQueue((command) => {
    if (!window.isDestroyed()) window.webContents.send('command', command)
  })
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
    save: () => {
      focusWindow(window)
      self.answerSave(false)
      const answered = new Promise<boolean>((resolve) => {
        answerSave = resolve
      })
      commands.send({ kind: 'save-for-closing' })
      return answered
    },
    answerSave: (isSaved) => {
      answerSave?.(isSaved)
      answerSave = undefined
    },
    close: () => {
      if (window.isDestroyed()) return
      onClosing(self)
      window.destroy()
    },
  }
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('closed', () => self.answerSave(false))
  window.webContents.on('render-process-gone', () => {
    // Nobody is there to listen or to answer, and what was open is no longer known to be given up.
    state = undefined
    commands.hold()
    self.answerSave(false)
  })
  askBeforeClosing(self, onClosing)
  return self
}

function askBeforeClosing(
  asking: WorkbenchWindow,
  onClosing: (closing: WorkbenchWindow) => void,
): void {
  const { window } = asking
  window.on('close', (event) => {
    const state = asking.state()
    if (!state?.isUnsaved) return onClosing(asking)
    event.preventDefault()
    if (isAskedAbout(window)) return
    void askAboutUnsaved(window, state.title).then(async (decision) => {
      if (window.isDestroyed()) return
      if (decision === 'discard' || (decision === 'save' && (await asking.save()))) asking.close()
    })
  })
}

function showState(window: BrowserWindow, { title, fileName, isUnsaved }: DocumentState): void {
  const mark = isUnsaved && process.platform !== 'darwin' ? '• ' : ''
  const named = [isolated(title), isolated(fileName), 'Brink'].filter((part) => part !== '')
  window.setTitle(`${mark}${named.join(' — ')}`)
  window.setDocumentEdited(isUnsaved)
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
  app.focus({ steal: true })
}
