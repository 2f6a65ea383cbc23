import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsistentCombinations } from '../../../src/forecast/plausibility/consistent-combinations'
import { firmestOf, placeOf, rankOf } from '../../../src/forecast/plausibility/firmness'
import { middleOf, stateAt } from '../../../src/forecast/plausibility/states'

/** Combinations of one driver, each in a state of its own, with these scores. */
const withScores = (scores: readonly number[]): ConsistentCombinations => ({
  count: scores.length,
  driverCount: 1,
  states: Uint8Array.from(scores.keys()),
  totalImpactScores: Float64Array.from(scores),
})

const someScores = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 })

describe('the firmest combinations', () => {
  it('are those that a stable sort by score has first', () => {
    fc.assert(
      fc.property(someScores, fc.nat(50), (scores, most) => {
        const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
        expect(firmestOf(withScores(scores), most)).toEqual(sorted.slice(0, most))
      }),
    )
  })

  it('stand where their rank says', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const consistent = withScores(scores)
        const places = firmestOf(consistent, scores.length)
        expect(places.map((place) => rankOf(consistent, place))).toEqual(
          places.map((_, index) => index + 1),
        )
      }),
    )
  })

  it('are found by their states, where they are there', () => {
    const consistent = withScores([5, 1, 3])
    expect(placeOf(consistent, [1])).toBe(1)
    expect(placeOf(consistent, [7])).toBeUndefined()
  })
})

describe('the middle of a state', () => {
  it('lies in the state, in whole hundredths where there are any', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(bounds, (cuts) => {
        const froms = [0, ...cuts.map((cut) => cut / 10000)].sort((a, b) => a - b)
        const states = froms.map((from, at) => ({ id: `s${at}`, label: '', from }))
        for (const [place, state] of states.entries()) {
          const middle = middleOf(states, place)
          expect(stateAt(states, middle)).toBe(state)
          const end = states[place + 1]?.from ?? 1
          if (end - state.from >= 0.02)
            expect(middle * 100).toBeCloseTo(Math.round(middle * 100), 9)
        }
      }),
    )
  })
})
