import { describe, expect, it } from 'vitest'
import { compareScenarios, seriesOfEvent } from '../../../src/forecast/compare/compare'
import { differences } from '../../../src/forecast/compare/differences'
import { forecast } from '../../../src/forecast/forecast'
import type { Scenario } from '../../../src/forecast/scenario'
import { baselineScenario, bundledScenario } from '../../bundled'
import { chainScenario, withEveryRungClaimed, withRun } from '../../scenarios'

const baseline = withRun(baselineScenario(), 128)
const corridor = withRun(bundledScenario('iran-azerbaijan-2023-corridor-forced.brink'), 128)
const compared = (...scenarios: Scenario[]) =>
  scenarios.map((scenario) => ({ scenario, forecast: forecast(scenario) }))

const withJudgment = (scenario: Scenario, change: Partial<Scenario['judgment']>): Scenario => ({
  ...scenario,
  judgment: { ...scenario.judgment, ...change },
})

describe('a comparison', () => {
  it('puts each forecast and verdict at the horizon beside the others', () => {
    const sides = compared(baseline, corridor)
    const { months, claims, rungs, apart } = compareScenarios(sides)
    expect(months).toBe(12)
    expect(apart).toEqual([])
    expect(claims.map(({ id }) => id)).toEqual(baseline.case.conclusion.map(({ id }) => id))
    const war = claims.find(({ id }) => id === 'no-direct-confrontation')
    for (const [index, side] of sides.entries()) {
      const own = side.forecast.conclusion.find(({ id }) => id === 'no-direct-confrontation')
      expect(war?.cells[index]?.mean).toBe(own?.mean[12])
      expect(war?.cells[index]?.verdict).toBe(own?.verdict)
    }
    expect(rungs).toHaveLength(5)
    for (const side of [0, 1]) {
      const sum = rungs.reduce((all, { cells }) => all + (cells[side]?.mean ?? Number.NaN), 0)
      expect(sum).toBeCloseTo(1, 9)
    }
  })

  it('is at the nearest horizon, and says so', () => {
    const near = withJudgment(corridor, { horizonMonths: 4, yardstick: 'ipcc' })
    const sides = compared(baseline, near)
    const { months, claims, apart } = compareScenarios(sides)
    expect(months).toBe(4)
    expect(claims[1]?.cells[0]?.mean).toBe(sides[0]?.forecast.conclusion[1]?.mean[4])
    expect(apart.join(' ')).toMatch(/tables are at 4 months.*different yardsticks/)
  })

  it('does not count as a difference that another case has no such thing', () => {
    const other = chainScenario({ rungs: 2, rates: { '0>1': 0.1 } })
    const pair = differences([baseline, corridor])
    const withOther = differences([baseline, corridor, other])
    const labels = (found: typeof pair, part: string) =>
      found.filter((each) => each.part === part).map(({ label }) => label)
    for (const part of ['driver', 'start', 'evidence']) {
      expect(labels(withOther, part)).toEqual(labels(pair, part))
    }
  })

  it('of other cases keeps to what they share, and says the rest', () => {
    const other = withEveryRungClaimed(chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }))
    const sides = compared(baseline, other)
    const { claims, rungs, apart, differences: found } = compareScenarios(sides)
    expect(claims.filter(({ cells }) => cells.every((cell) => cell !== null))).toEqual([])
    expect(rungs).toHaveLength(7)
    expect(rungs[0]?.cells[1]).toBeNull()
    expect(apart[0]).toBe(
      '“Test” is of another case, Test: it shares no rung, driver or claim with the first.',
    )
    expect(apart[1]).toMatch(/different dates/)
    expect(found.filter(({ part }) => part === 'driver')).toEqual([])
    const event = { kind: 'reach', rung: 'confrontation' } as const
    const [series, none] = seriesOfEvent(sides, event)
    expect(series?.mean).toHaveLength(13)
    expect(none).toBeNull()
  })
})

describe('what differs', () => {
  it('is nothing between a scenario and itself, whatever the order of its fields', () => {
    const { driver, ...rest } = { driver: baseline.case.drivers[0], ...baseline.case }
    const reordered = {
      ...baseline,
      case: { ...rest, drivers: rest.drivers.map((each) => ({ ...each })) },
    }
    expect(driver).toBeDefined()
    expect(differences([baseline, reordered])).toEqual([])
  })

  it('names intensity, shocks, start, evidence and settings in the analyst’s words', () => {
    const changed = withJudgment(withRun(corridor, 256, 9), {
      start: { accusations: 0.25, diplomatic: 0.75 },
      disputed: ['lull'],
    })
    const found = differences([baseline, changed])
    const values = (label: RegExp) => found.find((line) => label.test(line.label))?.values
    expect(values(/Corridor disputes: intensity/)).toEqual(['55 (40–75)', '60 (45–80)'])
    expect(values(/Corridor disputes: shocks/)?.[0]).toBe('none')
    expect(values(/Corridor disputes: shocks/)?.[1]).toMatch(/^\+\d+ from month \d/)
    expect(values(/Starts on Accusations/)).toEqual(['50\u202f%', '25\u202f%'])
    expect(values(/^Evidence/)).toEqual(['accepted', 'disputed'])
    expect(values(/Draws/)).toEqual(['128', '256'])
    expect(values(/Seed/)).toEqual(['1', '9'])
    expect(found.some(({ label }) => /Cost of war/.test(label))).toBe(false)
  })

  it('names an edited base rate, and an entry that only one case has', () => {
    const [first, ...rest] = baseline.case.transitions
    if (!first) throw new Error('no transition')
    const edited: Scenario = {
      ...baseline,
      case: {
        ...baseline.case,
        transitions: [{ ...first, prior: { events: 3, months: 12 } }, ...rest],
        evidence: baseline.case.evidence.slice(1),
      },
    }
    const found = differences([baseline, edited])
    expect(found.find(({ label }) => label.startsWith('Base rate'))?.values).toEqual([
      '2 in 12 months',
      '3 in 12 months',
    ])
    expect(found.find(({ label }) => label.includes('“nuclear-archive”'))?.values).toEqual([
      'there',
      '–',
    ])
  })
})
