import {
  type PreparedForecast,
  prepareForecast,
  type Segment,
  startSegment,
} from '../forecast/segment'
import { copyTally, type Tally } from '../forecast/tally'
import type { HelpReply, HelpRequest } from './messages'
import { type Host, SLICE_DRAWS, SLICE_MS } from './slices'

/** Computes the segments it is asked for, one after another, in slices. */
export function segmentServer(
  reply: (message: HelpReply, transfer: ArrayBuffer[]) => void,
  host: Host,
): (message: HelpRequest) => void {
  const runs = new Map<number, PreparedForecast>()
  const asked: Asked[] = []
  let underWay: { readonly asked: Asked; readonly segment: Segment } | undefined

  const finish = ({ asked: { run, segment: index }, segment }: NonNullable<typeof underWay>) => {
    if (runs.has(run)) {
      const tally = copyTally(segment.tally)
      reply({ kind: 'tally', run, segment: index, tally }, buffersOf(tally))
    }
    segment.end()
    underWay = undefined
  }
  const beginNext = (): void => {
    while (!underWay) {
      const next = asked.shift()
      if (!next) return
      const prepared = runs.get(next.run)
      if (prepared) underWay = { asked: next, segment: startSegment(prepared, next.segment) }
    }
  }
  let isDeferred = false
  const goOn = (): void => {
    if (isDeferred) return
    isDeferred = true
    host.defer(step)
  }
  const step = (): void => {
    isDeferred = false
    if (!underWay) beginNext()
    if (!underWay) return
    const { segment } = underWay
    const { run } = underWay.asked
    try {
      const sliceEnd = host.now() + SLICE_MS
      while (!segment.isDone && host.now() < sliceEnd) segment.advance(SLICE_DRAWS)
      if (segment.isDone || !runs.has(run)) finish(underWay)
    } catch (error) {
      runs.delete(run)
      finish(underWay)
      reply({ kind: 'failure', run, message: wordsOf(error) }, [])
    }
    goOn()
  }

  return (message) => {
    switch (message.kind) {
      case 'begin':
        runs.set(message.run, prepareForecast(message.scenario))
        return
      case 'segment':
        asked.push(message)
        goOn()
        return
      case 'end':
        runs.delete(message.run)
    }
  }
}

interface Asked {
  readonly run: number
  readonly segment: number
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const buffersOf = ({ sums, counts, least, most }: Tally): ArrayBuffer[] =>
  [sums, counts, least, most].map(({ buffer }) => buffer as ArrayBuffer)
