import type { ChartFile } from '../../ipc/contract'
import { answer } from '../shell/ipc'
import { createWindow } from './create-window'

const LONGEST_WAIT_MS = 10 * 60_000

/** Draws the charts of a scenario in a window that is never shown. */
export function drawCharts(scenarioText: string): Promise<ChartFile[]> {
  return new Promise((resolve, reject) => {
    const window = createWindow('charts.html', { width: 1200, height: 900 })
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      end()
      if (!window.isDestroyed()) window.destroy()
    }
    const fail = (reason: string): void => settle(() => reject(new Error(reason)))
    const timer = setTimeout(() => fail('the charts took longer than ten minutes'), LONGEST_WAIT_MS)
    answer('charts:job', () => ({ scenarioText }))
    answer('charts:done', ({ files }) => settle(() => resolve(files)))
    answer('charts:failed', ({ message }) => fail(message))
    // Nobody sees this window: what it complains of would otherwise go unheard.
    window.webContents.on('console-message', ({ level, message }) => {
      if (level === 'error') fail(message)
    })
    window.webContents.on('render-process-gone', () => fail('the drawing stopped'))
    window.webContents.on('did-fail-load', () => fail('the page for the charts was not found'))
  })
}
