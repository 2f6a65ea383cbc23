import { describe, expect, it } from 'vitest'
import type { CrossImpact, CrossImpacts, Scenario } from '../../../src/forecast/scenario'
import {
  addState,
  dropCrossImpacts,
  leaveOut,
  removeState,
  renameState,
  setScore,
  setStateStart,
  startCrossImpacts,
  takePart,
  whyNoCrossImpacts,
} from '../../../src/renderer/state/case-edits/cross-impacts'
import { renameItem } from '../../../src/renderer/state/case-edits/rename'
import { baselineScenario, bundledScenario } from '../../bundled'

const scenario = baselineScenario()

const crossImpactsOf = ({ case: { crossImpacts } }: Scenario): CrossImpacts => {
  if (!crossImpacts) throw new Error('there are no cross-impacts')
  return crossImpacts
}

const impactOf = (of: Scenario, from: string, state: string, to: string) =>
  crossImpactsOf(of).impacts.find(
    (impact) => impact.from === from && impact.state === state && impact.to === to,
  )

describe('cross-impacts', () => {
  const without = bundledScenario('mount-spurr-2025-baseline.brink')

  it('begin with two states for each driver, and nothing said', () => {
    const { basis, states, impacts } = crossImpactsOf(startCrossImpacts(without))
    expect(Object.keys(states)).toEqual(without.case.drivers.map(({ id }) => id))
    for (const scale of Object.values(states))
      expect(scale.map(({ from }) => from)).toEqual([0, 0.5])
    expect([basis, impacts]).toEqual(['', []])
    expect(startCrossImpacts(scenario)).toBe(scenario)
  })

  it('go as a whole, and take two drivers to begin', () => {
    expect(dropCrossImpacts(startCrossImpacts(without))).toEqual(without)
    const [driver] = without.case.drivers
    const single = { ...without, case: { ...without.case, drivers: driver ? [driver] : [] } }
    expect(startCrossImpacts(single)).toBe(single)
    expect(whyNoCrossImpacts(single.case)).toMatch(/two drivers/)
  })

  it('follow a driver to another id, and leave nothing of the old one', () => {
    const renamed = renameItem(scenario, 'driver', 'nationalism', 'the-nation')
    const { states, impacts } = crossImpactsOf(renamed)
    expect(states['the-nation']).toEqual(crossImpactsOf(scenario).states.nationalism)
    expect(JSON.stringify([states, impacts])).not.toContain('nationalism')
  })

  it('let a driver out and in again, with its first states', () => {
    const back = takePart(leaveOut(scenario, 'nationalism'), 'nationalism')
    expect(crossImpactsOf(back).states.nationalism?.map(({ id }) => id)).toEqual(['low', 'high'])
    const isOfIt = ({ from, to }: CrossImpact): boolean => [from, to].includes('nationalism')
    expect(crossImpactsOf(back).impacts.filter(isOfIt)).toEqual([])
    expect(takePart(scenario, 'nationalism')).toBe(scenario)
  })
})

describe('a state', () => {
  const scaleOf = (of: Scenario, driver: string) =>
    crossImpactsOf(of).states[driver]?.map(({ id, from }) => [id, from])

  it('is cut out of the widest one', () => {
    expect(scaleOf(addState(scenario, 'cost-of-war'), 'cost-of-war')).toEqual([
      ['low', 0],
      ['new-state', 0.325],
      ['as-now', 0.65],
    ])
  })

  it('takes its impacts along to another id', () => {
    const renamed = renameState(scenario, 'israel-ties', 'high', 'front')
    expect(impactOf(renamed, 'israel-ties', 'front', 'normalization')?.scores).toEqual(
      impactOf(scenario, 'israel-ties', 'high', 'normalization')?.scores,
    )
    expect(impactOf(renamed, 'opposition-support', 'high', 'israel-ties')?.scores).toEqual({
      low: -2,
      front: 2,
    })
    expect(renameState(renamed, 'israel-ties', 'front', 'high')).toEqual(scenario)
    expect(renameState(scenario, 'israel-ties', 'high', 'low')).toBe(scenario)
  })

  it('that goes takes its impacts, and the next one begins at 0', () => {
    const removed = removeState(scenario, 'israel-ties', 'low')
    expect(scaleOf(removed, 'israel-ties')).toEqual([
      ['as-now', 0],
      ['high', 0.8],
    ])
    expect(impactOf(removed, 'israel-ties', 'low', 'normalization')).toBeUndefined()
    expect(impactOf(removed, 'corridor-disputes', 'low', 'israel-ties')?.scores).toEqual({
      high: -1,
    })
    expect(removeState(removed, 'israel-ties', 'high')).toBe(removed)
  })

  it('begins between its neighbours, and the first one at 0', () => {
    const at = (state: string, from: number) => setStateStart(scenario, 'israel-ties', state, from)
    expect(scaleOf(at('as-now', 0.6), 'israel-ties')?.[1]).toEqual(['as-now', 0.6])
    for (const [state, from] of [
      ['low', 0.1],
      ['as-now', 0],
      ['as-now', 0.8],
      ['high', 0.5],
      ['high', 1.1],
    ] as const) {
      expect(at(state, from)).toBe(scenario)
    }
  })
})

describe('a score', () => {
  const cell = {
    from: 'nationalism',
    state: 'low',
    to: 'cost-of-war',
    target: 'as-now',
  }

  it('is written where it is not 0, and taken out where it is', () => {
    const scored = setScore(scenario, cell, 2)
    expect(impactOf(scored, 'nationalism', 'low', 'cost-of-war')?.scores).toEqual({ 'as-now': 2 })
    expect(setScore(scored, cell, 0)).toEqual(scenario)
  })

  it('leaves the others of its impact as they are', () => {
    const hinders = { ...cell, from: 'israel-ties', state: 'high', to: 'normalization' }
    const scored = setScore(scenario, { ...hinders, target: 'low' }, 3)
    expect(impactOf(scored, 'israel-ties', 'high', 'normalization')?.scores).toEqual({
      ...impactOf(scenario, 'israel-ties', 'high', 'normalization')?.scores,
      low: 3,
    })
  })
})
