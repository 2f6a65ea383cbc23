import type { ExplanationSoFar } from '../forecast/explain/explain'
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

const failing =
  (run: number) =>
  (message: string): void => {
    runs.delete(run)
    reply({ kind: 'failure', run, message })
  }

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function start({ run, scenario, isInMotion }: Extract<Request, { kind: 'start' }>): void {
  const onFailure = failing(run)
  try {
    const handle = runInSlices(
      scenario,
      isInMotion,
      {
        onUpdate: (update) => {
          if (update.isLast) runs.delete(run)
          reply({ kind: 'update', run, update })
        },
        onProgress: (progress) => reply({ kind: 'progress', run, progress }),
        onFailure,
      },
      host,
      helpers,
    )
    runs.set(run, handle)
  } catch (error) {
    onFailure(wordsOf(error))
  }
}

/** What explains is loaded when the first question comes; one that is no longer wanted by then is left. */
async function answer({ run, question }: Extract<Request, { kind: 'explain' }>): Promise<void> {
  let isWanted = true
  const leave = (): void => {
    isWanted = false
  }
  runs.set(run, { stop: leave, abandon: leave })
  const onFailure = failing(run)
  try {
    const { explainInSlices } = await import('./explain-in-slices')
    if (!isWanted) return
    const onAnswer = (soFar: ExplanationSoFar): void => {
      if (soFar.done >= 1) runs.delete(run)
      reply({ kind: 'answer', run, soFar })
    }
    const { abandon } = explainInSlices(question, { onAnswer, onFailure }, host)
    runs.set(run, { stop: abandon, abandon })
  } catch (error) {
    onFailure(wordsOf(error))
  }
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'start':
      return start(data)
    case 'explain':
      return void answer(data)
    case 'stop':
    case 'abandon':
      runs.get(data.run)?.[data.kind]()
      runs.delete(data.run)
  }
}

reply({ kind: 'up' })
