import { createHelpers, type HelperPort } from './helpers'
import type { HelpReply, Reply, Request } from './messages'
import { runInSlices } from './run-in-slices'
import type { RunHandle } from './runner'
import { workerHost } from './worker-host'

const runs = new Map<number, RunHandle>()
const reply = (message: Reply): void => self.postMessage(message)
const host = workerHost()

const MOST_HELPERS = 7

/** Beside this thread, one for each further core. */
const helpers = createHelpers(() =>
  Array.from(
    { length: Math.min(navigator.hardwareConcurrency - 1, MOST_HELPERS) },
    (): HelperPort => {
      const worker = new Worker(new URL('./segment-worker.ts', import.meta.url), { type: 'module' })
      return {
        post: (message) => worker.postMessage(message),
        listen: ({ onReply, onBreak }) => {
          worker.onmessage = ({ data }: MessageEvent<HelpReply>) => onReply(data)
          worker.onerror = ({ message }) => onBreak(message)
        },
      }
    },
  ),
)

self.onmessage = ({ data }: MessageEvent<Request>) => {
  const { run } = data
  if (data.kind !== 'start') {
    runs.get(run)?.[data.kind]()
    runs.delete(run)
    return
  }
  const fail = (message: string): void => {
    runs.delete(run)
    reply({ kind: 'failure', run, message })
  }
  try {
    runs.set(
      run,
      runInSlices(
        data.scenario,
        data.isInMotion,
        {
          onUpdate: (update) => {
            if (update.isLast) runs.delete(run)
            reply({ kind: 'update', run, update })
          },
          onProgress: (progress) => reply({ kind: 'progress', run, progress }),
          onFailure: fail,
        },
        host,
        helpers,
      ),
    )
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

reply({ kind: 'up' })
