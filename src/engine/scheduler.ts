import type { Scenario } from '../forecast/scenario'
import type { ForecastRunner, RunHandle, RunProgress, RunUpdate } from './runner'

export interface ScheduledUpdate extends RunUpdate {
  /** What the forecast was computed from. */
  readonly scenario: Scenario
}

export interface SchedulerListener {
  onUpdate(update: ScheduledUpdate): void
  onProgress(progress: RunProgress): void
  onFailure(message: string): void
}

/** Keeps one forecast up to date with a scenario that changes faster than it can be computed. */
export interface Scheduler {
  /** Asks for the forecast of a scenario; only the last one asked for matters. */
  request(scenario: Scenario, isInMotion?: boolean): void
  /** Stops a long run where it is and keeps what it has, or goes on to what has come since. */
  stop(): void
}

interface ActiveRun {
  readonly number: number
  handle: RunHandle | undefined
  hasShown: boolean
}

/**
 * A run under way is left alone until it has shown its first picture, so that a
 * slider in motion is followed and not only waited for; then the newest scenario
 * takes its place and those in between are never run.
 */
export function createScheduler(runner: ForecastRunner, listener: SchedulerListener): Scheduler {
  let active: ActiveRun | undefined
  let waiting: { readonly scenario: Scenario; readonly isInMotion: boolean } | undefined
  let lastNumber = 0

  const startNext = (): void => {
    if (!waiting) return
    const { scenario, isInMotion } = waiting
    waiting = undefined
    active?.handle?.abandon()
    const run: ActiveRun = { number: ++lastNumber, handle: undefined, hasShown: false }
    active = run
    const ifCurrent = (tell: () => void): void => {
      if (active?.number === run.number) tell()
    }
    run.handle = runner.start(scenario, isInMotion, {
      onUpdate: (update) =>
        ifCurrent(() => {
          run.hasShown = true
          if (update.isLast) active = undefined
          listener.onUpdate({ ...update, scenario })
          startNext()
        }),
      onProgress: (progress) => ifCurrent(() => listener.onProgress(progress)),
      onFailure: (message) =>
        ifCurrent(() => {
          active = undefined
          listener.onFailure(message)
          startNext()
        }),
    })
  }

  return {
    request(scenario, isInMotion = false) {
      waiting = { scenario, isInMotion }
      if (!active || active.hasShown) startNext()
    },
    stop() {
      // What is on the screen has moved on: the newest is begun, not the older one kept.
      if (waiting) startNext()
      else active?.handle?.stop()
    },
  }
}
