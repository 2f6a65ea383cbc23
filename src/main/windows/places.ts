import { type BrowserWindow, screen } from 'electron'
import type { SettingsStore } from '../documents/settings'
import { isHeadless, type WindowPlace } from './create-window'
import { cascaded, fitted, isReachable } from './window-place'

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

/** Beside a window that is open, or where the last one was left, if a screen shows that. */
export function placeFor(settings: SettingsStore, beside: BrowserWindow | undefined): WindowPlace {
  const left = settings.current().window
  const wanted = beside ? cascaded(beside.getNormalBounds()) : left
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  if (!wanted || !isReachable(wanted, screens)) return defaultPlace()
  const { x, y, width, height } = fitted(wanted, screens)
  return { x, y, width, height }
}

export function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  const isMaximized = window.isMaximized()
  void settings.change({ window: { ...window.getNormalBounds(), isMaximized } })
}
