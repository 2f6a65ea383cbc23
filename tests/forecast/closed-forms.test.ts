import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import { chainScenario, exactly, withIntensity } from '../scenarios'

describe('two rungs', () => {
  const [up, down] = [0.3, 0.7]
  const result = forecast(chainScenario({ rungs: 2, rates: { '0>1': up, '1>0': down } }))

  it('occupies the upper rung with a/(a+b)·(1 − e^−(a+b)t)', () => {
    for (const month of result.months) {
      const expected = (up / (up + down)) * (1 - Math.exp(-(up + down) * month))
      expect(result.rungs[1]?.mean[month]).toBeCloseTo(expected, 13)
      expect(result.rungs[0]?.mean[month]).toBeCloseTo(1 - expected, 13)
    }
  })

  it('has reached it with 1 − e^−at, whatever leads back', () => {
    for (const month of result.months) {
      expect(result.reach[1]?.mean[month]).toBeCloseTo(1 - Math.exp(-up * month), 13)
    }
  })
})

describe('a chain that only climbs', () => {
  const rate = 0.4
  const result = forecast(
    chainScenario({ rungs: 4, rates: { '0>1': rate, '1>2': rate, '2>3': rate }, months: 24 }),
  )

  it('is on the top with the Erlang distribution function, and reaching is being there', () => {
    for (const month of result.months) {
      const x = rate * month
      const expected = 1 - Math.exp(-x) * (1 + x + (x * x) / 2)
      expect(result.rungs[3]?.mean[month]).toBeCloseTo(expected, 13)
      expect(result.reach[3]?.mean[month]).toBeCloseTo(expected, 13)
    }
  })

  it('weighs severity by the rungs', () => {
    const end = result.months.length - 1
    const expected = result.rungs.reduce(
      (sum, { mean }, rung) => sum + ((mean[end] ?? 0) * 100 * rung) / 3,
      0,
    )
    expect(result.severity.mean[end]).toBeCloseTo(expected, 10)
  })
})

describe('a driver away from its reference', () => {
  it('multiplies the way up and divides the way down by M^(x − x̄)', () => {
    const still = chainScenario({ rungs: 2, rates: { '0>1': 0.2, '1>0': 0.3 } })
    const moved = forecast(withIntensity(still, 'tension', exactly(1)))
    const [up, down] = [0.2 * 4 ** 0.5, 0.3 / 4 ** 0.5]
    const expected = (up / (up + down)) * (1 - Math.exp(-(up + down) * 12))
    expect(moved.rungs[1]?.mean[12]).toBeCloseTo(expected, 13)
  })

  it('does so from the middle of each month when a trend moves it, up to the end of the scale', () => {
    const still = chainScenario({ rungs: 2, rates: { '0>1': 0.2 } })
    const trend = forecast({
      ...still,
      judgment: {
        ...still.judgment,
        drivers: { tension: { intensity: exactly(0.5), trendPerYear: 1.2 } },
      },
    })
    let exposure = 0
    for (let month = 0; month < 12; month++) {
      const intensity = Math.min(0.5 + 0.1 * (month + 0.5), 1)
      exposure += 0.2 * 4 ** (intensity - 0.5)
      expect(trend.reach[1]?.mean[month + 1]).toBeCloseTo(1 - Math.exp(-exposure), 13)
    }
  })

  it('does so only while a shock is active', () => {
    const still = chainScenario({ rungs: 2, rates: { '0>1': 0.2 } })
    const shock = forecast({
      ...still,
      judgment: {
        ...still.judgment,
        drivers: {
          tension: {
            intensity: exactly(0.5),
            shocks: [
              { month: 2, change: 0.25, lasts: 3 },
              { month: 8, change: -0.5 },
            ],
          },
        },
      },
    })
    const months = (share: number, count: number): number => 0.2 * 4 ** share * count
    const exposure = months(0, 2) + months(0.25, 3) + months(0, 3) + months(-0.5, 4)
    expect(shock.reach[1]?.mean[12]).toBeCloseTo(1 - Math.exp(-exposure), 13)
  })
})

describe('a response', () => {
  it('happens by 1 − e^−(rate on the rung)t while the ladder stays where it is', () => {
    const still = chainScenario({ rungs: 2, rates: {}, start: [0, 1] })
    const result = forecast({
      ...still,
      case: {
        ...still.case,
        responses: [
          {
            id: 'answer',
            label: 'Answer',
            description: '',
            rate: 0.1,
            rungMultipliers: { r1: 2 },
            drivers: ['tension'],
            basis: 'test',
          },
        ],
      },
      judgment: { ...still.judgment, drivers: { tension: { intensity: exactly(1) } } },
    })
    const rate = 0.1 * 2 * 4 ** 0.5
    expect(result.responses[0]?.mean[12]).toBeCloseTo(1 - Math.exp(-rate * 12), 13)
  })
})

describe('stiff chains', () => {
  it('keep eight digits with rates from 1e-4 to 1e3 a month over 120 months', () => {
    const [fast, back, slow] = [1e3, 5e2, 1e-4]
    const result = forecast(
      chainScenario({ rungs: 3, rates: { '0>1': fast, '1>0': back, '1>2': slow }, months: 120 }),
    )
    // The two lower rungs as a 2×2 generator: exact by its eigenvalues.
    const trace = -(fast + back + slow)
    const determinant = fast * slow
    const root = Math.sqrt(trace * trace - 4 * determinant)
    // The small root from the product, since the sum would cancel.
    const quick = (trace - root) / 2
    const lasting = determinant / quick
    for (const month of [1, 12, 60, 120]) {
      const left =
        (lasting * Math.exp(quick * month) - quick * Math.exp(lasting * month)) / (lasting - quick)
      expect(Math.abs((result.reach[2]?.mean[month] ?? 0) - (1 - left))).toBeLessThan(1e-8)
    }
  })
})
