import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  combinationAt,
  consistentCombinations,
} from '../../src/forecast/plausibility/consistent-combinations'
import {
  balancesOf,
  type CrossImpactMatrix,
  matrixOf,
} from '../../src/forecast/plausibility/cross-impacts'
import { judgeCombination } from '../../src/forecast/plausibility/plausibility'
import type { CrossImpacts, DriverState } from '../../src/forecast/scenario'
import { chainScenario, withCrossImpacts } from '../scenarios'

/**
 * What must hold for every matrix of cross-impacts. Scores are kept in whole tenths, so that
 * what is added up by hand is exact and what the model adds up is not.
 */

/** `from driver`, `its state`, `to driver`, `its state` to tenths. */
type Tenths = (from: number, state: number, to: number, target: number) => number

interface Matrix {
  readonly stateCounts: readonly number[]
  readonly tenths: Tenths
}

const scenarioOf = ({ stateCounts, tenths }: Matrix) => {
  const statesOf = (count: number): DriverState[] =>
    Array.from({ length: count }, (_, at) => ({ id: `s${at}`, label: 's', from: at / count }))
  const indices = stateCounts.map((_, driver) => driver)
  const crossImpacts: CrossImpacts = {
    basis: '',
    states: Object.fromEntries(stateCounts.map((count, d) => [`d${d}`, statesOf(count)])),
    impacts: indices.flatMap((from) =>
      statesOf(stateCounts[from] ?? 0).flatMap(({ id }, state) =>
        indices
          .filter((to) => to !== from)
          .map((to) => ({
            from: `d${from}`,
            state: id,
            to: `d${to}`,
            scores: Object.fromEntries(
              statesOf(stateCounts[to] ?? 0).map((target, at) => [
                target.id,
                tenths(from, state, to, at) / 10,
              ]),
            ),
          })),
      ),
    ),
  }
  return withCrossImpacts(chainScenario({ rungs: 2, rates: {} }), crossImpacts)
}

const matrixFrom = (matrix: Matrix): CrossImpactMatrix =>
  matrixOf(scenarioOf(matrix).case) as CrossImpactMatrix

/** All scores from a list, one after the other; few different ones, so that there are ties. */
const matrices: fc.Arbitrary<Matrix> = fc
  .tuple(
    fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 2, maxLength: 4 }),
    fc.array(fc.constantFrom(-30, -10, -3, 0, 0, 1, 2, 3, 20), {
      minLength: 144,
      maxLength: 144,
    }),
  )
  .map(([stateCounts, scores]) => ({
    stateCounts,
    tenths: (from, state, to, target) =>
      from === to ? 0 : (scores[((from * 3 + state) * 4 + to) * 3 + target] ?? 0),
  }))

const allCombinations = (stateCounts: readonly number[]): number[][] =>
  stateCounts.reduce<number[][]>(
    (combinations, count) =>
      combinations.flatMap((some) => Array.from({ length: count }, (_, state) => [...some, state])),
    [[]],
  )

const handBalances = ({ stateCounts, tenths }: Matrix, combination: readonly number[]) =>
  stateCounts.map((count, to) =>
    Array.from({ length: count }, (_, target) =>
      combination.reduce((sum, state, from) => sum + tenths(from, state, to, target), 0),
    ),
  )

const byHand = (matrix: Matrix) =>
  allCombinations(matrix.stateCounts).flatMap((combination) => {
    const balances = handBalances(matrix, combination)
    const chosen = balances.map((row, d) => row[combination[d] ?? 0] ?? Number.NaN)
    return balances.every((row, d) => Math.max(...row) === chosen[d])
      ? [{ combination, total: chosen.reduce((sum, balance) => sum + balance, 0) / 10 }]
      : []
  })

const found = (matrix: Matrix) => {
  const consistent = consistentCombinations(matrixFrom(matrix))
  return Array.from({ length: consistent.count }, (_, place) => ({
    combination: Array.from(combinationAt(consistent, place)),
    total: consistent.totalImpactScores[place] ?? Number.NaN,
  }))
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.filter((state, driver) => state !== b[driver]).length

const runs = { numRuns: 300 }

describe('consistent combinations', () => {
  it('are those that trying every one of them by hand finds', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const expected = byHand(matrix)
        const consistent = found(matrix)
        expect(consistent.map(({ combination }) => combination)).toEqual(
          expected.map(({ combination }) => combination),
        )
        for (const [place, { total }] of consistent.entries()) {
          expect(total).toBeCloseTo(expected[place]?.total ?? Number.NaN, 11)
        }
      }),
      runs,
    )
  })

  it('stay the same when one state favours all states of another driver by as much more', () => {
    const place = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3))
    fc.assert(
      fc.property(matrices, place, fc.integer({ min: -30, max: 30 }), (matrix, row, more) => {
        const [from, state, to] = row.map((at, n) =>
          n === 1 ? at : at % matrix.stateCounts.length,
        )
        const shifted: Matrix = {
          ...matrix,
          tenths: (...at) => {
            const isInRow = at[0] === from && at[1] === state && at[2] === to && from !== to
            return matrix.tenths(...at) + (isInRow ? more : 0)
          },
        }
        expect(found(shifted).map(({ combination }) => combination)).toEqual(
          found(matrix).map(({ combination }) => combination),
        )
      }),
      runs,
    )
  })

  it('are all there are where nothing bears on anything', () => {
    const nothing: Matrix = { stateCounts: Array(10).fill(4), tenths: () => 0 }
    const { count, totalImpactScores } = consistentCombinations(matrixFrom(nothing))
    expect(count).toBe(4 ** 10)
    expect(totalImpactScores.every((total) => total === 0)).toBe(true)
  })
})

describe('balances', () => {
  it('are linear in the scores', () => {
    const factor = fc.integer({ min: -5, max: 5 })
    fc.assert(
      fc.property(matrices, matrices, factor, factor, (one, other, a, b) => {
        // Times ten, scores are whole, and so are exact.
        const whole = (tenths: Tenths): Matrix => ({
          stateCounts: one.stateCounts,
          tenths: (...at) => 10 * tenths(...at),
        })
        const mixed = whole((...at) => a * one.tenths(...at) + b * other.tenths(...at))
        for (const combination of allCombinations(one.stateCounts)) {
          const first = balancesOf(matrixFrom(whole(one.tenths)), combination)
          const second = balancesOf(matrixFrom(whole(other.tenths)), combination)
          const sum = first.map((row, d) =>
            row.map((balance, s) => a * balance + b * (second[d]?.[s] ?? Number.NaN) + 0),
          )
          expect(balancesOf(matrixFrom(mixed), combination)).toEqual(sum)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a judged combination', () => {
  it('is strained by what its balances lack, and the pulls on it make up for it', () => {
    fc.assert(
      fc.property(matrices, fc.nat(80), (matrix, pick) => {
        const all = allCombinations(matrix.stateCounts)
        const combination = all[pick % all.length] ?? []
        const { strains, isConsistent } = judged(matrix, combination)
        const balances = handBalances(matrix, combination)
        const lacks = balances.map((row, d) => Math.max(...row) - (row[combination[d] ?? 0] ?? 0))
        expect(isConsistent).toBe(Math.max(...lacks) === 0)
        expect(strains.map(({ driver }) => driver).sort()).toEqual(
          lacks.flatMap((lack, d) => (lack > 0 ? [`d${d}`] : [])),
        )
        for (const { driver, better, by, because } of strains) {
          const d = Number(driver.slice(1))
          const row = balances[d] ?? []
          expect(by).toBeCloseTo((lacks[d] ?? 0) / 10, 11)
          expect(better).toEqual(
            row.flatMap((balance, s) => (balance === Math.max(...row) ? [`s${s}`] : [])),
          )
          const pulls = because.map(({ score }) => score)
          expect(pulls.reduce((sum, score) => sum + score, 0)).toBeGreaterThan(by - 1e-11)
          expect(pulls).toEqual([...pulls].sort((a, b) => b - a))
          expect(because.map((pull) => pull.driver)).not.toContain(driver)
        }
        const sizes = strains.map(({ by }) => by)
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      }),
      runs,
    )
  })

  it('has for its nearest all consistent ones at the least distance, best supported first', () => {
    fc.assert(
      fc.property(matrices, fc.nat(80), (matrix, pick) => {
        const all = allCombinations(matrix.stateCounts)
        const present = all[pick % all.length] ?? []
        const consistent = byHand(matrix).map(({ combination }) => combination)
        const least = Math.min(...consistent.map((other) => distance(present, other)))
        const { nearest } = judged(matrix, present)
        const names = nearest.map(({ combination }) =>
          combination.map(({ state }) => state).join(' '),
        )
        expect(names.sort()).toEqual(
          consistent
            .filter((other) => distance(present, other) === least)
            .map((other) => other.map((state) => `s${state}`).join(' '))
            .sort(),
        )
        expect(nearest.every(({ changes }) => changes.length === least)).toBe(true)
        const totals = nearest.map(({ totalImpactScore }) => totalImpactScore)
        expect(totals).toEqual([...totals].sort((a, b) => b - a))
      }),
      runs,
    )
  })
})

const judged = (matrix: Matrix, combination: readonly number[]) => {
  const indexed = matrixFrom(matrix)
  return judgeCombination(
    { matrix: indexed, consistent: consistentCombinations(indexed) },
    combination.map((state, driver) => ({ driver: `d${driver}`, state: `s${state}` })),
  )
}
