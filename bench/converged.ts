import { writeFileSync } from 'node:fs'
import { forecast, type Series } from '../src/forecast/forecast'
import { baselinePath, readScenario } from './scenarios'

// The converged answer of the bundled baseline, which a settled forecast is measured by:
//   npm run bench:converged
// Takes about ten seconds and writes tests/reference/converged-baseline.json.

const DRAWS = 2 ** 20
const QUANTILES = ['p05', 'p25', 'p50', 'p75', 'p95'] as const

const scenario = readScenario(baselinePath)
const result = forecast({ ...scenario, run: { draws: DRAWS, seed: 20230525 } })
const digits = (value: number): number => Number(value.toFixed(7))
const reported = (series: Series) => ({
  id: series.id,
  mean: series.mean.map(digits),
  quantiles: QUANTILES.map((name) => series[name].map(digits)),
})

const content = {
  draws: DRAWS,
  seed: 20230525,
  engine: result.engineVersion,
  rungs: result.rungs.map(reported),
  reach: result.reach.map(reported),
  responses: result.responses.map(reported),
  severity: reported(result.severity),
  conclusion: result.conclusion.map(reported),
}
writeFileSync('tests/reference/converged-baseline.json', `${JSON.stringify(content)}\n`)
