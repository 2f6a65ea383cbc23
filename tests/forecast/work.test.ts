import { describe, expect, it } from 'vitest'
import { exponentiate } from '../../src/forecast/chain/exponential'
import { emptyGenerator, LANES } from '../../src/forecast/chain/generator'
import type { Kernel } from '../../src/forecast/chain/kernel'
import { plainKernel } from '../../src/forecast/chain/plain-kernel'
import { compileModel } from '../../src/forecast/model'
import { baselineScenario, bundledScenario } from '../bundled'

/** Counts of work that do not depend on a clock: what makes a forecast dear has to be meant. */

describe('a month’s exponential', () => {
  it('takes at most 15 terms, and a squaring for each doubling of the rate', () => {
    const counts = { terms: 0, squarings: 0 }
    const plain = plainKernel()
    const counting: Kernel = {
      ...plain,
      multiplyByShifted: (...call) => {
        counts.terms++
        plain.multiplyByShifted(...call)
      },
      multiply: (...call) => {
        counts.squarings++
        plain.multiply(...call)
      },
    }
    for (const [speed, squarings] of [
      [0.5, 0],
      [1, 1],
      [2, 2],
      [16, 5],
      [1024, 11],
    ] as const) {
      const generator = emptyGenerator(counting, 2, 1)
      generator.size = 2
      generator.moveCount = 1
      generator.to[0] = 1
      generator.rates.fill(speed)
      generator.exits.fill(speed, 0, LANES)
      Object.assign(counts, { terms: 0, squarings: 0 })
      exponentiate(counting, generator, counting.floats(4 * LANES), counting.floats(4 * LANES))
      expect(counts.squarings, `${speed} a month`).toBe(squarings)
      // 0.5^15/15! = 2e-17 is below 1e-13/2^11, the least that any of these may leave out.
      expect(counts.terms, `${speed} a month`).toBeLessThanOrEqual(15)
    }
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
