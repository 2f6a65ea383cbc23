import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Forecast, forecast, type Series } from '../../src/forecast/forecast'
import {
  betaQuantiles,
  gammaQuantiles,
  interpolate,
  type QuantileTable,
} from '../../src/forecast/sampling/quantile-table'
import { BINS } from '../../src/forecast/tally'
import { bundledScenario, readScenario } from '../bundled'
import { chainScenario, withEveryRungClaimed, withRun } from '../scenarios'

const readJson = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T

/** The series under the name that oracle.py gives it. */
function seriesNamed(result: Forecast, name: string): Series {
  const [kind = '', id = ''] = name.split(' ')
  if (kind === 'severity') return result.severity
  const lists: Record<string, readonly Series[]> = {
    rungs: result.rungs,
    reach: result.reach,
    'at-or-above': result.atOrAbove,
    responses: result.responses,
  }
  const found = lists[kind]?.find((series) => series.id === id)
  if (!found) throw new Error(`no series ${name}`)
  return found
}

const scaleOf = (name: string): number => (name === 'severity' ? 100 : 1)

interface FixedCase {
  readonly name: string
  readonly scenario: object
  readonly series: Readonly<Record<string, readonly number[]>>
}

describe('fixed rates', () => {
  it.each(readJson<FixedCase[]>('fixed-rates.json'))(
    '$name: SciPy gives the same to 1e-9',
    (reference) => {
      const scenario = readScenario(JSON.stringify(reference.scenario))
      const result = forecast(withEveryRungClaimed(scenario))
      for (const [name, expected] of Object.entries(reference.series)) {
        const series = seriesNamed(result, name)
        expect(series.mean).toHaveLength(expected.length)
        for (const [month, value] of expected.entries()) {
          const difference = Math.abs((series.mean[month] ?? Number.NaN) - value) / scaleOf(name)
          expect(difference, `${name}, month ${month}`).toBeLessThan(1e-9)
          expect(series.p05[month]).toBeCloseTo(series.mean[month] ?? Number.NaN, 12)
          expect(series.p95[month]).toBeCloseTo(series.mean[month] ?? Number.NaN, 12)
        }
      }
    },
  )
})

interface UncertainCase {
  readonly name: string
  readonly conclusion: readonly {
    readonly id: string
    readonly range: readonly [number, number]
    readonly mean: number
    readonly meanError: number
    readonly verdict: string
  }[]
  readonly series: Readonly<
    Record<
      string,
      readonly {
        readonly month: number
        readonly mean: number
        readonly meanError: number
        readonly quantiles: readonly number[]
      }[]
    >
  >
}

describe('uncertain rates', () => {
  const cases = readJson<UncertainCase[]>('uncertain.json')
  it.each(cases)('$name: SciPy gives the same within the errors of both', ({ name, series }) => {
    const scenario = withRun(bundledScenario(`${name}.brink`), 16_384)
    const result = forecast(withEveryRungClaimed(scenario))
    for (const [key, months] of Object.entries(series)) {
      const own = seriesNamed(result, key)
      const scale = scaleOf(key)
      for (const { month, mean, meanError, quantiles } of months) {
        const error = Math.hypot(own.standardError[month] ?? Number.NaN, meanError)
        // Eight scrambles make the error a t variable of 7 degrees: 6 errors is one in 2,000.
        const bound = 6 * error + 1e-6 * scale
        expect(Math.abs((own.mean[month] ?? Number.NaN) - mean), `${key} ${month}`).toBeLessThan(
          bound,
        )
        const ownQuantiles = [own.p05, own.p25, own.p50, own.p75, own.p95]
        for (const [rank, expected] of quantiles.entries()) {
          const difference =
            Math.abs((ownQuantiles[rank]?.[month] ?? Number.NaN) - expected) / scale
          expect(difference, `${key} ${month} quantile ${rank}`).toBeLessThan(0.008)
        }
      }
    }
  })
})

describe('verdicts', () => {
  it.each(readJson<UncertainCase[]>('uncertain.json'))(
    '$name: the oracle judges the same',
    ({ name, conclusion }) => {
      const result = forecast(bundledScenario(`${name}.brink`))
      for (const { id, range, mean, meanError, verdict } of conclusion) {
        const own = result.conclusion.find((claim) => claim.id === id)
        expect(own?.range).toEqual(range)
        // So near to an end of the range the answer is the draws', not the model's.
        const error = 6 * Math.hypot(own?.standardError.at(-1) ?? 0, meanError)
        const isBorderline = range.some((bound) => Math.abs(bound - mean) < error)
        if (!isBorderline) expect(own?.verdict, id).toBe(verdict)
      }
      expect(conclusion.length).toBe(result.conclusion.length)
    },
  )
})

describe('the converged figures of the bundled baseline', () => {
  const result = forecast(bundledScenario('iran-azerbaijan-2023-baseline.brink'))
  it.each([
    ['accusations-continue', 0.832],
    ['no-direct-confrontation', 0.022],
    ['limited-escalation', 0.148],
    ['baku-responds', 0.524],
    ['tehran-responds', 0.524],
  ])('%s comes to %d within 0.003', (id, expected) => {
    const claim = result.conclusion.find((found) => found.id === id)
    expect(Math.abs((claim?.mean[12] ?? Number.NaN) - expected)).toBeLessThan(0.003)
  })

  it('has the judgment band of a direct confrontation', () => {
    const claim = result.conclusion[1]
    expect(claim?.p05[12]).toBeCloseTo(0, 2)
    expect(Math.abs((claim?.p95[12] ?? Number.NaN) - 0.094)).toBeLessThan(0.005)
  })
})

interface QuantileReference {
  readonly probabilities: readonly number[]
  readonly gamma: readonly { readonly shape: number; readonly quantiles: readonly number[] }[]
  readonly beta: readonly {
    readonly a: number
    readonly b: number
    readonly quantiles: readonly number[]
  }[]
}

describe('tabulated quantile functions', () => {
  const { probabilities, gamma, beta } = readJson<QuantileReference>('quantile-functions.json')
  const at = (table: QuantileTable, u: number): number => {
    const place = Float64Array.of(Math.log(u / (1 - u)))
    interpolate(table, place)
    return place[0] ?? Number.NaN
  }

  it.each(gamma)('Gamma($shape) agrees with SciPy to 1e-6 of its value', ({ shape, quantiles }) => {
    const table = gammaQuantiles(shape)
    for (const [index, u] of probabilities.entries()) {
      const expected = quantiles[index] ?? Number.NaN
      if (expected < 1e-300) continue
      expect(Math.abs(Math.exp(at(table, u)) / expected - 1)).toBeLessThan(1e-6)
    }
  })

  it.each(beta)('Beta($a, $b) agrees with SciPy to 1e-8', ({ a, b, quantiles }) => {
    const table = betaQuantiles(a, b)
    for (const [index, u] of probabilities.entries()) {
      const own = 1 / (1 + Math.exp(-at(table, u)))
      expect(Math.abs(own - (quantiles[index] ?? Number.NaN))).toBeLessThan(1e-8)
    }
  })
})

interface MsmReference {
  readonly results: readonly {
    readonly name: string
    readonly generator: readonly number[]
    readonly time: number
    readonly occupancy: readonly number[]
    /** Per rung reached, per rung it starts from. */
    readonly reach: readonly number[]
    readonly reachTop: readonly number[]
  }[]
}

describe('R’s msm', () => {
  const { results } = readJson<MsmReference>('msm.json')
  it.each(results)('$name after $time months: the same to 1e-9 from every rung', (reference) => {
    const { generator, time, occupancy, reach, reachTop } = reference
    const size = Math.sqrt(generator.length)
    const rates = Object.fromEntries(
      generator.flatMap((rate, index) => {
        const [from, to] = [Math.floor(index / size), index % size]
        return from !== to && rate > 0 ? [[`${from}>${to}`, rate]] : []
      }),
    )
    for (let from = 0; from < size; from++) {
      const start = Array.from({ length: size }, (_, rung) => (rung === from ? 1 : 0))
      const result = forecast(chainScenario({ rungs: size, rates, start, months: time }))
      for (let to = 0; to < size; to++) {
        const expected = occupancy[from * size + to] ?? Number.NaN
        expect(Math.abs((result.rungs[to]?.mean[time] ?? Number.NaN) - expected)).toBeLessThan(1e-9)
        const reached = reach[to * size + from] ?? Number.NaN
        expect(Math.abs((result.reach[to]?.mean[time] ?? Number.NaN) - reached)).toBeLessThan(1e-9)
      }
      const top = result.reach[size - 1]?.mean[time] ?? Number.NaN
      expect(Math.abs(top - (reachTop[from] ?? Number.NaN))).toBeLessThan(1e-9)
    }
  })
})

describe('bins', () => {
  it('are narrow enough for quantiles to within 0.0005', () => {
    expect(1 / BINS).toBeLessThan(0.0005)
  })
})
