import { describe, expect, it } from 'vitest'
import { inlineRunner } from '../../src/engine/inline-runner'
import type { ForecastRunner, RunListener } from '../../src/engine/runner'
import { createScheduler, type ScheduledUpdate } from '../../src/engine/scheduler'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { chainScenario, exactly, withIntensity, withRun } from '../scenarios'

const scenario = chainScenario({ rungs: 3, rates: { '0>1': 0.3, '1>2': 0.2 } })

/** A runner whose runs go on only when told to. */
function puppetRunner() {
  const runs: {
    scenario: Scenario
    isInMotion: boolean
    listener: RunListener
    isAbandoned: boolean
  }[] = []
  const runner: ForecastRunner = {
    start(started, isInMotion, listener) {
      const run = { scenario: started, isInMotion, listener, isAbandoned: false }
      runs.push(run)
      return {
        stop: () => undefined,
        abandon: () => {
          run.isAbandoned = true
        },
      }
    },
  }
  const answer = (index: number, isLast: boolean): void => {
    const run = runs[index]
    if (!run) throw new Error(`no run ${index}`)
    const update = { forecast: forecast(run.scenario), drawsWanted: 1, isLast, elapsedMs: 1 }
    run.listener.onUpdate(update)
  }
  return { runner, runs, answer }
}

const collect = (runner: ForecastRunner) => {
  const updates: ScheduledUpdate[] = []
  const scheduler = createScheduler(runner, {
    onUpdate: (update) => updates.push(update),
    onProgress: () => undefined,
    onFailure: (message) => {
      throw new Error(message)
    },
  })
  return { updates, scheduler }
}

const variant = (share: number): Scenario => withIntensity(scenario, 'tension', exactly(share))

describe('the scheduler', () => {
  it('runs only the newest of the scenarios that came while one was running', () => {
    const { runner, runs, answer } = puppetRunner()
    const { scheduler } = collect(runner)
    const [first, between, last] = [variant(0.1), variant(0.2), variant(0.3)]
    for (const asked of [first, between, last]) scheduler.request(asked)
    answer(0, true)
    expect(runs.map((run) => run.scenario)).toEqual([first, last])
  })

  it('leaves a run alone until its first picture and then gives way', () => {
    const { runner, runs, answer } = puppetRunner()
    const { scheduler } = collect(runner)
    scheduler.request(variant(0.1))
    scheduler.request(variant(0.2))
    expect(runs).toHaveLength(1)
    answer(0, false)
    expect(runs).toHaveLength(2)
    expect(runs[0]?.isAbandoned).toBe(true)
  })

  it('goes on to the newest scenario when it is told to stop an older one', () => {
    const { runner, runs } = puppetRunner()
    const { scheduler } = collect(runner)
    const [older, newest] = [variant(0.1), variant(0.2)]
    scheduler.request(older)
    scheduler.request(newest)
    scheduler.stop()
    expect(runs.map((run) => run.scenario)).toEqual([older, newest])
    expect(runs[0]?.isAbandoned).toBe(true)
  })

  it('shows nothing of a run that was replaced, however late it answers', () => {
    const { runner, answer } = puppetRunner()
    const { scheduler, updates } = collect(runner)
    const [old, newer] = [variant(0.1), variant(0.9)]
    scheduler.request(old)
    answer(0, false)
    scheduler.request(newer)
    answer(1, true)
    answer(0, true)
    expect(updates.map((update) => update.scenario)).toEqual([old, newer])
  })
})

describe('a run in slices', () => {
  const uncertain = withIntensity(scenario, 'tension', { low: 0.1, mode: 0.5, high: 0.8 })

  const finish = (asked: Scenario, onFirst?: (stop: () => void) => void, isInMotion = false) =>
    new Promise<ScheduledUpdate[]>((resolve) => {
      const updates: ScheduledUpdate[] = []
      const scheduler = createScheduler(inlineRunner(), {
        onUpdate: (update) => {
          updates.push(update)
          if (update.isLast) resolve(updates)
          else onFirst?.(scheduler.stop)
        },
        onProgress: () => undefined,
        onFailure: (message) => {
          throw new Error(message)
        },
      })
      scheduler.request(asked, isInMotion)
    })

  it('comes to the bits of a run in one piece', async () => {
    const asked = withRun(uncertain, 3000)
    const updates = await finish(asked)
    expect(updates.at(-1)?.forecast).toEqual(forecast(asked))
  })

  it('when it takes long, first shows what as many draws alone would give', async () => {
    const updates = await finish(withRun(uncertain, 1_000_000), (stop) => setTimeout(stop, 0))
    const [first] = updates
    expect(first?.isLast).toBe(false)
    const draws = first?.forecast.draws ?? 0
    expect(draws).toBeGreaterThan(0)
    expect(first?.forecast).toEqual(forecast(withRun(uncertain, draws)))
  })

  it('under a moving hand first shows 1,024 draws, and comes to the same in the end', async () => {
    const asked = withRun(uncertain, 3000)
    const updates = await finish(asked, undefined, true)
    expect(updates.map(({ forecast: { draws } }) => draws)).toEqual([1024, 3000])
    expect(updates[0]?.forecast).toEqual(forecast(withRun(uncertain, 1024)))
    expect(updates[1]?.forecast).toEqual(forecast(asked))
  })

  it('soon done, shows only the whole', async () => {
    const updates = await finish(withRun(uncertain, 256))
    expect(updates.map(({ isLast }) => isLast)).toEqual([true])
  })

  it('keeps what it has when it is stopped', async () => {
    const updates = await finish(withRun(uncertain, 1_000_000), (stop) => setTimeout(stop, 5))
    const last = updates.at(-1)
    expect(last?.isLast).toBe(true)
    expect(last?.forecast.draws).toBeGreaterThan(0)
    expect(last?.forecast.draws).toBeLessThan(1_000_000)
  })
})
