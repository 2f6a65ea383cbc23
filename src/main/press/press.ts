import type { BrowserWindow } from 'electron'
import type { PressJob, PressMade } from '../../ipc/contract'
import { answer } from '../shell/ipc'
import { createWindow } from '../windows/create-window'

/** Makes files of scenarios in a window that is never shown, one job after the other. */
export interface Press {
  /**
   * What cannot be made alone is among the answers as a problem.
   * Rejects with a reason in words; an abort rejects at once, also of a job that waits its turn.
   */
  make(job: PressJob, signal?: AbortSignal): Promise<readonly PressMade[]>
}

const LONGEST_JOB_MS = 10 * 60_000
/** A page that is not there or does not run would be waited for in vain. */
const LONGEST_START_MS = 30_000
/** After so many jobs a new page takes over, so that what a page keeps does not grow. */
const JOBS_OF_A_PAGE = 200

interface Wanted {
  readonly job: PressJob
  isTaken: boolean
  /** What of it is made so far. */
  readonly made: PressMade[]
  readonly done: () => void
  readonly fail: (reason: string) => void
}

/**
 * There is one in the program, since its channels are answered once.
 *
 * @param staysUp whether the window is kept between jobs; it would keep a program up that
 *   ends with its last window
 */
export function createPress({ staysUp }: { readonly staysUp: boolean }): Press {
  let window: BrowserWindow | undefined
  /** The first is under way. */
  let queue: readonly Wanted[] = []
  /** The page is up and waits for a job. */
  let takeJob: ((job: PressJob) => void) | undefined
  let jobsLeft = 0
  /** Of the page's start, then of the job. */
  let limit: ReturnType<typeof setTimeout> | undefined

  const within = (ms: number, reason: string): void => {
    clearTimeout(limit)
    limit = setTimeout(() => stop(reason), ms)
  }
  const letGo = (): void => {
    clearTimeout(limit)
    takeJob = undefined
    const former = window
    window = undefined
    if (former && !former.isDestroyed()) former.destroy()
  }
  const stop = (reason: string): void => {
    // What the page is doing is not known any more.
    letGo()
    queue[0]?.fail(reason)
  }
  const open = (): BrowserWindow => {
    jobsLeft = JOBS_OF_A_PAGE
    within(LONGEST_START_MS, 'the page that draws it did not come up')
    // One that was let go has no say any more: the job under way may be another page's.
    const opened = openWindow((reason) => {
      if (opened === window) stop(reason)
    })
    return opened
  }
  const goOn = (): void => {
    const [first] = queue
    if (!first) {
      clearTimeout(limit)
      if (!staysUp) letGo()
      return
    }
    if (first.isTaken) return
    window ??= open()
    if (!takeJob) return
    within(LONGEST_JOB_MS, 'it took longer than ten minutes')
    first.isTaken = true
    takeJob(first.job)
    takeJob = undefined
  }
  const leave = (wanted: Wanted): void => {
    queue = queue.filter((other) => other !== wanted)
    if (wanted.isTaken && --jobsLeft === 0) letGo()
    goOn()
  }
  answerPage({
    isPage: (asking) => asking === window,
    job: () =>
      new Promise((resolve) => {
        takeJob = resolve
        goOn()
      }),
    made: (made) => queue[0]?.made.push(made),
    done: () => queue[0]?.done(),
    fail: (reason) => queue[0]?.fail(reason),
  })
  return {
    make: (job, signal) =>
      new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
          signal?.removeEventListener('abort', abort)
          settle()
          leave(wanted)
        }
        const wanted: Wanted = {
          job,
          ...{ isTaken: false, made: [] },
          done: () => end(() => resolve(wanted.made)),
          fail: (reason) => end(() => reject(new Error(reason))),
        }
        const abort = (): void => (queue[0] === wanted ? stop : wanted.fail)('it was cancelled')
        if (signal?.aborted) return wanted.fail('it was cancelled')
        signal?.addEventListener('abort', abort)
        queue = [...queue, wanted]
        goOn()
      }),
  }
}

interface PageSide {
  readonly isPage: (asking: BrowserWindow) => boolean
  readonly job: () => Promise<PressJob>
  readonly made: (made: PressMade) => void
  readonly done: () => void
  readonly fail: (reason: string) => void
}

function answerPage({ isPage, job, made, done, fail }: PageSide): void {
  const ofPage = (asking: BrowserWindow): BrowserWindow => {
    if (!isPage(asking)) throw new Error('only the press makes files')
    return asking
  }
  answer('press:job', (_input, asking) => ofPage(asking) && job())
  answer('press:made', (one, asking) => ofPage(asking) && made(one))
  answer('press:done', (_input, asking) => ofPage(asking) && done())
  answer('press:failed', ({ message }, asking) => ofPage(asking) && fail(message))
  answer('press:print', async (_input, asking) => {
    const { webContents } = ofPage(asking)
    return new Uint8Array(
      await webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
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
  window.once('closed', () => onTrouble('the window that draws it was closed'))
  return window
}
