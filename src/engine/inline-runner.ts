import { runInSlices } from './run-in-slices'
import type { ForecastRunner } from './runner'

/** Runs forecasts on this thread, giving way to events between slices. */
export const inlineRunner = (): ForecastRunner => ({
  start: (scenario, listener) =>
    runInSlices(scenario, listener, {
      now: () => performance.now(),
      defer: (work) => void setTimeout(work, 0),
    }),
})
