import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Forecast } from '../../src/forecast/forecast'
import type { Driver, Response, Scenario } from '../../src/forecast/scenario'
import { bundledNames, bundledScenario } from '../bundled'
import { chainScenario, withRun } from '../scenarios'

/** As large as a case may be: 12 rungs, 30 drivers, 24 responses, 120 months with a trend. */
function largeScenario(): Scenario {
  const rates: Record<string, number> = {}
  for (let rung = 0; rung < 11; rung++) {
    rates[`${rung}>${rung + 1}`] = 0.2 + 0.03 * rung
    rates[`${rung + 1}>${rung}`] = 0.5 - 0.02 * rung
    if (rung < 10) rates[`${rung}>${rung + 2}`] = 0.01
  }
  const base = chainScenario({ rungs: 12, rates, months: 120, draws: 300 })
  const drivers = Array.from(
    { length: 30 },
    (_, n): Driver => ({
      id: `d${n}`,
      label: `Driver ${n}`,
      description: '',
      role: n % 3 === 0 ? 'restrains' : 'escalates',
      reference: 0.5,
      multiplier: { low: 1.1, mode: 1.4, high: 2 },
      ...(n % 5 === 0 ? { actsOn: ['r0>r1', 'r1>r0'] } : {}),
    }),
  )
  const responses = Array.from(
    { length: 24 },
    (_, n): Response => ({
      id: `a${n}`,
      label: `Answer ${n}`,
      description: '',
      prior: { events: 1 + n / 8, months: 12 },
      rungMultipliers: { [`r${n % 12}`]: n % 4 },
      drivers: [`d${n}`],
      basis: 'test',
    }),
  )
  return {
    ...base,
    case: { ...base.case, drivers, responses },
    judgment: {
      ...base.judgment,
      drivers: Object.fromEntries(
        drivers.map(({ id }, n) => [
          id,
          {
            intensity: { low: 0.2, mode: 0.4 + n / 100, high: 0.9 },
            ...(n === 7 ? { trendPerYear: 0.05, shocks: [{ month: 30, change: 0.2 }] } : {}),
          },
        ]),
      ),
    },
  }
}

/** The forecast by a model that was loaded where WebAssembly is, or is not, to be had. */
async function forecastWhere(hasVectors: boolean, scenario: Scenario): Promise<Forecast> {
  vi.resetModules()
  if (!hasVectors) vi.stubGlobal('WebAssembly', undefined)
  const { forecast } = await import('../../src/forecast/forecast')
  const { simdKernel } = await import('../../src/forecast/chain/simd-kernel')
  expect(simdKernel([]) !== undefined).toBe(hasVectors)
  return forecast(scenario)
}

afterEach(() => vi.unstubAllGlobals())

describe('a whole forecast', () => {
  const cases: [name: string, scenario: Scenario][] = [
    ['the largest case', largeScenario()],
    ...bundledNames().map((name): [string, Scenario] => [
      name,
      withRun(bundledScenario(name), 300),
    ]),
  ]

  it.each(cases)('is the same bits with vectors and without: %s', async (_, scenario) => {
    const plain = await forecastWhere(false, scenario)
    vi.unstubAllGlobals()
    expect(await forecastWhere(true, scenario)).toEqual(plain)
  })

  it('of the largest case is a distribution in every month', async () => {
    const { rungs, months } = await forecastWhere(true, largeScenario())
    expect(months).toHaveLength(121)
    for (const month of months) {
      const total = rungs.reduce((sum, { mean }) => sum + (mean[month] ?? Number.NaN), 0)
      expect(total).toBeCloseTo(1, 10)
    }
  })
})
