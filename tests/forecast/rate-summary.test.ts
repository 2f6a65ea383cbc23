import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summariseRate } from '../../src/forecast/rate-summary'

interface QuantileReference {
  readonly probabilities: readonly number[]
  readonly gamma: readonly { readonly shape: number; readonly quantiles: readonly number[] }[]
}

const reference: QuantileReference = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'reference', 'quantile-functions.json'), 'utf8'),
)

/** What the tables of quantiles are good for, relative. */
const TABLE = 2e-8

const isNear = (value: number, expected: number, within: number): void =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(within)

describe('a rate in figures', () => {
  it('of one event has the quantiles of an exponential distribution, −ln(1 − p) / months', () => {
    const { mean, p05, p95, meanWaitMonths } = summariseRate({ events: 1, months: 17 })
    expect(mean).toBeCloseTo(12 / 17, 14)
    expect(meanWaitMonths).toBeCloseTo(17, 14)
    isNear(p05, (-Math.log(0.95) / 17) * 12, TABLE)
    isNear(p95, (-Math.log(0.05) / 17) * 12, TABLE)
  })

  it('has the 5 % quantile that another program gives for its shape', () => {
    const place = reference.probabilities.indexOf(0.05)
    for (const { shape, quantiles } of reference.gamma) {
      // Tables for shapes far below 1 reach 1e-6.
      const within = shape < 0.5 ? 1e-6 : TABLE
      isNear(summariseRate({ events: shape, months: 12 }).p05, quantiles[place] ?? 0, within)
    }
  })

  it('taken as known is one number, and never comes where it is zero', () => {
    expect(summariseRate({ rate: 0.25 })).toEqual({ mean: 3, p05: 3, p95: 3, meanWaitMonths: 4 })
    expect(summariseRate({ rate: 0 }).meanWaitMonths).toBe(Number.POSITIVE_INFINITY)
  })

  it('scales with the months, and holds its mean between the quantiles of one event or more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        (events, months) => {
          const one = summariseRate({ events, months: 1 })
          const many = summariseRate({ events, months })
          isNear(many.p05 * months, one.p05, 1e-12)
          isNear(many.p95 * months, one.p95, 1e-12)
          isNear(many.mean * many.meanWaitMonths, 12, 1e-12)
          expect(many.p05).toBeLessThan(many.mean)
          expect(many.p95).toBeGreaterThan(many.mean)
        },
      ),
      { numRuns: 60 },
    )
  })
})
