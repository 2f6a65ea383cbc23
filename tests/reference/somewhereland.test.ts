import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  combinationAt,
  consistentCombinations,
} from '../../src/forecast/plausibility/consistent-combinations'
import { balancesOf, matrixOf } from '../../src/forecast/plausibility/cross-impacts'
import { plausibilityOf } from '../../src/forecast/plausibility/plausibility'
import type { CrossImpact, CrossImpacts, Scenario } from '../../src/forecast/scenario'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { readScenario } from '../bundled'
import { chainScenario, withCrossImpacts, withStates } from '../scenarios'

/** The example that the method was published with: a country's six descriptors and their states. */

interface Published {
  readonly descriptors: Readonly<Record<string, readonly string[]>>
  readonly consistent: readonly { states: readonly string[]; totalImpactScore: number }[]
  readonly inconsistentExample: {
    readonly states: readonly string[]
    readonly balances: Readonly<Record<string, readonly number[]>>
  }
}

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const published = JSON.parse(textOf('somewhereland.json')) as Published

/** States are named after their descriptor: `A2` is a state of `A`. */
const driverOf = (state: string): string => state.charAt(0)

const inLowerCase = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase())

function readMatrix(): readonly CrossImpact[] {
  const [header = '', ...rows] = textOf('somewhereland.csv').trim().toLowerCase().split('\n')
  const [, ...columns] = header.split(',')
  return rows.flatMap((row) => {
    const [state = '', ...scores] = row.split(',')
    const entries = columns.map((column, at) => [column, Number(scores[at])] as const)
    const targets = [...new Set(columns.map(driverOf))].filter((to) => to !== driverOf(state))
    return targets.map((to) => ({
      from: driverOf(state),
      state,
      to,
      scores: Object.fromEntries(entries.filter(([column]) => driverOf(column) === to)),
    }))
  })
}

function somewhereland(): Scenario {
  const states = Object.entries(published.descriptors).map(([name, states]) => [
    name.toLowerCase(),
    inLowerCase(states).map((id, at) => ({ id, label: id, from: at / states.length })),
  ])
  const crossImpacts: CrossImpacts = {
    basis: 'Weimer-Jehle 2006',
    states: Object.fromEntries(states),
    impacts: readMatrix(),
  }
  const scenario = withCrossImpacts(chainScenario({ rungs: 2, rates: {} }), crossImpacts)
  return readScenario(serializeScenario(scenario))
}

const scenario = somewhereland()
const matrix = matrixOf(scenario.case)
if (!matrix) throw new Error('no matrix')

const example = inLowerCase(published.inconsistentExample.states)

describe('Somewhereland', () => {
  it('has the ten consistent combinations that were published, with their total impact scores', () => {
    const consistent = consistentCombinations(matrix)
    const found = Array.from({ length: consistent.count }, (_, place) => {
      const combination = combinationAt(consistent, place)
      const states = matrix.drivers.map(({ states }, d) => states[combination[d] ?? 0]?.id)
      return `${states.join(' ')}: ${consistent.totalImpactScores[place]}`
    })
    const expected = published.consistent.map(
      ({ states, totalImpactScore }) => `${inLowerCase(states).join(' ')}: ${totalImpactScore}`,
    )
    expect(expected).toHaveLength(10)
    expect(found.sort()).toEqual(expected.sort())
  })

  it('has the published balances in the example that is not consistent', () => {
    const indices = matrix.drivers.map(({ states }, d) =>
      states.findIndex(({ id }) => id === example[d]),
    )
    expect(balancesOf(matrix, indices)).toEqual(
      Object.values(published.inconsistentExample.balances),
    )
  })

  it.each(published.consistent)('$states is its own nearest, without a strain', ({ states }) => {
    const plausibility = plausibilityOf(withStates(scenario, inLowerCase(states)))
    expect(plausibility).toMatchObject({
      isConsistent: true,
      strains: [],
      nearest: [{ changes: [] }],
    })
    expect(plausibility?.combination.map(({ state }) => state)).toEqual(inLowerCase(states))
  })

  // The pulls are read off the columns D1 and D2 of the rows F1, A2 and C3.
  it('strains the example in one descriptor, and two combinations are as near', () => {
    const plausibility = plausibilityOf(withStates(scenario, example))
    expect(plausibility?.strains).toEqual([
      {
        driver: 'd',
        state: 'd1',
        balance: -7,
        better: ['d2'],
        by: 14,
        because: [
          { driver: 'f', state: 'f1', score: 6 },
          { driver: 'a', state: 'a2', score: 4 },
          { driver: 'c', state: 'c3', score: 4 },
        ],
      },
    ])
    expect(plausibility?.isConsistent).toBe(false)
    expect(plausibility?.nearest).toMatchObject([
      { changes: [{ state: 'd2' }, { state: 'e2' }], totalImpactScore: 17 },
      { changes: [{ state: 'a3' }, { state: 'd2' }], totalImpactScore: 9 },
    ])
  })
})
