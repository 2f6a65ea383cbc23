import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  CrossImpact,
  CrossImpacts,
  DriverState,
  PriorReference,
} from '../../src/forecast/scenario'
import { parseScenario } from '../../src/scenario-file/parse'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario, bundledText, readScenario } from '../bundled'
import { chainScenario, withCrossImpacts, withIntensity } from '../scenarios'

const judged = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1000), fc.nat(1000))
  .map(([low, up, more]) => {
    const mode = low + ((1 - low) * up) / 1000
    return { low, mode, high: mode + ((1 - mode) * more) / 1000 }
  })

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/).filter((name) => name !== 'prototype')

const driverWithStates = fc.tuple(id, fc.uniqueArray(id, { minLength: 2, maxLength: 7 }))

const scoreOrNone = fc.option(fc.double({ min: -3, max: 3, noNaN: true }).map((score) => score + 0))

const scaleOf = (names: readonly string[], label: string): DriverState[] =>
  names.map((name, at) => ({ id: name, label, from: at / names.length }))

/** Impacts of every state on every other driver, with some of their scores left out. */
function impactsAmong(
  drivers: readonly (readonly [string, readonly string[]])[],
  scores: readonly (number | null)[],
): CrossImpact[] {
  let drawn = 0
  const scoresOf = (states: readonly string[]) =>
    states.flatMap((state) => {
      const score = scores[drawn++ % scores.length] ?? null
      return score === null ? [] : [[state, score] as const]
    })
  return drivers.flatMap(([from, states]) =>
    states.flatMap((state) =>
      drivers
        .filter(([to]) => to !== from)
        .map(([to, targets]) => ({
          from,
          state,
          to,
          scores: Object.fromEntries(scoresOf(targets)),
        })),
    ),
  )
}

const crossImpacts: fc.Arbitrary<CrossImpacts> = fc
  .record({
    drivers: fc.uniqueArray(driverWithStates, {
      minLength: 2,
      maxLength: 5,
      selector: ([driver]) => driver,
    }),
    basis: fc.string({ maxLength: 20 }),
    label: fc.string({ minLength: 1, maxLength: 20 }),
    scores: fc.array(scoreOrNone, { minLength: 1, maxLength: 30 }),
  })
  .map(({ drivers, basis, label, scores }) => ({
    basis: basis.toWellFormed(),
    states: Object.fromEntries(
      drivers.map(([driver, names]) => [driver, scaleOf(names, label.toWellFormed())]),
    ),
    impacts: impactsAmong(drivers, scores),
  }))

/** The same, with the keys of every record the other way round. */
const turnedRound = (drawn: CrossImpacts): CrossImpacts => {
  const turn = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).reverse())
  return {
    impacts: drawn.impacts.map(({ scores, ...impact }) => ({ scores: turn(scores), ...impact })),
    states: turn(drawn.states),
    basis: drawn.basis,
  }
}

const RUNGS = ['calm', 'threat', 'force', 'deaths', 'war'] as const

const reference: fc.Arbitrary<PriorReference> = fc
  .record({
    to: fc.constantFrom(...RUNGS, 'any' as const),
    class: id,
    from: fc.constantFrom(...RUNGS),
    level: fc.constantFrom('dispute' as const, 'incident' as const),
  })
  .filter(({ from, to }) => from !== to)

describe('a scenario', () => {
  it('comes back with what its priors rest on, whatever that is', () => {
    const { case: conflictCase, ...rest } = baselineScenario()
    fc.assert(
      fc.property(fc.array(fc.option(reference), { minLength: 10, maxLength: 10 }), (drawn) => {
        const resting = <T extends { readonly reference?: PriorReference }>(
          moves: readonly T[],
          first: number,
        ) =>
          moves.map(({ reference: _, ...move }, index) => {
            const reference = drawn[first + index]
            return reference ? { ...move, reference } : move
          })
        const scenario = {
          ...rest,
          case: {
            ...conflictCase,
            transitions: resting(conflictCase.transitions, 0),
            responses: resting(conflictCase.responses, conflictCase.transitions.length),
          },
        } as typeof rest & { case: typeof conflictCase }
        const text = serializeScenario(scenario)
        expect(readScenario(text)).toEqual(scenario)
        expect(serializeScenario(readScenario(text))).toBe(text)
        const isNew = drawn.some((each) => each !== null)
        expect(JSON.parse(text).formatVersion).toBe(isNew ? 3 : 2)
      }),
      { numRuns: 200 },
    )
  })

  it('comes back with its cross-impacts, whatever they are', () => {
    fc.assert(
      fc.property(crossImpacts, (drawn) => {
        const scenario = withCrossImpacts(chainScenario({ rungs: 2, rates: {} }), drawn)
        const text = serializeScenario(scenario)
        const read = readScenario(text)
        expect(read).toEqual(scenario)
        expect(serializeScenario(read)).toBe(text)
        const turned = { ...scenario.case, crossImpacts: turnedRound(drawn) }
        expect(serializeScenario({ ...scenario, case: turned })).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('comes back equal from its file, and gives the same bytes again', () => {
    fc.assert(
      fc.property(judged, fc.string({ minLength: 1, maxLength: 80 }), (intensity, title) => {
        const scenario = {
          ...withIntensity(baselineScenario(), 'nationalism', intensity),
          title: title.toWellFormed(),
        }
        const text = serializeScenario(scenario)
        const read = readScenario(text)
        expect(read.judgment).toEqual(scenario.judgment)
        expect(read.title).toBe(scenario.title)
        expect(serializeScenario(read)).toBe(text)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a damaged file', () => {
  const whole = bundledText('iran-azerbaijan-2023-baseline.brink')

  it('is refused or read, but never breaks the reader, wherever it is cut', () => {
    for (let length = 0; length < whole.length - 2; length += 37) {
      expect(parseScenario(whole.slice(0, length)).ok).toBe(false)
    }
  })

  it('does not break it with any character changed', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + 1)
        expect(typeof parseScenario(text).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})
