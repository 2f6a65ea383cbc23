import { describe, expect, it } from 'vitest'
import { plainKernel } from '../../src/forecast/chain/plain-kernel'
import { forecast } from '../../src/forecast/forecast'
import { fillLogits } from '../../src/forecast/sampling/draws'
import {
  mixBits,
  SOBOL_DIMENSIONS,
  scrambledCoordinate,
  sobolDigits,
} from '../../src/forecast/sampling/sobol'
import { emptyTally, quantilesOf } from '../../src/forecast/tally'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

const points = (count: number, dimension: number, key: number): number[] =>
  Array.from({ length: count }, (_, index) =>
    scrambledCoordinate(sobolDigits(index, dimension), key),
  )

describe('scrambled Sobol points', () => {
  it('put one of the first 2^k into each of 2^k equal intervals, in every dimension', () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
      for (const count of [16, 256]) {
        const cells = points(count, dimension, mixBits(3, dimension)).map((u) =>
          Math.floor(u * count),
        )
        expect(new Set(cells).size, `dimension ${dimension}`).toBe(count)
      }
    }
  })

  it('put one of 2^k into each elementary rectangle of the first two dimensions', () => {
    const power = 8
    const [x, y] = [points(2 ** power, 0, 11), points(2 ** power, 1, 12)]
    for (let a = 0; a <= power; a++) {
      const cells = x.map((u, index) => {
        const column = Math.floor(u * 2 ** a)
        const row = Math.floor((y[index] ?? 0) * 2 ** (power - a))
        return `${column} ${row}`
      })
      expect(new Set(cells).size, `${2 ** a} columns`).toBe(2 ** power)
    }
  })

  it('are other points with another key, and the same with the same', () => {
    expect(points(64, 5, 1)).toEqual(points(64, 5, 1))
    expect(points(64, 5, 1)).not.toEqual(points(64, 5, 2))
  })

  it('do not depend on how the draws are split up', () => {
    const whole = new Float64Array(100)
    fillLogits(whole, 4, 9, 0)
    const part = new Float64Array(37)
    fillLogits(part, 4, 9, 41)
    expect([...part]).toEqual([...whole.subarray(41, 78)])
  })
})

describe('the numerical standard error', () => {
  it('is the size of the error it speaks of', () => {
    // 64 seeds of 512 draws against 65,536 draws, whose own error is a hundredth of theirs.
    const converged = forecast(withRun(baselineScenario(), 65_536))
    const squares: number[] = []
    for (let seed = 100; seed < 164; seed++) {
      const result = forecast(withRun(baselineScenario(), 512, seed))
      for (const [index, claim] of result.conclusion.entries()) {
        const truth = converged.conclusion[index]?.mean[12] ?? Number.NaN
        squares.push(
          (((claim.mean[12] ?? Number.NaN) - truth) / (claim.standardError[12] ?? 0)) ** 2,
        )
      }
    }
    // The square of a t variable of seven degrees is 7/5 on average.
    const average = squares.reduce((sum, square) => sum + square, 0) / squares.length
    expect(average).toBeGreaterThan(0.9)
    expect(average).toBeLessThan(2.1)
  })

  it('is not known from one draw', () => {
    expect(forecast(withRun(baselineScenario(), 1)).conclusion[0]?.standardError[12]).toBeNaN()
  })
})

describe('quantiles', () => {
  /** R's type 7 by its definition. */
  const type7 = (sorted: readonly number[], p: number): number => {
    const position = (sorted.length - 1) * p
    const rank = Math.floor(position)
    const [low = 0, high = low] = [sorted[rank], sorted[rank + 1]]
    return low + (position - rank) * (high - low)
  }

  it.each([1, 2, 3, 8, 100, 4096])('of %d draws are R’s type 7 to within 0.0005', (count) => {
    const values = Array.from({ length: count }, (_, draw) => (mixBits(1, draw) / 2 ** 32) ** 3)
    const tally = emptyTally(plainKernel(), 1)
    plainKernel().addToTally(tally, Float64Array.from(values), count)
    tally.drawCount = count
    const sorted = values.toSorted((a, b) => a - b)
    const probabilities = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]
    for (const [index, quantile] of quantilesOf(tally, 0, probabilities).entries()) {
      expect(Math.abs(quantile - type7(sorted, probabilities[index] ?? 0))).toBeLessThan(0.0005)
    }
  })
})
