import type { Reply, Request } from './messages'
import type { ForecastRunner, RunListener } from './runner'

/** Runs forecasts in a worker, several at a time if asked. */
export function workerRunner(worker: Worker): ForecastRunner {
  const listeners = new Map<number, RunListener>()
  let lastRun = 0
  const request = (message: Request): void => worker.postMessage(message)

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
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
