import { parentPort } from 'node:worker_threads'
import type { HelpRequest } from '../src/engine/messages'
import { segmentServer } from '../src/engine/segment-server'

/** The engine's helper on a thread of Node. */
const serve = segmentServer((message, transfer) => parentPort?.postMessage(message, transfer), {
  now: () => performance.now(),
  defer: setImmediate,
  rest: setTimeout,
})
parentPort?.on('message', (message: HelpRequest) => serve(message))
