import { runInSlices } from './run-in-slices'
import type { ForecastRunner } from './runner'

/** Runs forecasts on this thread, giving way to events between slices. */
export const inlineRunner = (): ForecastRunner => ({
  start: (scenario, isInMotion, listener) =>
    runInSlices(scenario, isInMotion, listener, {
      now: () => performance.now(),
      defer: (work) => void setTimeout(work, 0),
      rest: (work, ms) => void setTimeout(work, ms),
    }),
})
