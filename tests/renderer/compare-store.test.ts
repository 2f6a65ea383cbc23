import { beforeEach, describe, expect, it } from 'vitest'
import type { RunListener } from '../../src/engine/runner'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { membersOf } from '../../src/renderer/features/compare/members'
import {
  leaveOut,
  MOST_BESIDE,
  type Origin,
  takeIn,
  useCompare,
} from '../../src/renderer/state/compare-store'
import { provideRunner } from '../../src/renderer/state/runner-in-use'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

interface Run {
  readonly scenario: Scenario
  readonly listener: RunListener
  isAbandoned: boolean
}

let runs: Run[] = []
provideRunner({
  start(scenario, _, listener) {
    const run = { scenario, listener, isAbandoned: false }
    runs.push(run)
    return {
      stop: () => undefined,
      abandon: () => {
        run.isAbandoned = true
      },
    }
  },
})

const bundled: Origin = { kind: 'bundled', token: null, fileName: '' }
const seeded = (seed: number): Scenario => withRun(baselineScenario(), 16, seed)
const entries = () => useCompare.getState().entries
const entry = (index: number) => {
  const found = entries()[index]
  if (!found) throw new Error(`no entry ${index}`)
  return found
}
const run = (index: number): Run => {
  const found = runs[index]
  if (!found) throw new Error(`no run ${index}`)
  return found
}

beforeEach(() => {
  for (const { key } of entries()) leaveOut(key)
  runs = []
})

describe('what is compared', () => {
  it('is computed once and shows how far it is', () => {
    takeIn(seeded(1), bundled)
    expect(entry(0)).toMatchObject({ progress: { drawsDone: 0, drawsWanted: 16 } })
    run(0).listener.onProgress({ drawsDone: 8, drawsWanted: 16 })
    expect(entry(0).progress?.drawsDone).toBe(8)
    const result = forecast(seeded(1))
    const update = { forecast: result, drawsWanted: 16, elapsedMs: 1 }
    run(0).listener.onUpdate({ ...update, isLast: false })
    expect(entry(0)).toMatchObject({ forecast: result, progress: { drawsDone: 8 } })
    run(0).listener.onUpdate({ ...update, isLast: true })
    expect(entry(0)).toMatchObject({ forecast: result, progress: undefined })
    expect(runs).toHaveLength(1)
  })

  it('is not taken in twice, wherever it comes from', () => {
    takeIn(seeded(1), bundled)
    takeIn(seeded(1), { kind: 'file', token: null, fileName: 'same.brink' })
    expect(entries()).toHaveLength(1)
    expect(runs).toHaveLength(1)
  })

  it('says what went wrong at the one that it happened to', () => {
    takeIn(seeded(1), bundled)
    takeIn(seeded(2), bundled)
    run(1).listener.onFailure('the thread has ended')
    expect(entries().map(({ failure }) => failure)).toEqual([undefined, 'the thread has ended'])
    expect(entry(1).progress).toBeUndefined()
  })

  it('is at most five beside the document', () => {
    for (let seed = 0; seed <= MOST_BESIDE; seed++) takeIn(seeded(seed), bundled)
    expect(entries()).toHaveLength(MOST_BESIDE)
    expect(runs).toHaveLength(MOST_BESIDE)
  })

  it('keeps its colour when another goes, whose run ends and whose colour is free again', () => {
    for (const seed of [1, 2, 3]) takeIn(seeded(seed), bundled)
    leaveOut(entry(1).key)
    expect(runs.map(({ isAbandoned }) => isAbandoned)).toEqual([false, true, false])
    expect(entries().map(({ colour }) => colour)).toEqual([1, 3])
    takeIn(seeded(4), bundled)
    expect(entries().map(({ colour }) => colour)).toEqual([1, 3, 2])
  })

  it('that comes too late changes nothing', () => {
    takeIn(seeded(1), bundled)
    leaveOut(entry(0).key)
    run(0).listener.onProgress({ drawsDone: 8, drawsWanted: 16 })
    expect(entries()).toEqual([])
  })
})

describe('names', () => {
  it('tell apart what has the same title', () => {
    const scenario = seeded(0)
    takeIn(seeded(1), { kind: 'saved', token: null, fileName: '' })
    takeIn(seeded(2), { kind: 'file', token: null, fileName: 'a.brink' })
    takeIn(seeded(3), { kind: 'file', token: null, fileName: 'b.brink' })
    takeIn({ ...seeded(4), title: 'Another' }, bundled)
    const savedAt = new Date(2026, 4, 3, 14, 5, 6).toISOString()
    takeIn(seeded(5), { kind: 'version', token: null, fileName: 'a.brink', savedAt })
    const document = { scenario, forecast: undefined, failure: undefined, isEdited: true }
    expect(membersOf(document, entries()).map(({ name, note }) => [name, note])).toEqual([
      ['The article’s reading', 'open now, edited'],
      ['As opened: The article’s reading', 'as opened'],
      ['From a file: The article’s reading', 'a.brink'],
      ['From a file 2: The article’s reading', 'b.brink'],
      ['Another', 'bundled'],
      // Which is not what was last saved.
      ['Version: The article’s reading', 'version of 3 May 2026, 14:05:06'],
    ])
  })
})
