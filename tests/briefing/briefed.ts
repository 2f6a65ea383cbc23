import { type BriefingContent, briefingContent } from '../../src/briefing/content'
import { articleBaseline } from '../../src/forecast/article-baseline'
import { chosenEvent } from '../../src/forecast/conclusion/outlook'
import { explain } from '../../src/forecast/explain/explain'
import { type Forecast, forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { exportRecord, exportSource } from '../../src/provenance/provenance'

/** A scenario with its forecast and what its documents say. */
export interface Briefed {
  readonly scenario: Scenario
  readonly run: Forecast
  readonly content: BriefingContent
}

export const recordOf = (scenario: Scenario, run: Forecast) =>
  exportRecord(exportSource(scenario, run), {
    appVersion: '0.1.0',
    exportedAt: '2026-11-28T18:06:30.000Z',
  })

function explanationOf(scenario: Scenario) {
  const choice = chosenEvent(scenario, undefined)
  if (!choice) throw new Error('no event to explain')
  const steps = explain(scenario, choice, 'outside', ['attribution'])
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
  }
}

export async function briefed(scenario: Scenario, withReason = false): Promise<Briefed> {
  const run = forecast(scenario)
  const record = await recordOf(scenario, run)
  const baseline = forecast(articleBaseline(scenario))
  const { attribution } = withReason ? explanationOf(scenario) : {}
  const explanation = attribution ? { explanation: { attribution } } : {}
  return {
    scenario,
    run,
    content: briefingContent({ scenario, forecast: run, baseline, record, ...explanation }),
  }
}
