import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences } from '../../src/forecast/compare/differences'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import type { BaseRateTable } from '../../src/history/base-rate-table'
import { ratesRows } from '../../src/renderer/charts/rates-rows'
import { candidatesFor } from '../../src/renderer/features/rates/class-rows'
import { outcomeOf, sayTrials } from '../../src/renderer/features/rates/trial-words'
import { takeAsKnown } from '../../src/renderer/state/case-edits/change'
import { citeNothing, restOn, setPrior } from '../../src/renderer/state/evidence-edits'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

const table: BaseRateTable = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'src', 'history', 'base-rates.json'), 'utf8'),
)
const scenario = baselineScenario()
const MOVE = 'accusations>diplomatic'
const ONSET = { level: 'dispute', from: 'calm', to: 'any' } as const

const rowIn = (of: Scenario, move: string) => {
  const row = ratesRows(of.case, of.judgment.disputed).find(({ id }) => id === move)
  if (!row) throw new Error(move)
  return row
}
const moveIn = (of: Scenario, move = MOVE) => of.case.transitions.find(({ id }) => id === move)
const candidates = (of: Scenario, weight: number, move = MOVE) =>
  candidatesFor(of, rowIn(of, move), table, ONSET, weight)

describe('what a prior could be', () => {
  it('begins with what it is, then has every class of the move', () => {
    const [present, ...others] = candidates(scenario, 2)
    expect(present?.scenario).toBe(scenario)
    expect(others.map(({ id }) => id)).toEqual(table.classes.map(({ id }) => id))
  })

  it('has the class’s rate a year, and the posterior of its prior with the evidence', () => {
    const found = candidates(scenario, 2).find(({ id }) => id === 'land-neighbours')
    // 0.006 168 6 a month after borrowing: 2 events in 324.22 months; two counted in 5.2.
    expect(found?.before.mean).toBeCloseTo(12 * 0.0061686, 5)
    expect(moveIn(found?.scenario ?? scenario)?.prior?.events).toBe(2)
    expect(moveIn(found?.scenario ?? scenario)?.prior?.months).toBeCloseTo(2 / 0.0061686, 1)
    expect(found?.after.mean).toBeCloseTo((12 * 4) / (2 / 0.0061686 + 5.2), 4)
    expect(found?.before.p05).toBeLessThan(found?.before.mean ?? 0)
    expect(found?.before.p95).toBeGreaterThan(found?.before.mean ?? 0)
  })

  it('is forecast with no more than 4,096 draws, as is the one beside it', () => {
    expect(candidates(withRun(scenario, 4096), 1).map((each) => each.scenario.run.draws)).toEqual(
      Array(8).fill(4096),
    )
    const many = candidates(withRun(scenario, 100_000), 1)
    expect(many.map((each) => each.scenario.run.draws)).toEqual(Array(8).fill(4096))
    const words = sayTrials(withRun(scenario, 100_000), 'An event', 4096)
    expect(words).toContain('at 4,096 of the 100,000 draws')
    expect(sayTrials(scenario, 'An event', 4096)).not.toContain('draws')
  })

  it('knows which is cited, and which is in use to the digit', () => {
    const prior = moveIn(
      candidates(scenario, 2).find(({ id }) => id === 'rivals')?.scenario ?? scenario,
    )?.prior ?? { events: 1, months: 1 }
    const used = restOn(scenario, MOVE, prior, { class: 'rivals', ...ONSET })
    const marks = (of: Scenario, weight: number) =>
      candidates(of, weight).flatMap(({ ofClass, isCited, isInUse }) =>
        ofClass && isCited ? [[ofClass.each.id, isInUse]] : [],
      )
    expect(marks(scenario, 2)).toEqual([])
    expect(marks(used, 2)).toEqual([['rivals', true]])
    expect(marks(used, 3)).toEqual([['rivals', false]])
    expect(marks(setPrior(used, MOVE, { events: 2, months: 9 }), 2)).toEqual([['rivals', false]])
  })

  it('says the chance, the band and the verdict of the event that is followed', () => {
    const run = { scenario, forecast: forecast(scenario) }
    expect(outcomeOf(run, 'no-direct-confrontation')).toEqual({
      chance: '2.2\u202f%',
      band: '0–9\u202f%',
      verdict: 'agrees, more firmly',
    })
    // Of no claim of the article: 83 % would be called “very likely” in ICD 203.
    expect(outcomeOf(run, 'reach accusations')?.verdict).toMatch(/^“.+”$/)
  })
})

describe('a prior that rests on a class', () => {
  const reference = { class: 'rivals', ...ONSET }
  const used = restOn(scenario, MOVE, { events: 2, months: 99 }, reference)

  it('takes the place of the one before, and leaves the basis and everything else', () => {
    expect(moveIn(used)).toEqual({
      ...moveIn(scenario),
      prior: { events: 2, months: 99 },
      reference,
    })
    expect(used.judgment).toBe(scenario.judgment)
    expect(used.case.evidence).toBe(scenario.case.evidence)
  })

  it('takes the place of a known rate too', () => {
    const known = {
      ...scenario,
      case: { ...scenario.case, transitions: scenario.case.transitions.map(takeAsKnown) },
    }
    expect(known.case.transitions.some((each) => 'reference' in each)).toBe(false)
    const after = moveIn(restOn(known, MOVE, { events: 1, months: 9 }, reference))
    expect(after).not.toHaveProperty('rate')
    expect(after).toMatchObject({ prior: { events: 1, months: 9 }, reference })
  })

  it('goes on citing it with other numbers, until it is to cite none', () => {
    const edited = setPrior(used, MOVE, { events: 5, months: 10 })
    expect(moveIn(edited)?.reference).toEqual(reference)
    const none = moveIn(citeNothing(edited, MOVE))
    expect(none).toEqual({ ...moveIn(scenario), prior: { events: 5, months: 10 } })
    expect(none).not.toHaveProperty('reference')
  })

  it('is told of where scenarios are compared', () => {
    const same = setPrior(scenario, MOVE, { events: 2, months: 99 })
    const found = differences([same, used]).find(({ label }) => label.startsWith('Base rate'))
    expect(found?.values).toEqual([
      '2 in 99 months, watched 5.2',
      '2 in 99 months, resting on rivals (disputes, calm → any), watched 5.2',
    ])
  })
})
