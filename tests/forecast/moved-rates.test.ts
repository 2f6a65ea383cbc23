import { describe, expect, it } from 'vitest'
import { articleBaseline } from '../../src/forecast/article-baseline'
import { inputDraws, ratesOfInputs } from '../../src/forecast/hazards'
import { compileModel } from '../../src/forecast/model'
import { lastMonthOf, movedRates } from '../../src/forecast/moved-rates'
import type { Driver, DriverJudgment, Scenario } from '../../src/forecast/scenario'
import { bundledNames, bundledScenario } from '../bundled'
import { chainScenario, exactly } from '../scenarios'

const base = chainScenario({ rungs: 3, rates: { '0>1': 0.2, '1>0': 0.3, '1>2': 0.1 } })

const brake: Driver = {
  id: 'brake',
  label: 'Brake',
  description: '',
  role: 'restrains',
  reference: 0.25,
  multiplier: exactly(9),
  actsOn: ['r1>r2'],
}

/** Tension escalates with weight 4 from 0.5; the brake restrains one move with weight 9 from 0.25. */
const judged = (tension: DriverJudgment, braking: DriverJudgment): Scenario => ({
  ...base,
  case: {
    ...base.case,
    drivers: [...base.case.drivers, brake],
    responses: [
      { id: 'turn', label: 'Turn', description: '', rate: 0.1, drivers: ['brake'], basis: '' },
    ],
  },
  judgment: { ...base.judgment, drivers: { tension, brake: braking } },
})

const multiplesOf = (scenario: Scenario, t: number): number[] =>
  movedRates(scenario, t).map(({ multiple }) => multiple)

const closeTo = (values: readonly number[], expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length)
  for (const [index, value] of values.entries()) expect(value).toBeCloseTo(expected[index] ?? 0, 13)
}

describe('the drivers move a rate from its base rate', () => {
  it('up by M^(x − x̄), down by its inverse, and by the product where two act', () => {
    // Tension 1: 4^½ = 2. Brake ¾: 9^−½ = 1/3 on the one move and on the response.
    const scenario = judged({ intensity: exactly(1) }, { intensity: exactly(0.75) })
    closeTo(multiplesOf(scenario, 0), [2, 1 / 2, 2 / 3, 1 / 3])
    const [, , both] = movedRates(scenario, 0)
    expect(both?.factors.map(({ driver }) => driver)).toEqual(['tension', 'brake'])
    closeTo(both?.factors.map(({ factor }) => factor) ?? [], [2, 1 / 3])
  })

  it('by the most likely values, with the analyst’s own weight in place of the case’s', () => {
    const wide = { low: 0, mode: 1, high: 1 }
    const own = { low: 1, mode: 16, high: 100 }
    const still = { intensity: exactly(0.25) }
    closeTo(multiplesOf(judged({ intensity: wide, multiplier: own }, still), 0), [4, 1 / 4, 4, 1])
  })

  it('as trend and shocks have it at the time asked for, kept within 0 and 1', () => {
    const rising = {
      intensity: exactly(0.5),
      trendPerYear: 0.25,
      shocks: [{ month: 3, change: 0.25, lasts: 6 }],
    }
    const scenario = judged(rising, { intensity: exactly(0.25) })
    closeTo(multiplesOf(scenario, 0), [1, 1, 1, 1])
    // A quarter by the shock and an eighth by half a year of trend: 4^(3/8).
    closeTo(multiplesOf(scenario, 6), [4 ** 0.375, 4 ** -0.375, 4 ** 0.375, 1])
    closeTo(multiplesOf(scenario, 48), [2, 1 / 2, 2, 1])
  })

  it.each(bundledNames())('not at all at the article’s references: %s', (name) => {
    const article = articleBaseline(bundledScenario(name))
    for (const t of [0, lastMonthOf(article)]) {
      for (const { multiple, factors } of movedRates(article, t)) {
        expect(multiple).toBe(1)
        expect(factors.every(({ factor }) => factor === 1)).toBe(true)
      }
    }
  })

  it.each(bundledNames())(
    'as the forecast’s own rates have it where nothing is uncertain: %s',
    (name) => {
      const scenario = withoutDoubt(bundledScenario(name))
      const model = compileModel(scenario)
      const draws = ratesOfInputs(model, 1)
      draws.fill(inputDraws(model, 1)(1, 0))
      const last = model.periods.spans.at(-1)?.period ?? 0
      const ladder = scenario.case.ladder.map(({ id }) => id)
      const multiples = new Map(
        movedRates(scenario, lastMonthOf(scenario)).map(({ id, multiple }) => [id, multiple]),
      )
      for (const [index, { from, to }] of model.moves.entries()) {
        const rate = draws.hazards.moves[last]?.[index]?.[0]
        expect(rate).toBeCloseTo(multiples.get(`${ladder[from]}>${ladder[to]}`) ?? 0, 12)
      }
      for (const [index, { id }] of scenario.case.responses.entries()) {
        expect(draws.hazards.responses[last]?.[index]?.[0]).toBeCloseTo(multiples.get(id) ?? 0, 12)
      }
    },
  )
})

/** Every base rate 1 and every judgment exactly at its most likely value. */
function withoutDoubt(scenario: Scenario): Scenario {
  const { transitions, responses, drivers } = scenario.case
  const known = <T extends { readonly prior?: unknown }>({ prior: _, ...move }: T) => ({
    ...move,
    rate: 1,
  })
  const weightOf = (id: string) => drivers.find((driver) => driver.id === id)?.multiplier.mode ?? 1
  const certain = Object.entries(scenario.judgment.drivers).map(([id, judgment]) => [
    id,
    {
      ...judgment,
      intensity: exactly(judgment.intensity.mode),
      multiplier: exactly(judgment.multiplier?.mode ?? weightOf(id)),
    },
  ])
  return {
    ...scenario,
    case: {
      ...scenario.case,
      transitions: transitions.map(known),
      responses: responses.map(known),
    },
    judgment: { ...scenario.judgment, drivers: Object.fromEntries(certain) },
  }
}
