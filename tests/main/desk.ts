import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { vi } from 'vitest'
import { admit, type PageName } from '../../src/main/shell/askers'

/** The runtime's part in what windows and main say to each other, without a screen. */

type Listener = (event: unknown, ...given: unknown[]) => Promise<unknown>

const listeners = new Map<string, Listener>()
const PAGE = { origin: 'app://brink' }

class Contents extends EventEmitter {
  readonly mainFrame = PAGE
  readonly sent: unknown[] = []
  send(_channel: string, command: unknown): void {
    this.sent.push(command)
  }
  reload(): void {}
}

/** A window of which only its life is true. */
export class Pane extends EventEmitter {
  readonly webContents = new Contents()
  #isDestroyed = false
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  destroy(): void {
    this.#isDestroyed = true
    this.emit('closed')
  }
  /** As by a click on its cross. */
  close(): void {
    let isPrevented = false
    this.emit('close', {
      preventDefault: () => {
        isPrevented = true
      },
    })
    if (!isPrevented) this.destroy()
  }
  focus(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    this.emit('focus')
  }
  isMinimized(): boolean {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    return false
  }
  getNormalBounds() {
    return { x: 0, y: 0, width: 1440, height: 900 }
  }
  isMaximized(): boolean {
    return false
  }
  show(): void {}
  setTitle(): void {}
  setDocumentEdited(): void {}
  /** What its page asks of main. */
  ask(channel: string, input?: unknown): Promise<unknown> {
    const listener = listeners.get(channel)
    if (!listener) throw new Error(`nobody answers ${channel}`)
    return listener({ sender: this.webContents, senderFrame: PAGE }, input)
  }
}

export const panes: Pane[] = []

class App extends EventEmitter {
  readonly commandLine = { getSwitchValue: () => 'headless' }
  quits = 0
  quit(): void {
    let isPrevented = false
    this.quits++
    this.emit('before-quit', {
      preventDefault: () => {
        isPrevented = true
      },
    })
    if (!isPrevented) for (const pane of panes) if (!pane.isDestroyed()) pane.close()
  }
  focus(): void {}
}

export const app = new App()
export const showMessageBox = vi.fn()

export const electron = {
  app,
  BrowserWindow: {
    fromWebContents: (contents: unknown) =>
      panes.find(({ webContents }) => webContents === contents) ?? null,
  },
  dialog: { showMessageBox },
  ipcMain: {
    handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
  },
  screen: { getAllDisplays: () => [] },
}

export const createWindowModule = {
  isHeadless: () => true,
  createWindow: (page: PageName) => {
    const pane = new Pane()
    admit(pane as unknown as BrowserWindow, page)
    panes.push(pane)
    return pane
  },
}
