import { describe, expect, it } from 'vitest'
import { matrixOf } from '../../../src/forecast/plausibility/cross-impacts'
import { plausibilityOf, presentStrains } from '../../../src/forecast/plausibility/plausibility'
import { sayStrains } from '../../../src/forecast/plausibility/words'
import type { Scenario } from '../../../src/forecast/scenario'
import { baselineScenario, bundledNames, bundledScenario } from '../../bundled'
import { consistentByEnumeration } from './enumeration'

const whatIf = (name: string): Scenario => bundledScenario(`iran-azerbaijan-2023-${name}.brink`)

const strainsOf = (scenario: Scenario) => {
  const matrix = matrixOf(scenario.case)
  return matrix ? presentStrains(matrix, scenario) : []
}

describe('what goes together in the bundled case', () => {
  const { crossImpacts, drivers } = baselineScenario().case

  it('is said of every driver, and has the article in the state called so', () => {
    for (const { id, reference } of drivers) {
      const state = crossImpacts?.states[id]?.findLast(({ from }) => from <= reference)
      expect(state?.id).toBe('as-now')
    }
    expect(crossImpacts?.basis).toMatch(/^Judgment/)
    for (const { label } of drivers) expect(crossImpacts?.basis).toContain(label)
  })

  it('scores only what differs: no impact is the same for all states of a driver', () => {
    for (const { to, scores } of crossImpacts?.impacts ?? []) {
      const all = crossImpacts?.states[to]?.map(({ id }) => scores[id] ?? 0) ?? []
      expect(new Set(all).size).toBeGreaterThan(1)
    }
  })

  it('holds for the article’s own reading', () => {
    expect(plausibilityOf(baselineScenario())?.isConsistent).toBe(true)
  })

  it('leaves eight worlds, from a thaw to a war that looks cheap', () => {
    const worlds = consistentByEnumeration(baselineScenario().case).map((world) => world.join(' '))
    expect(worlds).toEqual([
      'low low low low as-now high high',
      'low as-now as-now low as-now high high',
      'as-now low low as-now as-now as-now high',
      'as-now as-now as-now as-now as-now as-now as-now',
      'high as-now as-now high as-now low as-now',
      'high as-now high high as-now low as-now',
      'high high high high low low low',
      'high high high high as-now low low',
    ])
  })

  it('finds everything at once of a piece', () => {
    expect(strainsOf(whatIf('everything-at-once'))).toEqual([])
  })

  it('finds a strike odd beside a Tehran that goes on opening', () => {
    const strains = strainsOf(whatIf('strike-from-azerbaijan'))
    expect(strains.find(({ driver }) => driver === 'normalization')).toMatchObject({
      state: 'as-now',
      better: ['low'],
      because: [{ driver: 'israel-ties', state: 'high', score: 4 }],
    })
  })

  it('says so in words', () => {
    expect(
      sayStrains(whatIf('normalization-holds').case, strainsOf(whatIf('normalization-holds'))),
    ).toBe(
      'These intensities sit oddly together: with Azerbaijan–Israel ties as now, the case expects Tehran’s normalization as now.',
    )
  })

  it('is not said of the other case', () => {
    const others = bundledNames().filter((name) => name.startsWith('mount-spurr'))
    expect(others.length).toBeGreaterThan(0)
    for (const name of others) expect(plausibilityOf(bundledScenario(name))).toBeUndefined()
  })
})
