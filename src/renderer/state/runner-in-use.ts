import type { WorkerRunner } from '../../engine/worker-runner'

let inUse: WorkerRunner | undefined

/** Says which thread computes for this window; once, before anything is asked of it. */
export const provideRunner = (runner: WorkerRunner): void => {
  inUse = runner
}

export function runnerInUse(): WorkerRunner {
  if (!inUse) throw new Error('no thread has been started yet')
  return inUse
}
