import type { Scenario } from '../forecast/scenario'
import type { Tally } from '../forecast/tally'
import type { HelpReply, HelpRequest } from './messages'

/** A thread that computes segments. */
export interface HelperPort {
  post(message: HelpRequest): void
  /** @param listener told of every reply, and of the thread breaking */
  listen(listener: { onReply(reply: HelpReply): void; onBreak(message: string): void }): void
}

/** What a run hands out to its helpers, and hears from them. */
export interface HelpedRun {
  /** The next segment to compute, if more than so many are left. */
  handOut(leaving: number): number | undefined
  onTally(segment: number, tally: Tally): void
  onFailure(message: string): void
}

/** Other threads that take segments of long runs. */
export interface Helpers {
  /** @param most threads that the run may have beside its own */
  begin(scenario: Scenario, most: number, run: HelpedRun): { end(): void }
}

/** Segments left for each thread below which none is given one in advance, so that all end together. */
const LAST_ONES = 2

interface Thread {
  readonly port: HelperPort
  /** Segments it has been asked for and has not answered, by run. */
  readonly underWay: Map<number, number>
}

/** @param start makes the threads, when the first run needs them */
export function createHelpers(start: () => readonly HelperPort[]): Helpers {
  const runs = new Map<number, HelpedRun & { readonly threadCount: number }>()
  let threads: readonly Thread[] | undefined
  let lastRun = 0

  /** Sees to it that a thread has a segment, and one more in advance while there are many. */
  const fill = ({ port, underWay }: Thread, run: number): void => {
    const helped = runs.get(run)
    for (;;) {
      const count = underWay.get(run) ?? 0
      if (!helped || count === 2) return
      const segment = helped.handOut(count === 0 ? 0 : LAST_ONES * (helped.threadCount + 1))
      if (segment === undefined) return
      underWay.set(run, count + 1)
      port.post({ kind: 'segment', run, segment })
    }
  }
  const open = (): readonly Thread[] => {
    const opened = start().map((port): Thread => ({ port, underWay: new Map() }))
    for (const thread of opened) {
      thread.port.listen({
        onReply: (reply) => {
          const run = runs.get(reply.run)
          if (reply.kind === 'failure') {
            run?.onFailure(reply.message)
            return
          }
          thread.underWay.set(reply.run, (thread.underWay.get(reply.run) ?? 1) - 1)
          fill(thread, reply.run)
          run?.onTally(reply.segment, reply.tally)
        },
        onBreak: (message) => {
          for (const run of runs.values()) run.onFailure(message)
        },
      })
    }
    return opened
  }

  return {
    begin(scenario, most, helped) {
      threads ??= open()
      const run = ++lastRun
      const mine = threads.slice(0, most)
      runs.set(run, { ...helped, threadCount: mine.length })
      for (const thread of mine) {
        thread.port.post({ kind: 'begin', run, scenario })
        fill(thread, run)
      }
      return {
        end: () => {
          runs.delete(run)
          for (const { port, underWay } of mine) {
            underWay.delete(run)
            port.post({ kind: 'end', run })
          }
        },
      }
    },
  }
}
