import { explain } from '../forecast/explain/explain'
import type { ExplainListener, Question } from './explainer'
import type { Host } from './slices'

/** Work between two looks at whether an answer is still wanted: a forecast may wait behind it. */
const SLICE_MS = 6
const TELL_EVERY_MS = 150

/** Answers a question in short slices, so that the thread it is on stays answerable. */
export function explainInSlices(
  { scenario, choice, goal, parts }: Question,
  listener: ExplainListener,
  host: Host,
): { abandon(): void } {
  const steps = explain(scenario, choice, goal, parts)
  let hasEnded = false
  let told = host.now()
  let partsTold = 0

  const advance = (): void => {
    const sliceEnd = host.now() + SLICE_MS
    do {
      const step = steps.next()
      if (step.done) {
        hasEnded = true
        listener.onAnswer({ ...step.value, done: 1 })
        return
      }
      const partCount = Object.keys(step.value).length
      if (partCount > partsTold || host.now() - told >= TELL_EVERY_MS) {
        partsTold = partCount
        told = host.now()
        listener.onAnswer(step.value)
      }
    } while (host.now() < sliceEnd)
  }
  const go = (): void => {
    if (hasEnded) return
    try {
      advance()
    } catch (error) {
      hasEnded = true
      listener.onFailure(error instanceof Error ? error.message : String(error))
    }
    if (!hasEnded) host.defer(go)
  }
  host.defer(go)
  return {
    abandon: () => {
      hasEnded = true
    },
  }
}
