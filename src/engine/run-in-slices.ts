import { startForecast } from '../forecast/forecast'
import type { Scenario } from '../forecast/scenario'
import { FIRST_LOOK_DRAWS, type RunHandle, type RunListener } from './runner'

/** Work between two looks at whether the run is still wanted; short against a frame. */
const SLICE_MS = 4
const SLICE_DRAWS = 256
const PROGRESS_EVERY_MS = 100

export interface Host {
  now(): number
  /** Goes on with the work once waiting events have had their turn. */
  defer(work: () => void): void
}

/** Carries a forecast out in short slices, so that the thread it is on stays answerable. */
export function runInSlices(scenario: Scenario, listener: RunListener, host: Host): RunHandle {
  const begun = host.now()
  let ended = false
  let lastProgress = begun
  const run = startForecast(scenario)
  const firstLook = Math.min(FIRST_LOOK_DRAWS, run.drawsWanted)

  const report = (isLast: boolean): void => {
    const { drawsWanted } = run
    ended ||= isLast
    listener.onUpdate({
      forecast: run.summary(),
      drawsWanted,
      isLast,
      elapsedMs: host.now() - begun,
    })
  }

  const advanceSlice = (): void => {
    const sliceEnd = host.now() + SLICE_MS
    const goal = run.drawsDone < firstLook ? firstLook : run.drawsWanted
    while (run.drawsDone < goal && host.now() < sliceEnd) {
      run.advance(Math.min(SLICE_DRAWS, goal - run.drawsDone))
    }
    if (run.drawsDone === goal) report(goal === run.drawsWanted)
    if (!ended && host.now() - lastProgress >= PROGRESS_EVERY_MS) {
      lastProgress = host.now()
      listener.onProgress({ drawsDone: run.drawsDone, drawsWanted: run.drawsWanted })
    }
  }

  const step = (): void => {
    if (ended) return
    try {
      advanceSlice()
    } catch (error) {
      ended = true
      listener.onFailure(error instanceof Error ? error.message : String(error))
    }
    if (!ended) host.defer(step)
  }
  host.defer(step)

  return {
    stop: () => {
      if (ended) return
      if (run.drawsDone === 0) run.advance(SLICE_DRAWS)
      report(true)
    },
    abandon: () => {
      ended = true
    },
  }
}
