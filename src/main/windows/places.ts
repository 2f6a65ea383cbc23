import { type BrowserWindow, screen } from 'electron'
import type { SettingsStore } from '../documents/settings'
import { isHeadless, type WindowPlace } from './create-window'

/** By so much a further window stands below and beside the one it came from. */
const CASCADE = 28

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

/** Whether enough of a window would be seen for it to be moved by hand. */
function isOnScreen({ x = 0, y = 0, width, height }: WindowPlace): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return overlapX > 100 && overlapY > 100
  })
}

/** Beside a window that is open, or where the last one was left if a screen still shows it. */
export function placeFor(settings: SettingsStore, beside: BrowserWindow | undefined): WindowPlace {
  const left = settings.current().window
  const place = beside ? cascaded(beside) : left && { ...left, isMaximized: undefined }
  if (!place || !isOnScreen(place)) return defaultPlace()
  const { x, y, width, height } = place
  return { x, y, width, height }
}

function cascaded(beside: BrowserWindow) {
  const { x, y, width, height } = beside.getNormalBounds()
  return { x: x + CASCADE, y: y + CASCADE, width, height }
}

export function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  const isMaximized = window.isMaximized()
  void settings.change({ window: { ...window.getNormalBounds(), isMaximized } })
}
