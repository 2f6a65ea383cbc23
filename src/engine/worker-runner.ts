import type { Explainer, ExplainListener } from './explainer'
import type { Reply, Request } from './messages'
import type { ForecastRunner, RunListener } from './runner'

export interface WorkerRunner extends ForecastRunner, Explainer {
  /** Resolves when the worker has come up; what it was asked before then waits for this thread. */
  readonly isUp: Promise<void>
}

/** Runs forecasts in a worker, several at a time if asked, and answers questions there. */
export function workerRunner(worker: Worker): WorkerRunner {
  const listeners = new Map<number, RunListener>()
  const asking = new Map<number, ExplainListener>()
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
      case 'answer': {
        const asker = asking.get(data.run)
        if (data.soFar.done >= 1) asking.delete(data.run)
        return asker?.onAnswer(data.soFar)
      }
      case 'failure': {
        const concerned = listener ?? asking.get(data.run)
        listeners.delete(data.run)
        asking.delete(data.run)
        return concerned?.onFailure(data.message)
      }
    }
  }
  worker.onerror = (event) => {
    for (const concerned of [...listeners.values(), ...asking.values()]) {
      concerned.onFailure(event.message)
    }
    listeners.clear()
    asking.clear()
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
    explain(question, listener) {
      const run = ++lastRun
      asking.set(run, listener)
      request({ kind: 'explain', run, question })
      return {
        abandon: () => {
          if (asking.delete(run)) request({ kind: 'abandon', run })
        },
      }
    },
  }
}
