import { writeFileSync } from 'node:fs'
import { chosenEvent } from '../src/forecast/conclusion/outlook'
import { explain } from '../src/forecast/explain/explain'
import { forecast } from '../src/forecast/forecast'
import type { Scenario } from '../src/forecast/scenario'
import { baselinePath, readScenario } from './scenarios'
import { time } from './timing'

/** What explaining a scenario takes, beside the whole forecasts that it would take without a short cut. */
const REPEATS = 21
const scenarios = [baselinePath, baselinePath.replace('baseline', 'corridor-forced')]

/** Answers the number of steps, each about one forecast of one event. */
function explainWhole(scenario: Scenario): number {
  const choice = chosenEvent(scenario, undefined)
  if (!choice) throw new Error('no event to explain')
  let steps = 0
  for (const _ of explain(scenario, choice, 'opposite')) steps++
  return steps
}

const report = scenarios.map((path) => {
  const scenario = readScenario(path)
  const forecastMs = time(() => forecast(scenario), REPEATS)
  const explanationMs = time(() => explainWhole(scenario), REPEATS)
  const steps = explainWhole(scenario)
  return { title: scenario.title, forecastMs, explanationMs, steps }
})
for (const { title, forecastMs, explanationMs, steps } of report) {
  const [whole, step] = [explanationMs / forecastMs, explanationMs / forecastMs / steps]
  console.log(
    `${title}: ${steps} steps in ${Math.round(explanationMs)} ms, ${Math.round(whole)} whole forecasts' time; a step ${step.toFixed(2)} of one`,
  )
}
writeFileSync('bench/last-explain.json', `${JSON.stringify(report, null, 2)}\n`)
