import { startForecast } from '../forecast/forecast'
import type { Scenario } from '../forecast/scenario'
import { SEGMENT_DRAWS } from '../forecast/segment'
import type { Helpers } from './helpers'
import type { RunHandle, RunListener } from './runner'
import { type Host, SLICE_DRAWS, SLICE_MS } from './slices'

const PROGRESS_EVERY_MS = 100
/** What has taken as long as this shows what it has. */
const FIRST_LOOK_MS = 50
/** Under a moving hand draws enough for a picture, and few enough for the next frame. */
const DRAWS_IN_MOTION = 1024
/** How long a run rests after it: a hand still moving brings a new run within this time. */
const REST_MS = 40
/** Fewer are done sooner than their scenario has been sent to another thread. */
const WORTH_SHARING = 2 * SEGMENT_DRAWS
/** What helpers may take up: a tally each that is filled, one on its way, one that waits. */
const HELPERS_BYTES = 256 * 2 ** 20
const TALLIES_EACH = 3

/**
 * Carries a forecast out in short slices, so that the thread it is on stays answerable,
 * with the help of other threads where there are any and the run is long.
 *
 * @param isInMotion whether a hand is on a slider, and another scenario likely to follow
 */
export function runInSlices(
  scenario: Scenario,
  isInMotion: boolean,
  listener: RunListener,
  host: Host,
  helpers?: Helpers,
): RunHandle {
  const begun = host.now()
  let ended = false
  let isDeferred = false
  let hasShown = false
  let help: { end(): void } | undefined
  let lastProgress = begun
  const run = startForecast(scenario)

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

  const isFirstLook = (): boolean =>
    !hasShown &&
    run.drawsDone > 0 &&
    ((isInMotion && run.drawsDone >= DRAWS_IN_MOTION) || host.now() - begun >= FIRST_LOOK_MS)

  /** Tells of what has been done since. */
  const tell = (): void => {
    const { drawsDone, drawsWanted } = run
    if (drawsDone === drawsWanted) report(true)
    else if (isFirstLook()) report(false)
    else if (host.now() - lastProgress >= PROGRESS_EVERY_MS) {
      lastProgress = host.now()
      listener.onProgress({ drawsDone, drawsWanted })
    }
  }

  const advanceSlice = (): void => {
    const sliceEnd = host.now() + SLICE_MS
    while (run.hasWork && host.now() < sliceEnd && !isFirstLook()) run.advance(SLICE_DRAWS)
  }

  const orFail = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      fail(error)
    }
  }

  const step = (): void => {
    isDeferred = false
    if (ended) return
    const hadShown = hasShown
    orFail(() => {
      advanceSlice()
      tell()
    })
    if (isInMotion && hasShown && !hadShown) host.rest(goOnInEarnest, REST_MS)
    else goOn()
  }

  const goOn = (): void => {
    if (ended || isDeferred || !run.hasWork) return
    isDeferred = true
    host.defer(step)
  }

  /** Nothing newer is likely to come: a long run is worth other threads' while. */
  const goOnInEarnest = (): void => {
    if (ended) return
    const most = Math.floor(HELPERS_BYTES / (TALLIES_EACH * run.segmentBytes))
    if (run.drawsWanted > WORTH_SHARING && most > 0) {
      help = helpers?.begin(scenario, most, {
        handOut: run.handOut,
        onTally: (segment, tally) => {
          if (ended) return
          orFail(() => {
            run.add(segment, tally)
            tell()
          })
        },
        onFailure: fail,
      })
    }
    goOn()
  }

  if (isInMotion) goOn()
  else goOnInEarnest()
  return {
    stop: () => {
      if (ended) return
      if (run.drawsDone === 0) run.advance(SLICE_DRAWS)
      report(true)
    },
    abandon: end,
  }
}
