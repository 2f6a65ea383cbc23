import { describe, expect, it } from 'vitest'
import { sobolIndex } from '../../../src/forecast/explain/sobol-indices'
import { spreadOf } from '../../../src/forecast/explain/spread'
import { saySpread } from '../../../src/forecast/explain/words'
import { fillLogits, REPLICATES } from '../../../src/forecast/sampling/draws'
import type { Scenario } from '../../../src/forecast/scenario'
import { bundledScenario } from '../../bundled'
import { exactly } from '../../scenarios'
import { finished } from './steps'
import { twoRungs, WAR } from './two-rungs'

/** Points in the unit cube, per dimension; two sets that have nothing to do with each other. */
function points(dimensions: number, count: number, seed: number) {
  const column = (dimension: number): Float64Array => {
    const logits = new Float64Array(count)
    fillLogits(logits, dimension, seed, 0)
    return logits.map((logit) => 1 / (1 + Math.exp(-logit)))
  }
  const set = (first: number) => Array.from({ length: dimensions }, (_, d) => column(first + d))
  return { first: set(0), second: set(dimensions) }
}

/** The indices of every input of a function on the unit cube. */
function indicesOf(
  model: (u: readonly number[]) => number,
  dimensions: number,
  count: number,
  seed = 1,
) {
  const { first, second } = points(dimensions, count, seed)
  const outcomes = (isSecond: (d: number) => boolean): Float64Array =>
    Float64Array.from({ length: count }, (_, point) =>
      model(first.map((column, d) => (isSecond(d) ? second[d] : column)?.[point] ?? 0)),
    )
  const [a, b] = [outcomes(() => false), outcomes(() => true)]
  return first.map((_, input) =>
    sobolIndex({ a, b, mixed: outcomes((d) => d === input) }, REPLICATES),
  )
}

const ishigami = (u: readonly number[]): number => {
  const [x = 0, y = 0, z = 0] = u.map((share) => Math.PI * (2 * share - 1))
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
}

/** Of Ishigami and Homma's function with a = 7, b = 0.1, from its variance in closed form. */
const ISHIGAMI = (() => {
  const [a, b, pi] = [7, 0.1, Math.PI]
  const first = 0.5 * (1 + (b * pi ** 4) / 5) ** 2
  const second = a ** 2 / 8
  const both = b ** 2 * pi ** 8 * (1 / 18 - 1 / 50)
  const all = first + second + both
  return {
    first: [first / all, second / all, 0],
    total: [(first + both) / all, second / all, both / all],
  }
})()

const WEIGHTS = [0, 1, 4.5, 9, 99, 99, 99, 99]

/** Sobol's g-function. */
const g = (u: readonly number[]): number =>
  WEIGHTS.reduce((product, a, d) => (product * (Math.abs(4 * (u[d] ?? 0) - 2) + a)) / (1 + a), 1)

const G = (() => {
  const parts = WEIGHTS.map((a) => 1 / (3 * (1 + a) ** 2))
  const all = parts.reduce((product, part) => product * (1 + part), 1)
  return {
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => ((all / (1 + part)) * part) / (all - 1)),
  }
})()

describe('Sobol indices', () => {
  it.each([
    ['Ishigami’s function', ishigami, 3, ISHIGAMI],
    ['Sobol’s g-function', g, 8, G],
  ] as const)('of %s are those known', (_, model, dimensions, known) => {
    for (const [input, index] of indicesOf(model, dimensions, 16_384).entries()) {
      expect(Math.abs(index.first - (known.first[input] ?? Number.NaN))).toBeLessThan(0.01)
      expect(Math.abs(index.total - (known.total[input] ?? Number.NaN))).toBeLessThan(0.01)
    }
  })

  it('say how sure they are: about 95 % of the intervals hold what is known', () => {
    let held = 0
    let all = 0
    for (let seed = 1; seed <= 60; seed++) {
      for (const [input, index] of indicesOf(ishigami, 3, 1024, seed).entries()) {
        const [first, total] = [ISHIGAMI.first[input] ?? 0, ISHIGAMI.total[input] ?? 0]
        held += Number(index.firstInterval[0] <= first && first <= index.firstInterval[1])
        held += Number(index.totalInterval[0] <= total && total <= index.totalInterval[1])
        all += 2
      }
    }
    expect(held / all).toBeGreaterThan(0.9)
    expect(held / all).toBeLessThan(0.995)
  })

  it('are 0 where nothing varies', () => {
    for (const { first, total } of indicesOf(() => 0.3, 2, 256)) {
      expect([first, total]).toEqual([0, 0])
    }
  })
})

describe('where the width of a band comes from', () => {
  it('is all of the only uncertain input', () => {
    const scenario = twoRungs(0.01, [{ id: 'a', intensity: { low: 0.2, mode: 0.5, high: 0.8 } }])
    const spread = finished(spreadOf(scenario, WAR))
    expect(spread.inputs).toHaveLength(1)
    expect(spread.inputs[0]).toMatchObject({ kind: 'driver', id: 'a' })
    expect(spread.inputs[0]?.first).toBeCloseTo(1, 2)
    expect(spread.inputs[0]?.total).toBeCloseTo(1, 2)
    expect(spread).toMatchObject({ baseRates: 0 })
    expect(spread.drivers).toBeCloseTo(1, 9)
  })

  it('is in closed form where the chance is a product of two', () => {
    // So rare that p is the rate times the months: Gamma(4) times 4^(x − 1/2), x = PERT(0, 1/2, 1).
    const certain = twoRungs(0, [{ id: 'a', intensity: { low: 0, mode: 0.5, high: 1 } }])
    const [move] = certain.case.transitions
    if (!move) throw new Error('no way up')
    const { rate: _, ...base } = move
    const scenario: Scenario = {
      ...certain,
      case: {
        ...certain.case,
        transitions: [{ ...base, prior: { events: 4, months: 4e6 } }],
      },
    }
    const gamma = 1 / 4
    const driver = squaredVariation((x) => 4 ** (x - 0.5))
    const all = (1 + gamma) * (1 + driver) - 1
    const spread = finished(spreadOf(scenario, WAR))
    const of = (id: string) => spread.inputs.find((input) => input.id === id)
    expect(Math.abs((of('r0>r1')?.first ?? 0) - gamma / all)).toBeLessThan(0.015)
    expect(Math.abs((of('r0>r1')?.total ?? 0) - (gamma + gamma * driver) / all)).toBeLessThan(0.015)
    expect(Math.abs((of('a')?.first ?? 0) - driver / all)).toBeLessThan(0.015)
    expect(Math.abs((of('a')?.total ?? 0) - (driver + gamma * driver) / all)).toBeLessThan(0.015)
    expect(Math.abs(spread.baseRates - gamma / all)).toBeLessThan(0.015)
    expect(Math.abs(spread.drivers - driver / all)).toBeLessThan(0.015)
    expect(spread.baseRates + spread.drivers + spread.together).toBeCloseTo(1, 9)
  })

  it('of the bundled baseline comes mostly from the base rates, and adds up', () => {
    const scenario = bundledScenario('iran-azerbaijan-2023-baseline.brink')
    const { inputs, baseRates, drivers, together, standardDeviation } = finished(
      spreadOf(scenario, { kind: 'reach', rung: 'confrontation' }),
    )
    expect(inputs).toHaveLength(7 + 8)
    expect(inputs[0]?.id).toBe('diplomatic>show-of-force')
    expect(baseRates).toBeGreaterThan(0.7)
    expect(baseRates + drivers + together).toBeCloseTo(1, 9)
    expect(standardDeviation).toBeGreaterThan(0.03)
    for (const { first, total, firstInterval, totalInterval } of inputs) {
      expect(first).toBeLessThan(total + 0.02)
      expect(firstInterval[0]).toBeLessThanOrEqual(first)
      expect(totalInterval[1]).toBeGreaterThanOrEqual(total)
    }
  })

  it('is nothing where every draw agrees, however uncertain the drivers are', () => {
    const scenario = twoRungs(0.01, [{ id: 'a', intensity: { low: 0.2, mode: 0.5, high: 0.8 } }])
    const arrived = { ...scenario, judgment: { ...scenario.judgment, start: { r1: 1 } } }
    const spread = finished(spreadOf(arrived, WAR))
    expect(spread).toMatchObject({ standardDeviation: 0, baseRates: 0, drivers: 0, together: 0 })
    expect(saySpread(spread)).toMatch(/^All draws agree/)
  })

  it('is nothing where nothing is uncertain', () => {
    const spread = finished(spreadOf(twoRungs(0.01, [{ id: 'a', intensity: exactly(0.6) }]), WAR))
    expect(spread).toMatchObject({ inputs: [], baseRates: 0, drivers: 0, together: 0 })
  })
})

/** Variance over squared mean of a function of PERT(0, 1/2, 1), which is Beta(3, 3): 30 x² (1 − x)². */
function squaredVariation(of: (x: number) => number): number {
  const steps = 20_000
  let [mean, square] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const x = (step + 0.5) / steps
    const weight = (30 * x ** 2 * (1 - x) ** 2) / steps
    mean += weight * of(x)
    square += weight * of(x) ** 2
  }
  return square / mean ** 2 - 1
}
