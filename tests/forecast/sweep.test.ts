import { describe, expect, it } from 'vitest'
import type { Judged, Scenario } from '../../src/forecast/scenario'
import {
  type Axis,
  combinationAt,
  countCombinations,
  type Quantity,
  type SweptRange,
  sweptScenario,
} from '../../src/forecast/sweep'
import { baselineScenario } from '../bundled'

const driver = 'israel-ties'
const axis = (kind: 'intensity' | 'weight' | 'trend', ...values: number[]): Axis => ({
  quantity: { kind, driver },
  values,
})

const judging = (intensity: Judged, multiplier?: Judged): Scenario => {
  const scenario = baselineScenario()
  const { judgment } = scenario
  const own = { intensity, ...(multiplier ? { multiplier } : {}) }
  return {
    ...scenario,
    judgment: { ...judgment, drivers: { ...judgment.drivers, [driver]: own } },
  }
}

const swept = (scenario: Scenario, quantity: Quantity, value: number, range: SweptRange) =>
  sweptScenario(scenario, [{ quantity, values: [value] }], [value], range)
const intensityAt = (judged: Judged, value: number, range: SweptRange = 'keep') =>
  swept(judging(judged), { kind: 'intensity', driver }, value, range).judgment.drivers[driver]
    ?.intensity
const weightAt = (scenario: Scenario, value: number, range: SweptRange = 'keep') =>
  swept(scenario, { kind: 'weight', driver }, value, range).judgment.drivers[driver]?.multiplier

const judged = (low: number, mode: number, high: number): Judged => ({ low, mode, high })

describe('the combinations of a sweep', () => {
  it('are a full grid, the last moving fastest', () => {
    const axes = [axis('intensity', 0, 1), axis('weight', 1, 2, 4)]
    expect(countCombinations(axes)).toBe(6)
    expect(Array.from({ length: 6 }, (_, index) => combinationAt(axes, index))).toEqual([
      [0, 1],
      [0, 2],
      [0, 4],
      [1, 1],
      [1, 2],
      [1, 4],
    ])
  })
})

describe('a swept range', () => {
  it('keeps its reach to both sides, cut off at the ends of the scale', () => {
    expect(intensityAt(judged(0.3, 0.5, 0.6), 0.4)).toEqual(judged(0.2, 0.4, 0.5))
    expect(intensityAt(judged(0.3, 0.5, 0.6), 0.1)).toEqual(judged(0, 0.1, 0.2))
    expect(intensityAt(judged(0.3, 0.5, 0.6), 1)).toEqual(judged(0.8, 1, 1))
  })

  it('keeps the value asked for to its last digit, and in its range', () => {
    expect(intensityAt(judged(0.5, 0.5, 0.5), 0.33333)).toEqual(judged(0.33333, 0.33333, 0.33333))
    expect(intensityAt(judged(0.4, 0.5, 0.6), 0.33333)).toEqual(judged(0.2333, 0.33333, 0.4333))
    expect(intensityAt(judged(0.49999, 0.5, 0.50001), 0.33337)).toEqual(
      judged(0.33337, 0.33337, 0.3334),
    )
  })

  it('is the value alone where that is asked for', () => {
    expect(intensityAt(judged(0.3, 0.5, 0.6), 0.33333, 'point')).toEqual(
      judged(0.33333, 0.33333, 0.33333),
    )
    const scenario = judging(judged(0, 0, 0), judged(1.5, 2, 3))
    expect(weightAt(scenario, 4, 'point')).toEqual(judged(4, 4, 4))
  })

  it('of a weight is the analyst’s own, or else that of the case, on its scale', () => {
    const scenario = judging(judged(0, 0, 0), judged(1.5, 2, 3))
    expect(weightAt(scenario, 4)).toEqual(judged(3.5, 4, 5))
    expect(weightAt(scenario, 1)).toEqual(judged(1, 1, 2))
    expect(weightAt(scenario, 99.5)).toEqual(judged(99, 99.5, 100))
    const { multiplier } = baselineScenario().case.drivers.find(({ id }) => id === driver) ?? {}
    const { low, mode, high } = multiplier ?? judged(0, 0, 0)
    expect(weightAt(judging(judged(0, 0, 0)), 10)).toEqual(
      judged(10 - (mode - low), 10, 10 + (high - mode)),
    )
  })
})

describe('the title of a swept scenario', () => {
  it('says what was varied', () => {
    const axes = [axis('intensity', 0.35), axis('trend', -1)]
    const { title } = sweptScenario(baselineScenario(), axes, [0.35, -1], 'keep')
    expect(title).toBe('The article’s reading: israel-ties.intensity 0.35, israel-ties.trend -1')
  })

  it('stays as long as a title may be', () => {
    const scenario = { ...baselineScenario(), title: '🙂'.repeat(250) }
    const { title } = sweptScenario(scenario, [axis('weight', 2)], [2], 'keep')
    expect(title).toMatch(/🙂…: israel-ties\.weight 2$/)
    expect(title.length).toBeLessThanOrEqual(500)
  })
})
