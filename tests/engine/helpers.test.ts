import { describe, expect, it } from 'vitest'
import { createHelpers, type HelperPort, type Helpers } from '../../src/engine/helpers'
import type { HelpReply } from '../../src/engine/messages'
import { runInSlices } from '../../src/engine/run-in-slices'
import type { RunUpdate } from '../../src/engine/runner'
import { segmentServer } from '../../src/engine/segment-server'
import type { Host } from '../../src/engine/slices'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { SEGMENT_DRAWS } from '../../src/forecast/segment'
import { chainScenario, withIntensity, withRun } from '../scenarios'

const uncertain = withIntensity(
  chainScenario({ rungs: 3, rates: { '0>1': 0.3, '1>2': 0.2 } }),
  'tension',
  { low: 0.1, mode: 0.5, high: 0.8 },
)

/** A thread that has its turn every so many milliseconds. */
const host = (everyMs: number): Host => ({
  now: () => performance.now(),
  defer: (work) => void setTimeout(work, everyMs),
  rest: (work) => void setTimeout(work, everyMs),
})

/** A helper on this thread, whose messages are copied as between threads. */
function helperPort(everyMs: number): HelperPort & { readonly segments: number[] } {
  const segments: number[] = []
  let listen: ((reply: HelpReply) => void) | undefined
  const serve = segmentServer((reply, transfer) => {
    const sent = structuredClone(reply, { transfer })
    setTimeout(() => listen?.(sent), everyMs)
  }, host(everyMs))
  return {
    segments,
    post: (message) => {
      if (message.kind === 'segment') segments.push(message.segment)
      setTimeout(() => serve(structuredClone(message)), 0)
    },
    listen: ({ onReply }) => {
      listen = onReply
    },
  }
}

const run = (draws: number, ports: readonly HelperPort[], stopAfterMs?: number) =>
  new Promise<RunUpdate[]>((resolve, reject) => {
    const updates: RunUpdate[] = []
    const handle = runInSlices(
      withRun(uncertain, draws),
      false,
      {
        onUpdate: (update) => {
          updates.push(update)
          if (update.isLast) resolve(updates)
        },
        onProgress: () => undefined,
        onFailure: (message) => reject(new Error(message)),
      },
      host(0),
      createHelpers(() => ports),
    )
    if (stopAfterMs !== undefined) setTimeout(handle.stop, stopAfterMs)
  })

const DRAWS = 10 * SEGMENT_DRAWS + 300

describe('a run with helpers', () => {
  it.each([
    ['none', []],
    ['one', [0]],
    ['three of unlike speed', [0, 3, 9]],
  ])('comes to the same bits with %s', async (_, speeds) => {
    const ports = speeds.map(helperPort)
    const updates = await run(DRAWS, ports)
    expect(updates.at(-1)?.forecast).toEqual(forecast(withRun(uncertain, DRAWS)))
    for (const { segments } of ports) expect(segments.length).toBeGreaterThan(0)
    const all = ports.flatMap(({ segments }) => segments)
    expect(new Set(all).size).toBe(all.length)
  })

  it('does not share what is soon done', async () => {
    const port = helperPort(0)
    await run(2 * SEGMENT_DRAWS, [port])
    expect(port.segments).toEqual([])
  })

  it('stopped, shows what as many draws alone would give', async () => {
    const [last] = (await run(1_000_000, [helperPort(0), helperPort(5)], 60)).slice(-1)
    const draws = last?.forecast.draws ?? 0
    expect(draws).toBeGreaterThan(0)
    expect(draws).toBeLessThan(1_000_000)
    expect(last?.forecast).toEqual(forecast(withRun(uncertain, draws)))
  })

  it('fails with the words of a helper that breaks', async () => {
    const broken: HelperPort = {
      post: () => undefined,
      listen: ({ onBreak }) => void setTimeout(() => onBreak('out of memory'), 0),
    }
    await expect(run(1_000_000, [broken])).rejects.toThrow('out of memory')
  })
})

describe('helpers', () => {
  it('are no more than the run may have, each with one segment in advance while many are left', () => {
    const ports = [helperPort(0), helperPort(0)]
    let next = 1
    const segmentsLeft = 30
    createHelpers(() => ports).begin(uncertain, 1, {
      handOut: (leaving) => (next + leaving < segmentsLeft ? next++ : undefined),
      onTally: () => undefined,
      onFailure: () => undefined,
    })
    expect(ports.map(({ segments }) => segments)).toEqual([[1, 2], []])
  })

  it('have nothing in advance when few are left', () => {
    const ports = [helperPort(0), helperPort(0)]
    let next = 1
    createHelpers(() => ports).begin(uncertain, 2, {
      handOut: (leaving) => (next + leaving < 5 ? next++ : undefined),
      onTally: () => undefined,
      onFailure: () => undefined,
    })
    expect(ports.map(({ segments }) => segments)).toEqual([[1], [2]])
  })
})

describe('a long run', () => {
  /** How many helpers a run would have, asked for as it is started. */
  const helpersOf = (scenario: Scenario, isInMotion: boolean): number | undefined => {
    let asked: number | undefined
    const listener = {
      onUpdate: () => undefined,
      onProgress: () => undefined,
      onFailure: (message: string) => {
        throw new Error(message)
      },
    }
    const helpers: Helpers = {
      begin: (_, most) => {
        asked = most
        return { end: () => undefined }
      },
    }
    runInSlices(scenario, isInMotion, listener, host(0), helpers).abandon()
    return asked
  }

  it('has as many helpers as a quarter of a gigabyte has room for, three tallies to each', () => {
    const rates = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}>${n + 1}`, 0.1]))
    const large = chainScenario({ rungs: 12, rates, months: 120, draws: 20_000 })
    // 12 rungs, 12 reaches and the severity in 121 months, of 2,048 bins of 4 bytes each.
    const bytes = 25 * 121 * 2048 * 4
    expect(helpersOf(large, false)).toBe(Math.floor(2 ** 28 / (3 * bytes)))
  })

  it('has none while a hand is moving', () => {
    expect(helpersOf(withRun(uncertain, 20_000), false)).toBeGreaterThan(7)
    expect(helpersOf(withRun(uncertain, 20_000), true)).toBeUndefined()
  })
})
