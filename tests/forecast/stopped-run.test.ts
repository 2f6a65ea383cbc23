import { expect, it } from 'vitest'
import { forecast, startForecast } from '../../src/forecast/forecast'
import { asRun } from '../../src/provenance/provenance'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

it.each([256, 1024, 20_480])('a run stopped after %i draws is one of so many draws', (draws) => {
  const scenario = withRun(baselineScenario(), 1_000_000)
  const run = startForecast(scenario)
  run.advance(draws)
  const stopped = run.summary()
  run.end()
  expect(stopped.draws).toBe(draws)
  expect(forecast(asRun(scenario, stopped))).toEqual(stopped)
})
