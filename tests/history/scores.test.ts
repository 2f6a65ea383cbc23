import { describe, expect, it } from 'vitest'
import { meanInterval, quantile, resampling } from '../../src/history/resampling'
import {
  binOf,
  binsOf,
  brierOf,
  decompose,
  logarithmicOf,
  rankedProbabilityOf,
} from '../../src/history/scores'
import { reference } from './slice'

const expected = reference().scores
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

describe('worked by hand', () => {
  it('the Brier score', () => {
    expect(brierOf(0.75, 1)).toBe(0.0625)
    expect(brierOf(0.75, 0)).toBe(0.5625)
  })

  it('the logarithmic score, which holds a sure forecast within a thousandth', () => {
    expect(logarithmicOf(0.25, 1)).toBeCloseTo(Math.log(4), 12)
    expect(logarithmicOf(0.25, 0)).toBeCloseTo(Math.log(4 / 3), 12)
    expect(logarithmicOf(0, 1)).toBeCloseTo(Math.log(1000), 12)
  })

  it('the ranked probability score', () => {
    // Cumulated 0.2, 0.7 against 0, 1: (0.04 + 0.09) / 2.
    expect(rankedProbabilityOf([0.2, 0.5, 0.3], 1)).toBeCloseTo(0.065, 12)
    // A miss by two rungs costs more than one by one: 0, 0 against 1, 1.
    expect(rankedProbabilityOf([0, 0, 1], 0)).toBe(1)
    expect(rankedProbabilityOf([0, 1, 0], 0)).toBe(0.5)
    expect(rankedProbabilityOf([0, 0, 1], 2)).toBe(0)
  })

  it('the decomposition', () => {
    // Two of four at 0.1 in one bin, of which none came; two at 0.6, of which both came.
    const parts = decompose([0.1, 0.1, 0.6, 0.6], [0, 0, 1, 1])
    expect(parts.reliability).toBeCloseTo((0.01 + 0.16) / 2, 12)
    expect(parts.resolution).toBeCloseTo(0.25, 12)
    expect(parts.uncertainty).toBeCloseTo(0.25, 12)
    expect(parts.withinBins).toBeCloseTo(0, 12)
  })

  it('bins, which begin at their lower end', () => {
    expect([0, 0.0099, 0.01, 0.05, 0.1499, 0.15, 0.95, 1].map(binOf)).toEqual([
      0, 0, 1, 3, 3, 4, 12, 12,
    ])
    expect(binsOf([0.1, 0.12, 0.5], [0, 1, 1])).toEqual([
      { from: 0.05, count: 2, meanForecast: 0.11, observed: 0.5 },
      { from: 0.45, count: 1, meanForecast: 0.5, observed: 1 },
    ])
  })
})

describe('beside another program', () => {
  const { forecasts, outcomes } = expected

  it('scores of 400 forecasts', () => {
    const pairs = forecasts.map((p, at) => [p, outcomes[at] as number] as const)
    expect(mean(pairs.map(([p, y]) => brierOf(p, y)))).toBeCloseTo(expected.brier, 12)
    expect(mean(pairs.map(([p, y]) => logarithmicOf(p, y)))).toBeCloseTo(expected.logarithmic, 12)
  })

  it('their decomposition, which adds up to the score', () => {
    const { reliability, resolution, uncertainty, withinBins } = decompose(forecasts, outcomes)
    for (const [at, part] of [reliability, resolution, uncertainty, withinBins].entries()) {
      expect(part).toBeCloseTo(expected.decomposition[at] ?? 0, 12)
    }
    expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(expected.brier, 12)
  })

  it('ranked probability scores of 60 distributions', () => {
    for (const [at, distribution] of expected.distributions.entries()) {
      const score = rankedProbabilityOf(distribution, expected.categories[at] ?? 0)
      expect(score).toBeCloseTo(expected.ranked[at] ?? 0, 12)
    }
  })
})

describe('resampling', () => {
  it('takes as many clusters as there are, each sample anew', () => {
    const { weights } = resampling(50, 200, 1)
    for (let sample = 0; sample < 200; sample++) {
      const own = weights.subarray(sample * 50, (sample + 1) * 50)
      expect(own.reduce((sum, each) => sum + each, 0)).toBe(50)
    }
    expect(resampling(50, 200, 1).weights).toEqual(weights)
    expect(resampling(50, 200, 2).weights).not.toEqual(weights)
  })

  it('has the standard error of a mean over clusters', () => {
    // 100 clusters of one value, half of them 1: the mean's standard error is 0.05.
    const values = Array.from({ length: 100 }, (_, at) => at % 2)
    const { value, low, high } =
      meanInterval(resampling(100, 4000, 3), { values, cluster: values.map((_, at) => at) }) ?? {}
    expect(value).toBe(0.5)
    expect((high ?? 0) - (low ?? 0)).toBeCloseTo(2 * 1.96 * 0.05, 1)
    expect(low).toBeGreaterThan(0.38)
    expect(high).toBeLessThan(0.62)
  })

  it('keeps what hangs together together', () => {
    // The same values in ten clusters of ten: the standard error is that of ten values.
    const values = Array.from({ length: 100 }, (_, at) => Number(at < 50))
    const cluster = values.map((_, at) => Math.floor(at / 10))
    const { low, high } = meanInterval(resampling(10, 4000, 3), { values, cluster }) ?? {}
    expect(low).toBeCloseTo(0.2, 9)
    expect(high).toBeCloseTo(0.8, 9)
  })

  it('has quantiles of type 7, and none of nothing', () => {
    expect(quantile([1, 2, 4, 8], 0.5)).toBe(3)
    expect(quantile([1, 2, 4, 8], 0.25)).toBe(1.75)
    expect(meanInterval(resampling(3, 10, 1), { values: [], cluster: [] })).toBeUndefined()
  })
})
