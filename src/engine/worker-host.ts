import type { Host } from './slices'

/** A worker's own thread. */
export function workerHost(): Host {
  // A message to oneself waits behind those that have come in, and is not throttled as timers are.
  const turns = new MessageChannel()
  const waiting: (() => void)[] = []
  turns.port1.onmessage = () => waiting.shift()?.()
  return {
    now: () => performance.now(),
    defer: (work) => {
      waiting.push(work)
      turns.port2.postMessage(null)
    },
    rest: (work, ms) => void setTimeout(work, ms),
  }
}
