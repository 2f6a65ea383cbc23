import { describe, expect, it } from 'vitest'
import { planExponential } from '../../src/forecast/chain/exponential'
import { compileModel } from '../../src/forecast/model'
import { baselineScenario, bundledScenario } from '../bundled'

/** Counts of work that do not depend on a clock: what makes a forecast dear has to be meant. */

describe('a month’s exponential', () => {
  it.each([
    [0, 0],
    [0.5, 0],
    [1, 1],
    [2, 2],
    [16, 5],
    [1024, 11],
  ])('at %d a month takes %d squarings and at most 15 terms', (speed, squarings) => {
    const plan = planExponential(speed)
    expect(plan.squarings).toBe(squarings)
    // 0.5^15/15! = 2e-17 is below 1e-13/2^11, the least that any of these may leave out.
    expect(plan.terms).toBeLessThanOrEqual(15)
  })
})

describe('months alike', () => {
  it('share one computation: one period without trends and shocks, one more for each change', () => {
    expect(compileModel(baselineScenario()).periods.lengths).toEqual([12])
    // Shocks in month 4, of which one ends after six months.
    const forced = bundledScenario('iran-azerbaijan-2023-corridor-forced.brink')
    expect(compileModel(forced).periods.lengths).toEqual([4, 6, 2])
  })
})
