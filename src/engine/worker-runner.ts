import type { Reply, Request } from './messages'
import type { ForecastRunner, RunListener } from './runner'

export interface WorkerRunner extends ForecastRunner {
  /** Resolves when the worker has come up; what it was asked before then waits for this thread. */
  readonly isUp: Promise<void>
}

/** Runs forecasts in a worker, several at a time if asked. */
export function workerRunner(worker: Worker): WorkerRunner {
  const listeners = new Map<number, RunListener>()
  let lastRun = 0
  const request = (message: Request): void => worker.postMessage(message)

  const up = Promise.withResolvers<void>()
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'up') return up.resolve()
    const listener = listeners.get(data.run)
    switch (data.kind) {
      case 'update':
        if (data.update.isLast) listeners.delete(data.run)
        return listener?.onUpdate(data.update)
      case 'progress':
        return listener?.onProgress(data.progress)
      case 'failure':
        listeners.delete(data.run)
        return listener?.onFailure(data.message)
    }
  }
  worker.onerror = (event) => {
    for (const listener of listeners.values()) listener.onFailure(event.message)
    listeners.clear()
  }

  return {
    isUp: up.promise,
    start(scenario, isInMotion, listener) {
      const run = ++lastRun
      listeners.set(run, listener)
      request({ kind: 'start', run, scenario, isInMotion })
      return {
        stop: () => request({ kind: 'stop', run }),
        abandon: () => {
          listeners.delete(run)
          request({ kind: 'abandon', run })
        },
      }
    },
  }
}
