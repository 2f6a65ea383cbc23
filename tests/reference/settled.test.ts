import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Forecast, forecast, type Series } from '../../src/forecast/forecast'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

interface Converged {
  readonly id: string
  readonly mean: readonly number[]
  readonly quantiles: readonly (readonly number[])[]
}

type ConvergedForecast = Readonly<
  Record<'rungs' | 'reach' | 'responses' | 'conclusion', readonly Converged[]>
> & { readonly severity: Converged }

/** The answer of 2^20 points, by bench/converged.ts. */
const converged = JSON.parse(
  readFileSync(join(import.meta.dirname, 'converged-baseline.json'), 'utf8'),
) as ConvergedForecast

const pairs = (result: Forecast): [Converged, Series, scale: number][] => [
  ...(['rungs', 'reach', 'responses', 'conclusion'] as const).flatMap((kind) =>
    result[kind].map((series, index): [Converged, Series, number] => {
      const reference = converged[kind][index]
      if (!reference) throw new Error(`no ${kind} ${index}`)
      return [reference, series, 1]
    }),
  ),
  [converged.severity, result.severity, 100],
]

/** The largest distance of any mean and of any quantile, over every series and month. */
function distance(result: Forecast) {
  let mean = 0
  let quantile = 0
  for (const [reference, series, scale] of pairs(result)) {
    const quantiles = [series.p05, series.p25, series.p50, series.p75, series.p95]
    for (const month of result.months) {
      mean = Math.max(
        mean,
        Math.abs((series.mean[month] ?? 0) - (reference.mean[month] ?? 0)) / scale,
      )
      for (const [rank, values] of quantiles.entries()) {
        const expected = reference.quantiles[rank]?.[month] ?? Number.NaN
        quantile = Math.max(quantile, Math.abs((values[month] ?? 0) - expected) / scale)
      }
    }
  }
  return { mean, quantile }
}

describe('the bundled baseline', () => {
  it('is settled with the draws that its file asks for', () => {
    const { mean, quantile } = distance(forecast(baselineScenario()))
    expect(mean).toBeLessThan(0.001)
    expect(quantile).toBeLessThan(0.01)
  })

  it('has settled means with half of them, whatever the seed', () => {
    for (let seed = 0; seed < 16; seed++) {
      const { mean } = distance(forecast(withRun(baselineScenario(), 2048, seed)))
      expect(mean, `seed ${seed}`).toBeLessThan(0.001)
    }
  })
})
