import { Worker } from 'node:worker_threads'
import { createHelpers, type Helpers } from '../src/engine/helpers'
import { runInSlices } from '../src/engine/run-in-slices'
import type { RunHandle } from '../src/engine/runner'
import { SLICE_MS } from '../src/engine/slices'
import type { Scenario } from '../src/forecast/scenario'
import { slid, withDraws, withMonths } from './scenarios'
import { median } from './timing'

const DRAWS = 65_536
const REPEATS = 21

/** One run of the engine as the app runs it, to its end; answers its milliseconds. */
function whole(scenario: Scenario, helpers?: Helpers): Promise<number> {
  return new Promise((resolve, reject) => {
    start(scenario, resolve, reject, helpers)
  })
}

function start(
  scenario: Scenario,
  onLast: (elapsedMs: number, draws: number) => void,
  onFailure: (error: Error) => void,
  helpers?: Helpers,
): RunHandle {
  return runInSlices(
    scenario,
    false,
    {
      onUpdate: ({ isLast, elapsedMs, forecast }) => {
        if (isLast) onLast(elapsedMs, forecast.draws)
      },
      onProgress: () => undefined,
      onFailure: (message) => onFailure(new Error(message)),
    },
    { now: () => performance.now(), defer: setImmediate, rest: (work) => void setImmediate(work) },
    helpers,
  )
}

/** The same run on one thread and on two, in turn, so that both meet the same noise. */
export async function oneThreadAndTwo(baseline: Scenario, threadFile: string) {
  const scenario = withDraws(baseline, DRAWS)
  const worker = new Worker(threadFile)
  const helpers = createHelpers(() => [
    {
      post: (message) => worker.postMessage(message),
      listen: ({ onReply, onBreak }) => {
        worker.on('message', onReply)
        worker.on('error', ({ message }) => onBreak(message))
      },
    },
  ])
  const [one, two]: [number[], number[]] = [[], []]
  for (let repeat = -3; repeat < REPEATS; repeat++) {
    const asked = slid(scenario, repeat)
    const [alone, helped] = [await whole(asked), await whole(asked, helpers)]
    if (repeat < 0) continue
    one.push(alone)
    two.push(helped)
  }
  await worker.terminate()
  const [alone, helped] = [median(one), median(two)]
  return { draws: DRAWS, oneThread: alone, twoThreads: helped, ratio: alone / helped }
}

/** A million draws over ten years on one thread, to the end and cancelled half a second in. */
export async function longRun(baseline: Scenario) {
  const scenario = withMonths(withDraws(baseline, 1_000_000), 120)
  const milliseconds = await whole(scenario)
  const cancelledIn = await new Promise<number>((resolve, reject) => {
    let asked = Number.NaN
    const handle = start(scenario, () => resolve(performance.now() - asked), reject)
    setTimeout(() => {
      asked = performance.now()
      handle.stop()
    }, 500 + SLICE_MS)
  })
  return {
    milliseconds,
    cancelledIn,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}
