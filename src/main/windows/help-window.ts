import { type BrowserWindow, Menu, screen } from 'electron'
import type { Command } from '../../ipc/contract'
import { answer } from '../shell/ipc'
import { createWindow, isHeadless, type WindowPlace } from './create-window'

/** The one window of the help, beside the work and without a document of its own. */
export interface HelpWindow {
  /** Carries out a command of the menu that was meant for it; false for one that was not. */
  takes(command: Command): boolean
  /** Closes with the last window of the work. */
  close(): void
}

/** Narrow, so that most of the work stays in sight on one screen. */
const SIZE = { width: 740, height: 860, minWidth: 560, minHeight: 400 }

export function createHelpWindow(): HelpWindow {
  let window: BrowserWindow | undefined
  let shown = 'first-use'
  answer('help:open', ({ topic }, asking) => {
    shown = topic
    if (window) {
      window.webContents.send('command', { kind: 'help', topic } satisfies Command)
      window.show()
      window.focus()
      return
    }
    const opened = openWindow(asking)
    window = opened
    opened.once('closed', () => {
      window = undefined
    })
  })
  answer('help:topic', () => shown)
  return {
    takes: ({ kind }) => {
      if (!window?.isFocused() || (kind !== 'undo' && kind !== 'redo')) return false
      window.webContents[kind]()
      return true
    },
    close: () => window?.destroy(),
  }
}

function openWindow(asking: BrowserWindow): BrowserWindow {
  const window = createWindow('help.html', placeBeside(asking))
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', () => window.destroy())
  // The keys of the work would change the work from here.
  window.setMenu(Menu.buildFromTemplate(MENU))
  return window
}

/** Right of the window that asks where there is room, else at the right end of its screen. */
function placeBeside(asking: BrowserWindow): WindowPlace {
  if (isHeadless()) return SIZE
  const work = asking.getBounds()
  const { workArea } = screen.getDisplayMatching(work)
  const width = Math.min(SIZE.width, workArea.width)
  const height = Math.min(SIZE.height, workArea.height)
  const farthest = workArea.x + workArea.width - width
  const x = Math.min(work.x + work.width, farthest)
  const y = Math.min(work.y, workArea.y + workArea.height - height)
  return { ...SIZE, x, y, width, height }
}

/** What a page to be read needs; on macOS the application's menu stays. */
const MENU: Electron.MenuItemConstructorOptions[] = [
  { label: 'File', submenu: [{ role: 'close' }] },
  { role: 'editMenu' },
  {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
]
