import { startForecast } from '../forecast/forecast'
import type { Scenario } from '../forecast/scenario'
import { SEGMENT_DRAWS } from '../forecast/segment'
import type { Helpers } from './helpers'
import { FIRST_LOOK_DRAWS, type RunHandle, type RunListener } from './runner'
import { type Host, SLICE_DRAWS, SLICE_MS } from './slices'

const PROGRESS_EVERY_MS = 100
/** Fewer are done sooner than their scenario has been sent to another thread. */
const WORTH_SHARING = 2 * SEGMENT_DRAWS

/**
 * Carries a forecast out in short slices, so that the thread it is on stays answerable,
 * with the help of other threads where there are any and the run is long.
 */
export function runInSlices(
  scenario: Scenario,
  listener: RunListener,
  host: Host,
  helpers?: Helpers,
): RunHandle {
  const begun = host.now()
  let ended = false
  let isDeferred = false
  let hasShown = false
  let lastProgress = begun
  const run = startForecast(scenario)
  const firstLook = Math.min(FIRST_LOOK_DRAWS, run.drawsWanted)

  const end = (): void => {
    if (ended) return
    ended = true
    help?.end()
    run.end()
  }

  const fail = (error: unknown): void => {
    end()
    listener.onFailure(error instanceof Error ? error.message : String(error))
  }

  const report = (isLast: boolean): void => {
    hasShown = true
    const forecast = run.summary()
    if (isLast) end()
    const elapsedMs = host.now() - begun
    listener.onUpdate({ forecast, drawsWanted: run.drawsWanted, isLast, elapsedMs })
  }

  /** Tells of what has been done since, and goes on as long as there is work. */
  const tell = (): void => {
    const { drawsDone, drawsWanted } = run
    if (drawsDone === drawsWanted) report(true)
    else if (!hasShown && drawsDone >= firstLook) report(false)
    else if (host.now() - lastProgress >= PROGRESS_EVERY_MS) {
      lastProgress = host.now()
      listener.onProgress({ drawsDone, drawsWanted })
    }
  }

  const advanceSlice = (): void => {
    const sliceEnd = host.now() + SLICE_MS
    while (run.hasWork && host.now() < sliceEnd) {
      run.advance(SLICE_DRAWS)
      if (!hasShown && run.drawsDone === firstLook) return
    }
  }

  const step = (): void => {
    isDeferred = false
    if (ended) return
    try {
      advanceSlice()
      tell()
    } catch (error) {
      fail(error)
    }
    goOn()
  }

  const goOn = (): void => {
    if (ended || isDeferred || !run.hasWork) return
    isDeferred = true
    host.defer(step)
  }
  goOn()

  const help =
    run.drawsWanted > WORTH_SHARING
      ? helpers?.begin(scenario, {
          handOut: run.handOut,
          onTally: (segment, tally) => {
            if (ended) return
            run.add(segment, tally)
            tell()
          },
          onFailure: fail,
        })
      : undefined

  return {
    stop: () => {
      if (ended) return
      if (run.drawsDone === 0) run.advance(SLICE_DRAWS)
      report(true)
    },
    abandon: end,
  }
}
