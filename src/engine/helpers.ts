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
  /** The next segment to compute, if there is one left. */
  handOut(): number | undefined
  onTally(segment: number, tally: Tally): void
  onFailure(message: string): void
}

/** Other threads that take segments of long runs. */
export interface Helpers {
  begin(scenario: Scenario, run: HelpedRun): { end(): void }
}

/** Segments that each helper has at hand, so that it never waits for the next one. */
const AT_HAND = 2

/** @param start makes the threads, when the first run needs them */
export function createHelpers(start: () => readonly HelperPort[]): Helpers {
  const runs = new Map<number, HelpedRun>()
  let ports: readonly HelperPort[] | undefined
  let lastRun = 0

  const ask = (port: HelperPort, run: number): void => {
    const segment = runs.get(run)?.handOut()
    if (segment !== undefined) port.post({ kind: 'segment', run, segment })
  }
  const open = (): readonly HelperPort[] => {
    const opened = start()
    for (const port of opened) {
      port.listen({
        onReply: (reply) => {
          const run = runs.get(reply.run)
          if (reply.kind === 'failure') return run?.onFailure(reply.message)
          ask(port, reply.run)
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
    begin(scenario, helped) {
      ports ??= open()
      const run = ++lastRun
      runs.set(run, helped)
      for (const port of ports) port.post({ kind: 'begin', run, scenario })
      for (let asked = 0; asked < AT_HAND; asked++) {
        for (const port of ports) ask(port, run)
      }
      return {
        end: () => {
          runs.delete(run)
          for (const port of ports ?? []) port.post({ kind: 'end', run })
        },
      }
    },
  }
}
