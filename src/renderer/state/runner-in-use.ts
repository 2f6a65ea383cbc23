import type { ForecastRunner } from '../../engine/runner'

let inUse: ForecastRunner | undefined

/** Says which thread computes for this window; once, before anything is asked of it. */
export const provideRunner = (runner: ForecastRunner): void => {
  inUse = runner
}

export function runnerInUse(): ForecastRunner {
  if (!inUse) throw new Error('no thread has been started yet')
  return inUse
}
