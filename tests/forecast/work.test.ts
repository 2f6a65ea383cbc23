import { describe, expect, it, type MockInstance, vi } from 'vitest'
import { planExponential } from '../../src/forecast/chain/exponential'
import { chosenEvent } from '../../src/forecast/conclusion/outlook'
import { compileModel } from '../../src/forecast/model'
import { baselineScenario, bundledScenario } from '../bundled'
import { withRun } from '../scenarios'

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

/** The model with a kernel that tells of its calls. */
async function withCountedKernel<T>(
  use: (counts: { exponentiate: MockInstance; takeStep: MockInstance }) => Promise<T>,
): Promise<T> {
  vi.resetModules()
  vi.doMock('../../src/forecast/chain/simd-kernel', () => ({ simdKernel: () => undefined }))
  const plain = await import('../../src/forecast/chain/plain-kernel')
  const kernel = plain.plainKernel()
  const exponentiate = vi.spyOn(kernel, 'exponentiate')
  const takeStep = vi.spyOn(kernel, 'takeStep')
  vi.doMock('../../src/forecast/chain/plain-kernel', () => ({ plainKernel: () => kernel }))
  try {
    return await use({ exponentiate, takeStep })
  } finally {
    vi.doUnmock('../../src/forecast/chain/simd-kernel')
    vi.doUnmock('../../src/forecast/chain/plain-kernel')
    vi.resetModules()
  }
}

describe('a forecast of the baseline', () => {
  it('takes one exponential for each chain of 32 draws: occupancy, each rung above the lowest, each response', () =>
    withCountedKernel(async ({ exponentiate, takeStep }) => {
      const { forecast } = await import('../../src/forecast/forecast')
      const scenario = withRun(baselineScenario(), 1000)
      forecast(scenario)
      const { ladder, responses } = scenario.case
      const groups = Math.ceil(1000 / 32)
      expect(exponentiate).toHaveBeenCalledTimes(groups * (ladder.length + responses.length))
      expect(takeStep).not.toHaveBeenCalled()
    }))
})

describe('an explanation of the baseline', () => {
  const scenario = withRun(baselineScenario(), 32)
  const choice = chosenEvent(scenario, 'no-direct-confrontation')
  if (!choice) throw new Error('no event')

  it('compares each coalition once, and takes one exponential for each', () =>
    withCountedKernel(async ({ exponentiate }) => {
      const { explain } = await import('../../src/forecast/explain/explain')
      for (const _ of explain(scenario, choice, 'opposite', ['attribution']));
      // And the two ends once more.
      expect(exponentiate).toHaveBeenCalledTimes(2 ** 7 + 2)
    }))

  it('gives way after a few forecasts at most', () =>
    withCountedKernel(async ({ exponentiate }) => {
      const { explain } = await import('../../src/forecast/explain/explain')
      const steps = explain(scenario, choice, 'opposite', ['attribution', 'tornado', 'overturn'])
      let most = 0
      for (let before = 0, step = steps.next(); !step.done; step = steps.next()) {
        const after = exponentiate.mock.calls.length
        most = Math.max(most, after - before)
        before = after
      }
      expect(exponentiate.mock.calls.length).toBeGreaterThan(300)
      expect(most).toBeLessThanOrEqual(6)
    }))
})
