import { describe, expect, it } from 'vitest'
import { differsFromArticle } from '../../../src/forecast/article-baseline'
import type { Scenario } from '../../../src/forecast/scenario'
import { blankScenario } from '../../../src/renderer/state/blank-scenario'
import { addItem, addTransition } from '../../../src/renderer/state/case-edits/add'
import {
  setReference,
  setRungMultiple,
  takeAsKnown,
  takeAsUncertain,
  withPrior,
  withRate,
} from '../../../src/renderer/state/case-edits/change'
import { freeMoves, rungsFor } from '../../../src/renderer/state/case-edits/room'
import { baselineScenario } from '../../bundled'

const scenario = baselineScenario()

const added = (before: Scenario, kind: Parameters<typeof addItem>[1]): Scenario => {
  const addition = addItem(before, kind)
  if (!addition) throw new Error(`no room for a ${kind}`)
  return addition.scenario
}

describe('a new rung', () => {
  const severities = (of: Scenario): number[] => of.case.ladder.map(({ severity }) => severity)

  it('stands on top, and the old top makes way', () => {
    expect(severities(added(scenario, 'rung'))).toEqual([0, 15, 35, 60, 80, 100])
    expect(severities(added(blankScenario, 'rung'))).toEqual([0, 50, 100])
  })

  it('goes half of the way to the highest severity where there is room', () => {
    const ladder = scenario.case.ladder.slice(0, 4)
    const low = { ...scenario, case: { ...scenario.case, ladder } }
    expect(severities(added(low, 'rung'))).toEqual([0, 15, 35, 60, 80])
  })

  it('spreads the severities where there is no room left between them', () => {
    const ladder = scenario.case.ladder.slice(3).map((rung, height) => ({
      ...rung,
      severity: height === 0 ? 99.9 : 100,
    }))
    const high = { ...scenario, case: { ...scenario.case, ladder } }
    expect(severities(added(high, 'rung'))).toEqual([0, 50, 100])
  })
})

describe('a new driver', () => {
  it('stands where the article has it, in a plain range', () => {
    const next = added(scenario, 'driver')
    const driver = next.case.drivers.at(-1)
    expect(driver && differsFromArticle(next, driver)).toBe(false)
    expect(next.judgment.drivers['new-driver']).toEqual({
      intensity: { low: 0.3, mode: 0.5, high: 0.7 },
    })
  })

  it('keeps to the article when its intensity there is given, unless it was moved', () => {
    const next = setReference(added(scenario, 'driver'), 'new-driver', 0.9)
    expect(next.judgment.drivers['new-driver']?.intensity).toEqual({ low: 0.7, mode: 0.9, high: 1 })
    const moved = {
      ...scenario.judgment,
      drivers: {
        ...scenario.judgment.drivers,
        nationalism: { intensity: { low: 0.1, mode: 0.2, high: 0.3 } },
      },
    }
    const kept = setReference({ ...scenario, judgment: moved }, 'nationalism', 0.9)
    expect(kept.judgment).toEqual(moved)
  })
})

describe('transitions', () => {
  it('are offered where there are none yet, neighbours first', () => {
    expect(freeMoves(blankScenario.case)).toEqual([
      { from: 'calm', to: 'conflict' },
      { from: 'conflict', to: 'calm' },
    ])
    expect(freeMoves(scenario.case)).toHaveLength(5 * 4 - 8)
    expect(freeMoves(scenario.case)[0]).toEqual({ from: 'calm', to: 'diplomatic' })
  })

  it('are added once', () => {
    const once = addTransition(blankScenario, 'calm', 'conflict')
    expect(once?.id).toBe('calm>conflict')
    expect(once && addTransition(once.scenario, 'calm', 'conflict')).toBeUndefined()
    expect(addTransition(blankScenario, 'calm', 'calm')).toBeUndefined()
  })

  it('can be led to the rungs that no other leads to from there', () => {
    const [, , transition] = scenario.case.transitions
    expect(transition?.id).toBe('accusations>diplomatic')
    expect(transition && rungsFor(scenario.case, transition, 'to')).toEqual([
      'diplomatic',
      'show-of-force',
      'confrontation',
    ])
    expect(transition && rungsFor(scenario.case, transition, 'from')).toEqual([
      'calm',
      'accusations',
      'confrontation',
    ])
  })
})

describe('a base rate', () => {
  it('is either known or uncertain', () => {
    const basis = 'why'
    const prior = { events: 1, months: 12 }
    expect(withRate({ prior, basis }, 0.2)).toEqual({ rate: 0.2, basis })
    expect(withPrior({ rate: 0.2, basis }, prior)).toEqual({ prior, basis })
    expect(takeAsKnown({ prior, basis })).toEqual({ rate: 0.0833, basis })
    expect(takeAsUncertain({ rate: 0.2, basis })).toEqual({
      prior: { events: 1, months: 5 },
      basis,
    })
    expect(takeAsUncertain({ rate: 0, basis })).toEqual({ prior, basis })
  })
})

describe('the multiple of a response on a rung', () => {
  it('is left out where it is 1', () => {
    const response = { id: 'r', label: 'R', description: '', rate: 1, drivers: [], basis: '' }
    const doubled = setRungMultiple(response, 'calm', 2)
    expect(doubled.rungMultipliers).toEqual({ calm: 2 })
    expect(setRungMultiple(doubled, 'calm', 1)).toEqual(response)
  })
})
