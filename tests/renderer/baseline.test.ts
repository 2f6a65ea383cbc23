import { describe, expect, it } from 'vitest'
import { articleBaseline } from '../../src/forecast/article-baseline'
import { forecast } from '../../src/forecast/forecast'
import { setHorizon, setStart, setTrend, setYardstick } from '../../src/renderer/state/edits'
import { baselineFor } from '../../src/renderer/state/forecast-store'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

const scenario = withRun(baselineScenario(), 32)
const article = articleBaseline(scenario)
const baseline = {
  scenario: article,
  forecast: forecast(article),
  drawsWanted: 32,
  isLast: true,
  elapsedMs: 1,
}

describe('the line of the article’s own drivers', () => {
  it('stands beside every scenario that differs in drivers only', () => {
    expect(baselineFor({ scenario }, baseline)).toBe(baseline.forecast)
    const moved = setTrend(scenario, 'nationalism', 0.2)
    expect(baselineFor({ scenario: moved }, baseline)).toBe(baseline.forecast)
  })

  it.each([
    ['another start', setStart(scenario, 'calm', 0.5)],
    ['another horizon', setHorizon(scenario, 6)],
    ['another yardstick', setYardstick(scenario, 'ipcc')],
    ['other draws', withRun(scenario, 64)],
    ['another case', { ...scenario, case: { ...scenario.case } }],
  ])('is not drawn beside %s until its own is there', (_, other) => {
    expect(baselineFor({ scenario: other }, baseline)).toBeUndefined()
  })
})
