import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, BrowserWindow, nativeTheme } from 'electron'
import iconPath from '../../../build/icon/256x256.png?asset'
import { admit, type PageName } from '../shell/askers'
import { PAGE_ORIGIN } from '../shell/page-files'

/** A framed window cannot be made where there is no display. */
export const isHeadless = (): boolean =>
  app.commandLine.getSwitchValue('ozone-platform') === 'headless'

export interface WindowPlace {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly minWidth?: number
  readonly minHeight?: number
}

/** A window with a sandboxed page of Brink's, not yet shown. */
export function createWindow(page: PageName, place: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    minWidth: 960,
    minHeight: 600,
    ...place,
    show: false,
    frame: !isHeadless(),
    title: 'Brink',
    // Elsewhere the program's own file carries it.
    ...(process.platform === 'linux' ? { icon: iconPath } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#f4f5f7',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // A forecast goes on while another window covers this one.
      backgroundThrottling: false,
    },
  })
  admit(window, page)
  void loadPage(window, `${PAGE_ORIGIN}/${page}`)
  return window
}

const MOST_TRIES = 6
const FIRST_WAIT_MS = 50

/**
 * A page that could not be loaded is asked for again, so that no window stays empty: what the
 * runtime answers with is loaded with the first page, and may be found half loaded by a debugger.
 */
async function loadPage(window: BrowserWindow, address: string): Promise<void> {
  for (let tries = 1; !window.isDestroyed(); tries++) {
    try {
      return await window.loadURL(address)
    } catch (error) {
      if (tries === MOST_TRIES) throw error
      // Tried again at once, it is still half loaded.
      await setTimeout(FIRST_WAIT_MS * 2 ** (tries - 1))
    }
  }
}
