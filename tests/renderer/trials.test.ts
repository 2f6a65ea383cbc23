import { describe, expect, it } from 'vitest'
import { inlineRunner } from '../../src/engine/inline-runner'
import type { ForecastRunner, RunListener } from '../../src/engine/runner'
import { type Forecast, forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { runTrials } from '../../src/renderer/features/rates/trials'
import { setPrior } from '../../src/renderer/state/evidence-edits'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

const trials = [8, 20, 60].map((months) => ({
  id: String(months),
  scenario: setPrior(withRun(baselineScenario(), 256), 'show-of-force>confrontation', {
    events: 1,
    months,
  }),
}))

/** A runner that computes nothing until it is told to, and remembers what it was asked. */
function heldRunner() {
  const started: Scenario[] = []
  const listeners: RunListener[] = []
  let abandoned = 0
  const runner: ForecastRunner = {
    start: (scenario, _, listener) => {
      started.push(scenario)
      listeners.push(listener)
      return { stop: () => undefined, abandon: () => void abandoned++ }
    },
  }
  const answer = (isLast: boolean): void => {
    const scenario = started.at(-1)
    if (!scenario) throw new Error('nothing was started')
    listeners.at(-1)?.onUpdate({
      forecast: forecast(scenario),
      drawsWanted: scenario.run.draws,
      isLast,
      elapsedMs: 0,
    })
  }
  return { runner, started, listeners, answer, abandoned: () => abandoned }
}

describe('trials', () => {
  it('come out as the same scenarios do alone, in their order', async () => {
    const found: [Scenario, Forecast][] = []
    await new Promise<void>((resolve, reject) =>
      runTrials(inlineRunner(), trials, {
        onForecast: (scenario, result) => {
          found.push([scenario, result])
          if (found.length === trials.length) resolve()
        },
        onFailure: reject,
      }),
    )
    expect(found).toEqual(trials.map(({ scenario }) => [scenario, forecast(scenario)]))
  })

  it('are never two at a time, and of an unfinished one nothing is told', () => {
    const { runner, started, answer } = heldRunner()
    const told: Scenario[] = []
    runTrials(runner, trials, {
      onForecast: (scenario) => told.push(scenario),
      onFailure: () => undefined,
    })
    answer(false)
    expect([started.length, told.length]).toEqual([1, 0])
    answer(true)
    expect([started.length, told.length]).toEqual([2, 1])
  })

  it('end with the one that is under way when they are given up', () => {
    const { runner, started, answer, abandoned } = heldRunner()
    const underWay = runTrials(runner, trials, {
      onForecast: () => undefined,
      onFailure: () => undefined,
    })
    answer(true)
    underWay.abandon()
    expect([started.length, abandoned()]).toEqual([2, 1])
  })

  it('stop at one that breaks, and say why', () => {
    const { runner, started, listeners } = heldRunner()
    const failures: string[] = []
    runTrials(runner, trials, {
      onForecast: () => undefined,
      onFailure: (message) => failures.push(message),
    })
    listeners[0]?.onFailure('it broke')
    expect([started.length, failures]).toEqual([1, ['it broke']])
  })
})
