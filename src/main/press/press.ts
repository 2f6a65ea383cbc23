import type { BrowserWindow } from 'electron'
import type { PressFile, PressJob } from '../../ipc/contract'
import { answer } from '../shell/ipc'
import { createWindow } from '../windows/create-window'

/** Makes files of scenarios in a window that is never shown, one job after the other. */
export interface Press {
  /** Rejects with a reason in words; an abort rejects at once. */
  make(job: PressJob, signal?: AbortSignal): Promise<readonly PressFile[]>
  /** Lets the window go; the next job opens another. */
  rest(): void
}

const LONGEST_WAIT_MS = 10 * 60_000

interface UnderWay {
  readonly job: PressJob
  isTaken: boolean
  done(files: readonly PressFile[]): void
  fail(reason: string): void
}

/** There is one in the program, since its channels are answered once. */
export function createPress(): Press {
  let window: BrowserWindow | undefined
  let underWay: UnderWay | undefined
  /** The page is up and waits for a job. */
  let takeJob: ((job: PressJob) => void) | undefined
  let last: Promise<unknown> = Promise.resolve()

  const meet = (): void => {
    if (!underWay || underWay.isTaken || !takeJob) return
    underWay.isTaken = true
    takeJob(underWay.job)
    takeJob = undefined
  }
  const rest = (): void => {
    takeJob = undefined
    if (window && !window.isDestroyed()) window.destroy()
    window = undefined
  }
  const stop = (reason: string): void => {
    const stopped = underWay
    // What the page is doing is not known any more.
    rest()
    stopped?.fail(reason)
  }
  const makeNow = (job: PressJob, signal: AbortSignal | undefined) =>
    new Promise<readonly PressFile[]>((resolve, reject) => {
      const timer = setTimeout(() => stop('it took longer than ten minutes'), LONGEST_WAIT_MS)
      const abort = (): void => stop('it was cancelled')
      const settle = (end: () => void): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        underWay = undefined
        end()
      }
      const done = (files: readonly PressFile[]): void => settle(() => resolve(files))
      const fail = (reason: string): void => settle(() => reject(new Error(reason)))
      underWay = { job, isTaken: false, done, fail }
      if (signal?.aborted) return abort()
      signal?.addEventListener('abort', abort)
      window ??= openWindow(stop)
      meet()
    })
  answerPage({
    isPage: (asking) => asking === window,
    job: () =>
      new Promise((resolve) => {
        takeJob = resolve
        meet()
      }),
    done: (files) => underWay?.done(files),
    fail: (reason) => underWay?.fail(reason),
  })
  return {
    make: (job, signal) => {
      const next = () => makeNow(job, signal)
      const made = last.then(next, next)
      last = made
      return made
    },
    rest,
  }
}

interface PageSide {
  readonly isPage: (asking: BrowserWindow) => boolean
  readonly job: () => Promise<PressJob>
  readonly done: (files: readonly PressFile[]) => void
  readonly fail: (reason: string) => void
}

function answerPage({ isPage, job, done, fail }: PageSide): void {
  const ofPage = (asking: BrowserWindow): BrowserWindow => {
    if (!isPage(asking)) throw new Error('only the press makes files')
    return asking
  }
  answer('press:job', (_input, asking) => ofPage(asking) && job())
  answer('press:done', ({ files }, asking) => ofPage(asking) && done(files))
  answer('press:failed', ({ message }, asking) => ofPage(asking) && fail(message))
  answer('press:print', async (_input, asking) => {
    const { webContents } = ofPage(asking)
    return new Uint8Array(
      await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
    )
  })
}

function openWindow(onTrouble: (reason: string) => void): BrowserWindow {
  const window = createWindow('press.html', { width: 1200, height: 900 })
  // It would show at the edges of a printed page.
  window.setBackgroundColor('#ffffff')
  // Nobody sees this window: what it complains of would otherwise go unheard.
  window.webContents.on('console-message', ({ level, message }) => {
    if (level === 'error') onTrouble(message)
  })
  window.webContents.on('render-process-gone', () => onTrouble('the drawing stopped'))
  return window
}
