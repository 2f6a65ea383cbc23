import type { Forecast } from '../forecast/forecast'
import type { Scenario } from '../forecast/scenario'

/** A forecast of as many draws as are done so far. */
export interface RunUpdate {
  readonly forecast: Forecast
  readonly drawsWanted: number
  /** Nothing further comes for this run: it has all its draws, or was stopped. */
  readonly isLast: boolean
  /** Time since the run began, in milliseconds. */
  readonly elapsedMs: number
}

export interface RunProgress {
  readonly drawsDone: number
  readonly drawsWanted: number
}

export interface RunListener {
  /** First when the run has been under way for a while, if it is not done sooner; then at the end. */
  onUpdate(update: RunUpdate): void
  onProgress(progress: RunProgress): void
  /** The run broke: a fault of the program, not of the scenario. */
  onFailure(message: string): void
}

export interface RunHandle {
  /** Ends the run at once with an update of the draws done so far. */
  stop(): void
  /** Ends the run without another word. */
  abandon(): void
}

/** Runs forecasts somewhere: on this thread or on another. */
export interface ForecastRunner {
  /** @param isInMotion whether another scenario is likely to follow at once */
  start(scenario: Scenario, isInMotion: boolean, listener: RunListener): RunHandle
}
