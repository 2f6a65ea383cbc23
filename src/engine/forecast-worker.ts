import type { Reply, Request } from './messages'
import { runInSlices } from './run-in-slices'
import type { RunHandle } from './runner'

const runs = new Map<number, RunHandle>()
const reply = (message: Reply): void => self.postMessage(message)

// A message to oneself waits behind those that have come in, and is not throttled as timers are.
const turns = new MessageChannel()
const waiting: (() => void)[] = []
turns.port1.onmessage = () => waiting.shift()?.()
const defer = (work: () => void): void => {
  waiting.push(work)
  turns.port2.postMessage(null)
}

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
        {
          onUpdate: (update) => {
            if (update.isLast) runs.delete(run)
            reply({ kind: 'update', run, update })
          },
          onProgress: (progress) => reply({ kind: 'progress', run, progress }),
          onFailure: fail,
        },
        { now: () => performance.now(), defer },
      ),
    )
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}
