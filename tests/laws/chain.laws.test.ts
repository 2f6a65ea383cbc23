import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import type { Driver, Scenario, TransitionId } from '../../src/forecast/scenario'
import { chainScenario, exactly, withEveryRungClaimed, withIntensity, withRun } from '../scenarios'

/** What must hold for every scenario, whatever its numbers. */

const rate = fc.double({ min: 1e-4, max: 20, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })

const normalised = (weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/** Ladders of 2 to 5 rungs with any of their moves, or with moves between neighbours only. */
const chains = (onlyNeighbours: boolean) =>
  fc.integer({ min: 2, max: 5 }).chain((rungs) => {
    const moves: string[] = []
    for (let from = 0; from < rungs; from++) {
      for (let to = 0; to < rungs; to++) {
        if (from !== to && (!onlyNeighbours || Math.abs(from - to) === 1))
          moves.push(`${from}>${to}`)
      }
    }
    return fc
      .record({
        rates: fc.array(rate, { minLength: moves.length, maxLength: moves.length }),
        weights: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
          minLength: rungs,
          maxLength: rungs,
        }),
        months: fc.integer({ min: 1, max: 18 }),
      })
      .map(({ rates, weights, months }) =>
        chainScenario({
          rungs,
          rates: Object.fromEntries(moves.map((move, index) => [move, rates[index] ?? 0])),
          start: normalised(weights),
          months,
        }),
      )
  })

const runs = { numRuns: 150 }
const SLACK = 1e-12

describe('occupancy', () => {
  it('is a distribution over the rungs in every month', () => {
    fc.assert(
      fc.property(chains(false), (scenario) => {
        const { rungs, months } = forecast(scenario)
        for (const month of months) {
          const values = rungs.map(({ mean }) => mean[month] ?? Number.NaN)
          expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 11)
        }
      }),
      runs,
    )
  })
})

describe('reach', () => {
  it('rises with time, falls with the rung, and is at least being there', () => {
    fc.assert(
      fc.property(chains(false), (scenario) => {
        const { reach, atOrAbove, months } = forecast(withEveryRungClaimed(scenario))
        for (const [rung, { mean }] of reach.entries()) {
          for (const month of months) {
            const value = mean[month] ?? Number.NaN
            expect(value).toBeGreaterThanOrEqual((mean[month - 1] ?? 0) - SLACK)
            expect(value).toBeLessThanOrEqual((reach[rung - 1]?.mean[month] ?? 1) + SLACK)
            expect(value).toBeGreaterThanOrEqual((atOrAbove[rung]?.mean[month] ?? 0) - SLACK)
          }
        }
      }),
      runs,
    )
  })

  it('never falls when an escalating driver grows, on a ladder climbed rung by rung', () => {
    fc.assert(
      fc.property(chains(true), share, share, (scenario, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const lower = forecast(withIntensity(scenario, 'tension', exactly(low)))
        const higher = forecast(withIntensity(scenario, 'tension', exactly(high)))
        for (const [rung, { mean }] of higher.reach.entries()) {
          for (const month of higher.months) {
            expect(mean[month]).toBeGreaterThanOrEqual(
              (lower.reach[rung]?.mean[month] ?? 0) - SLACK,
            )
          }
        }
      }),
      runs,
    )
  })
})

describe('reach under uncertainty', () => {
  it('never falls when the range of an escalating driver moves up, with the same points', () => {
    const shift = fc.double({ min: 0, max: 0.3, noNaN: true })
    fc.assert(
      fc.property(chains(true), share, shift, (chain, start, by) => {
        const scenario = withRun(chain, 64)
        const range = (low: number) => ({ low, mode: low + 0.1, high: low + 0.3 })
        const lower = forecast(withIntensity(scenario, 'tension', range(0.4 * start)))
        const higher = forecast(withIntensity(scenario, 'tension', range(0.4 * start + by)))
        for (const [rung, { mean }] of higher.reach.entries()) {
          expect(mean.at(-1)).toBeGreaterThanOrEqual((lower.reach[rung]?.mean.at(-1) ?? 0) - SLACK)
        }
      }),
      { numRuns: 60 },
    )
  })
})

const scaledRates = (scenario: Scenario, factor: number): Scenario => ({
  ...scenario,
  case: {
    ...scenario.case,
    transitions: scenario.case.transitions.map((transition) => ({
      ...transition,
      rate: (transition.rate ?? 0) * factor,
    })),
  },
})

const withMonths = (scenario: Scenario, horizonMonths: number): Scenario => ({
  ...scenario,
  judgment: { ...scenario.judgment, horizonMonths },
})

describe('time', () => {
  it('may be cut finer: half the rates over twice the months come to the same', () => {
    fc.assert(
      fc.property(chains(false), (scenario) => {
        const { horizonMonths } = scenario.judgment
        const whole = forecast(scenario)
        const halves = forecast(withMonths(scaledRates(scenario, 0.5), 2 * horizonMonths))
        for (const month of whole.months) {
          for (const [rung, { mean }] of whole.rungs.entries()) {
            expect(halves.rungs[rung]?.mean[2 * month]).toBeCloseTo(mean[month] ?? 0, 11)
            expect(halves.reach[rung]?.mean[2 * month]).toBeCloseTo(
              whole.reach[rung]?.mean[month] ?? 0,
              11,
            )
          }
        }
      }),
      runs,
    )
  })

  it('may be spent on two rungs that are alike instead of one', () => {
    const plain = { '0>1': 0.5, '1>0': 0.2, '1>2': 0.3, '2>1': 0.6 }
    const split = {
      '0>1': 0.2,
      '0>2': 0.3,
      '1>0': 0.2,
      '2>0': 0.2,
      '1>2': 0.9,
      '2>1': 0.4,
      '1>3': 0.3,
      '2>3': 0.3,
      '3>1': 0.35,
      '3>2': 0.25,
    }
    const one = forecast(chainScenario({ rungs: 3, rates: plain }))
    const two = forecast(chainScenario({ rungs: 4, rates: split }))
    for (const month of one.months) {
      const together = (two.rungs[1]?.mean[month] ?? 0) + (two.rungs[2]?.mean[month] ?? 0)
      expect(together).toBeCloseTo(one.rungs[1]?.mean[month] ?? 0, 12)
      expect(two.reach[3]?.mean[month]).toBeCloseTo(one.reach[2]?.mean[month] ?? 0, 12)
    }
  })
})

const driver = (id: string, role: Driver['role'], actsOn?: readonly TransitionId[]): Driver => ({
  id,
  label: id,
  description: '',
  role,
  reference: 0.4,
  multiplier: { low: 1.5, mode: 2, high: 4 },
  ...(actsOn ? { actsOn } : {}),
})

const uncertain = { low: 0.2, mode: 0.5, high: 0.9 }

const manyDrivers = (order: readonly number[]): Scenario => {
  const base = chainScenario({ rungs: 3, rates: { '0>1': 0.4, '1>2': 0.2, '1>0': 0.3 }, draws: 64 })
  const all = [
    driver('alpha', 'escalates'),
    driver('beta', 'restrains', ['r1>r2']),
    driver('gamma', 'escalates', ['r0>r1', 'r1>r0']),
    driver('delta', 'restrains'),
  ]
  const drivers = order.flatMap((index) => all[index] ?? [])
  return {
    ...base,
    case: { ...base.case, drivers },
    judgment: {
      ...base.judgment,
      drivers: Object.fromEntries(drivers.map(({ id }) => [id, { intensity: uncertain }])),
    },
  }
}

describe('drivers', () => {
  it('may be listed in any order, to the bit', () => {
    const inOrder = forecast(manyDrivers([0, 1, 2, 3]))
    expect(forecast(manyDrivers([2, 0, 3, 1]))).toEqual(inOrder)
    expect(forecast(manyDrivers([3, 2, 1, 0]))).toEqual(inOrder)
  })

  it('multiply nothing at their references, whatever their weights', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100, noNaN: true }), (weight) => {
        const scenario = manyDrivers([0, 1, 2, 3])
        const still = (multiplier: number): Scenario => ({
          ...scenario,
          judgment: {
            ...scenario.judgment,
            drivers: Object.fromEntries(
              scenario.case.drivers.map(({ id, reference }) => [
                id,
                { intensity: exactly(reference), multiplier: exactly(multiplier) },
              ]),
            ),
          },
        })
        expect(forecast(still(weight))).toEqual(forecast(still(1)))
      }),
      { numRuns: 20 },
    )
  })
})

describe('a forecast', () => {
  it('is the same bits for the same file, seed and draws', () => {
    const scenario = manyDrivers([0, 1, 2, 3])
    expect(forecast(scenario)).toEqual(forecast(structuredClone(scenario)))
  })
})
