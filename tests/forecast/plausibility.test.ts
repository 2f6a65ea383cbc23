import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import { combinationOf, plausibilityOf } from '../../src/forecast/plausibility/plausibility'
import type { CrossImpact, CrossImpacts, DriverState } from '../../src/forecast/scenario'
import { chainScenario, exactly, withCrossImpacts, withIntensity, withStates } from '../scenarios'

const scale = (...names: string[]): DriverState[] =>
  names.map((id, at) => ({ id, label: id, from: at / names.length }))

const impact = (from: string, state: string, to: string, scores: CrossImpact['scores']) => ({
  from,
  state,
  to,
  scores,
})

const scenarioWith = (states: CrossImpacts['states'], impacts: readonly CrossImpact[] = []) =>
  withCrossImpacts(chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), {
    basis: '',
    states,
    impacts,
  })

const twoDrivers = { arms: scale('few', 'some', 'many', 'most'), talks: scale('none', 'open') }

describe('the combination of a scenario', () => {
  const armsAt = (intensity: number) =>
    combinationOf(withIntensity(scenarioWith(twoDrivers), 'arms', exactly(intensity)))[0]?.state

  it.each([
    [0, 'few'],
    [0.2499, 'few'],
    [0.25, 'some'],
    [0.5, 'many'],
    [0.75, 'most'],
    [1, 'most'],
  ])('at intensity %d is in the last state that begins there or below: %s', (intensity, state) => {
    expect(armsAt(intensity)).toBe(state)
  })

  it('goes by the most likely intensity, and not by trend or shocks', () => {
    const scenario = scenarioWith(twoDrivers)
    const arms = {
      intensity: { low: 0, mode: 0.3, high: 1 },
      trendPerYear: 1,
      shocks: [{ month: 0, change: 0.5 }],
    }
    const drivers = { ...scenario.judgment.drivers, arms }
    expect(combinationOf({ ...scenario, judgment: { ...scenario.judgment, drivers } })).toEqual([
      { driver: 'arms', state: 'some' },
      { driver: 'talks', state: 'none' },
    ])
  })

  it('is in the order of the case, of the drivers that have states', () => {
    const whole = scenarioWith({ ...twoDrivers, trade: scale('little', 'much') })
    const { trade: _, ...states } = whole.case.crossImpacts?.states ?? {}
    const drivers = [...whole.case.drivers].reverse()
    const crossImpacts = { basis: '', states, impacts: [] }
    const scenario = { ...whole, case: { ...whole.case, drivers, crossImpacts } }
    expect(combinationOf(scenario).map(({ driver }) => driver)).toEqual(['talks', 'arms'])
    expect(plausibilityOf(scenario)?.combination).toEqual(combinationOf(scenario))
  })
})

describe('the plausibility of a scenario', () => {
  it('is not spoken of where the case has no cross-impacts', () => {
    const scenario = chainScenario({ rungs: 2, rates: {} })
    expect(plausibilityOf(scenario)).toBeUndefined()
    expect(combinationOf(scenario)).toEqual([])
  })

  it('shares a pull between better states that are equal', () => {
    const states = { ...twoDrivers, trade: scale('little', 'much') }
    const scenario = scenarioWith(states, [
      impact('talks', 'open', 'arms', { few: 2, some: 0, most: -1 }),
      impact('trade', 'much', 'arms', { few: 1, some: 3, most: 0.5 }),
    ])
    const plausibility = plausibilityOf(withStates(scenario, ['most', 'open', 'much']))
    // Few and some both stand at 3, most at −0.5.
    expect(plausibility?.strains).toEqual([
      {
        driver: 'arms',
        state: 'most',
        balance: -0.5,
        better: ['few', 'some'],
        by: 3.5,
        because: [
          { driver: 'talks', state: 'open', score: 2 },
          { driver: 'trade', state: 'much', score: 1.5 },
        ],
      },
    ])
    expect(plausibility?.nearest.map(({ changes }) => changes)).toEqual([
      [{ driver: 'arms', state: 'few' }],
      [{ driver: 'arms', state: 'some' }],
    ])
  })

  it('names no better combination where none is consistent', () => {
    const states = { cat: scale('in', 'out'), mouse: scale('in', 'out') }
    const scenario = scenarioWith(states, [
      impact('cat', 'in', 'mouse', { in: -1, out: 1 }),
      impact('cat', 'out', 'mouse', { in: 1, out: -1 }),
      impact('mouse', 'in', 'cat', { in: 1, out: -1 }),
      impact('mouse', 'out', 'cat', { in: -1, out: 1 }),
    ])
    for (const combination of [
      ['in', 'in'],
      ['in', 'out'],
      ['out', 'in'],
      ['out', 'out'],
    ]) {
      const plausibility = plausibilityOf(withStates(scenario, combination))
      expect(plausibility).toMatchObject({ isConsistent: false, nearest: [] })
    }
  })

  it('changes nothing in the forecast', () => {
    const scenario = scenarioWith(twoDrivers, [impact('arms', 'few', 'talks', { open: 3 })])
    const { crossImpacts: _, ...without } = scenario.case
    expect(forecast(scenario)).toEqual(forecast({ ...scenario, case: without }))
  })
})
