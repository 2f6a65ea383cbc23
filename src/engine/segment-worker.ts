import type { HelpReply, HelpRequest } from './messages'
import { segmentServer } from './segment-server'
import { workerHost } from './worker-host'

const serve = segmentServer(
  (message: HelpReply, transfer) => self.postMessage(message, { transfer }),
  workerHost(),
)
self.onmessage = ({ data }: MessageEvent<HelpRequest>) => serve(data)
