import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Id, Scenario } from '../../../src/forecast/scenario'
import { blankScenario } from '../../../src/renderer/state/blank-scenario'
import { addItem, addTransition } from '../../../src/renderer/state/case-edits/add'
import {
  changeClaim,
  changeDriver,
  changeEvidence,
  changeResponse,
  changeTransition,
  setReference,
  setRungMultiple,
  takeAsKnown,
  takeAsUncertain,
  withOptional,
  withPrior,
  withRate,
} from '../../../src/renderer/state/case-edits/change'
import {
  addState,
  dropCrossImpacts,
  labelState,
  leaveOut,
  removeState,
  renameState,
  setBasis,
  setScore,
  setStateStart,
  startCrossImpacts,
  takePart,
  whyNoMoreStates,
} from '../../../src/renderer/state/case-edits/cross-impacts'
import { type ItemKind, idsOf, moveItem } from '../../../src/renderer/state/case-edits/items'
import { removeItem } from '../../../src/renderer/state/case-edits/remove'
import { renameItem, rerouteTransition } from '../../../src/renderer/state/case-edits/rename'
import { freeMoves, whyItStays, whyNoMore } from '../../../src/renderer/state/case-edits/room'
import { setStart } from '../../../src/renderer/state/edits'
import { citeNothing, restOn } from '../../../src/renderer/state/evidence-edits'
import { parseScenario } from '../../../src/scenario-file/parse'
import { serializeScenario } from '../../../src/scenario-file/serialize'
import { baselineScenario, bundledScenario } from '../../bundled'

const NAMED = ['rung', 'driver', 'response', 'evidence', 'claim'] as const
const KINDS: readonly ItemKind[] = [...NAMED, 'transition']

/** One edit, by numbers that are taken modulo whatever there is to choose from. */
interface Step {
  readonly edit: number
  readonly kind: number
  readonly first: number
  readonly second: number
  readonly share: number
  readonly name: string
}

const step = fc.record<Step>({
  edit: fc.nat(999),
  kind: fc.nat(999),
  first: fc.nat(999),
  second: fc.nat(999),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  name: fc.oneof(
    fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/),
    fc.constantFrom('constructor', 'prototype', 'calm', '1', '', 'Not an id', 'a>b'),
  ),
})

const pick = <T>(items: readonly T[], number: number): T | undefined =>
  items[number % Math.max(items.length, 1)]

type Edit = (scenario: Scenario, step: Step) => Scenario

const idAt = (scenario: Scenario, kind: ItemKind, number: number): Id =>
  pick(idsOf(scenario.case, kind), number) ?? ''

const stateAt = (scenario: Scenario, driver: Id, number: number): Id =>
  pick(scenario.case.crossImpacts?.states[driver] ?? [], number)?.id ?? ''

const CROSS_IMPACT_EDITS: readonly Edit[] = [
  (scenario) => startCrossImpacts(scenario),
  (scenario, { kind }) => (kind % 9 ? scenario : dropCrossImpacts(scenario)),
  (scenario, { name }) => setBasis(scenario, name),
  (scenario, { first }) => takePart(scenario, idAt(scenario, 'driver', first)),
  (scenario, { first }) => leaveOut(scenario, idAt(scenario, 'driver', first)),
  (scenario, { first }) => addState(scenario, idAt(scenario, 'driver', first)),
  (scenario, { first, second }) => {
    const driver = idAt(scenario, 'driver', first)
    return removeState(scenario, driver, stateAt(scenario, driver, second))
  },
  (scenario, { first, second, name }) => {
    const driver = idAt(scenario, 'driver', first)
    return renameState(scenario, driver, stateAt(scenario, driver, second), name)
  },
  (scenario, { first, second }) => {
    const driver = idAt(scenario, 'driver', first)
    return labelState(scenario, driver, stateAt(scenario, driver, second), 'as it is')
  },
  (scenario, { first, second, share }) => {
    const driver = idAt(scenario, 'driver', first)
    return setStateStart(scenario, driver, stateAt(scenario, driver, second), share)
  },
  (scenario, { first, second, kind, share }) => {
    const withStates = Object.keys(scenario.case.crossImpacts?.states ?? {})
    const [from, to] = [pick(withStates, first), pick(withStates, second)]
    if (from === undefined || to === undefined || from === to) return scenario
    const [state, target] = [stateAt(scenario, from, kind), stateAt(scenario, to, kind)]
    return setScore(scenario, { from, state, to, target }, Math.round(share * 6) - 3)
  },
]

const EDITS: readonly Edit[] = [
  ...CROSS_IMPACT_EDITS,
  (scenario, { kind }) => addItem(scenario, pick(NAMED, kind) ?? 'rung')?.scenario ?? scenario,
  (scenario, { first }) => {
    const move = pick(freeMoves(scenario.case), first)
    return (move && addTransition(scenario, move.from, move.to)?.scenario) ?? scenario
  },
  (scenario, { kind, first }) => {
    const chosen = pick(KINDS, kind) ?? 'rung'
    return removeItem(scenario, chosen, idAt(scenario, chosen, first)).scenario
  },
  (scenario, { kind, first, name }) => {
    const chosen = pick(NAMED, kind) ?? 'rung'
    return renameItem(scenario, chosen, idAt(scenario, chosen, first), name)
  },
  (scenario, { kind, first, second }) => {
    const chosen = pick(KINDS, kind) ?? 'rung'
    return moveItem(scenario, chosen, idAt(scenario, chosen, first), second % 2 ? 1 : -1)
  },
  (scenario, { first, second, kind }) =>
    rerouteTransition(
      scenario,
      idAt(scenario, 'transition', first),
      idAt(scenario, 'rung', second),
      idAt(scenario, 'rung', kind),
    ),
  (scenario, { first, share }) => setReference(scenario, idAt(scenario, 'driver', first), share),
  (scenario, { first, share }) => setStart(scenario, idAt(scenario, 'rung', first), share),
  (scenario, { first, second }) =>
    changeDriver(scenario, idAt(scenario, 'driver', first), (driver) =>
      withOptional(driver, 'actsOn', idsOf(scenario.case, 'transition').slice(second % 5)),
    ),
  (scenario, { first, second, share }) =>
    changeResponse(scenario, idAt(scenario, 'response', first), (response) => ({
      ...setRungMultiple(response, idAt(scenario, 'rung', second), second % 3 ? share * 9 : 1),
      drivers: idsOf(scenario.case, 'driver').slice(second % 4),
    })),
  (scenario, { first, second }) => {
    const counts = pick(idsOf(scenario.case, 'transition'), second)
    return changeEvidence(scenario, idAt(scenario, 'evidence', first), (item) => ({
      ...withOptional(item, 'counts', counts),
      bearsOn: idsOf(scenario.case, 'driver').slice(second % 4),
    }))
  },
  (scenario, { first, second }) => {
    const rung = idAt(scenario, 'rung', second)
    const response = pick(idsOf(scenario.case, 'response'), second)
    return changeClaim(scenario, idAt(scenario, 'claim', first), (claim) => ({
      ...claim,
      event:
        second % 2 && response
          ? { kind: 'response', response }
          : { kind: second % 3 ? 'reach' : 'at-or-above', rung },
    }))
  },
  (scenario, { first, second }) =>
    changeResponse(scenario, idAt(scenario, 'response', first), (response) =>
      second % 2 ? takeAsKnown(response) : takeAsUncertain(response),
    ),
  (scenario, { first, second, share }) =>
    changeTransition(scenario, idAt(scenario, 'transition', first), (transition) =>
      second % 2
        ? withRate(transition, share)
        : withPrior(transition, { events: share + 0.1, months: 12 }),
    ),
  (scenario, { kind, first, second, share }) => {
    const move = idAt(scenario, kind % 2 ? 'response' : 'transition', first)
    const reference = { class: 'rivals', level: 'dispute', from: 'calm', to: 'any' } as const
    return second % 3
      ? restOn(scenario, move, { events: share + 0.1, months: 12 }, reference)
      : citeNothing(scenario, move)
  },
]

const carryOut = (scenario: Scenario, next: Step): Scenario =>
  pick(EDITS, next.edit)?.(scenario, next) ?? scenario

const failureOf = (scenario: Scenario): unknown => {
  const parsed = parseScenario(serializeScenario(scenario))
  return parsed.ok ? undefined : parsed.failure
}

describe('a case', () => {
  it.each([
    ['the bundled one, with cross-impacts', baselineScenario()],
    ['one without', bundledScenario('mount-spurr-2025-baseline.brink')],
    ['a blank one', blankScenario],
  ])('can be saved and opened again after any edits: %s', (_, first) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let scenario = first
        for (const next of steps) {
          scenario = carryOut(scenario, next)
          expect(failureOf(scenario)).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes items up to what a file holds, and no more', () => {
    for (const kind of ['rung', 'driver', 'response', 'claim'] as const) {
      let scenario = baselineScenario()
      let added = addItem(scenario, kind)
      while (added) {
        scenario = added.scenario
        added = addItem(scenario, kind)
      }
      expect(failureOf(scenario)).toBeUndefined()
      expect(whyNoMore(scenario.case, kind)).toMatch(/at most/)
    }
  })

  it.each([
    ['states', 2],
    ['combinations', 30],
  ])('takes states up to what a file holds of %s, and no more', (_, drivers) => {
    let scenario = baselineScenario()
    while (scenario.case.drivers.length > drivers) {
      scenario = removeItem(scenario, 'driver', idAt(scenario, 'driver', 0)).scenario
    }
    while (scenario.case.drivers.length < drivers) {
      scenario = addItem(scenario, 'driver')?.scenario ?? scenario
    }
    scenario = startCrossImpacts(dropCrossImpacts(scenario))
    for (let turn = 0; turn < 8; turn++) {
      for (const id of idsOf(scenario.case, 'driver')) {
        scenario = addState(takePart(scenario, id), id)
      }
    }
    expect(failureOf(scenario)).toBeUndefined()
    const { crossImpacts } = scenario.case
    for (const id of idsOf(scenario.case, 'driver')) {
      expect(crossImpacts && whyNoMoreStates(crossImpacts, id)).toMatch(/at most|more than/)
    }
  })

  it('takes every transition that its ladder has room for', () => {
    let scenario = baselineScenario()
    for (let move = freeMoves(scenario.case)[0]; move; move = freeMoves(scenario.case)[0]) {
      scenario = addTransition(scenario, move.from, move.to)?.scenario ?? scenario
    }
    expect(scenario.case.transitions).toHaveLength(5 * 4)
    expect(whyNoMore(scenario.case, 'transition')).toBeDefined()
    expect(failureOf(scenario)).toBeUndefined()
  })

  it.each([
    ['rung', 2],
    ['driver', 1],
  ] as const)('keeps the fewest of a kind that a file holds: %s', (kind, fewest) => {
    let scenario = baselineScenario()
    for (let turn = 0; turn < 20; turn++) {
      scenario = removeItem(scenario, kind, idAt(scenario, kind, 0)).scenario
      expect(failureOf(scenario)).toBeUndefined()
    }
    expect(idsOf(scenario.case, kind)).toHaveLength(fewest)
    expect(whyItStays(scenario.case, kind)).toMatch(/at least/)
  })
})
