import { describe, expect, it } from 'vitest'
import { leaveOut } from '../../../src/renderer/state/case-edits/cross-impacts'
import { groupLosses } from '../../../src/renderer/state/case-edits/losses'
import { removeItem } from '../../../src/renderer/state/case-edits/remove'
import { setStart } from '../../../src/renderer/state/edits'
import { serializeScenario } from '../../../src/scenario-file/serialize'
import { baselineScenario, readScenario } from '../../bundled'

const scenario = baselineScenario()
const told = (...removed: Parameters<typeof removeItem>): Record<string, readonly string[]> =>
  Object.fromEntries(
    groupLosses(removeItem(...removed).losses).map(({ heading, names }) => [heading, names]),
  )

describe('a rung that goes', () => {
  it('names everything that goes with it', () => {
    expect(told(scenario, 'rung', 'show-of-force')).toEqual({
      '4 transitions': [
        'Diplomatic retaliation → Show of force',
        'Show of force → Diplomatic retaliation',
        'Show of force → Direct confrontation',
        'Direct confrontation → Show of force',
      ],
      'what 1 driver acts on there': ['Cost of war'],
      'the multiple of 2 responses': [
        'Baku closer to Turkey and Israel',
        'Tehran closer to Armenia and Central Asia',
      ],
      '1 claim': ['Limited escalation, manoeuvres at the border'],
    })
  })

  it('leaves no trace of its id, and the rest as it was', () => {
    const removed = removeItem(scenario, 'rung', 'show-of-force').scenario
    expect(serializeScenario(readScenario(serializeScenario(removed)))).not.toContain(
      'show-of-force',
    )
    expect(removed.case.ladder.map(({ severity }) => severity)).toEqual([0, 15, 35, 100])
    expect(removed.case.drivers.find(({ id }) => id === 'cost-of-war')?.actsOn).toEqual([])
    expect(removed.judgment).toEqual(scenario.judgment)
  })

  it('passes its share of the start to the rung below, and the lowest to the one above', () => {
    const start = (rung: string): Record<string, number> =>
      removeItem(scenario, 'rung', rung).scenario.judgment.start
    expect(start('diplomatic')).toEqual({ accusations: 1 })
    expect(start('accusations')).toEqual({ calm: 0.5, diplomatic: 0.5 })
    const calm = setStart(scenario, 'calm', 0.25)
    expect(removeItem(calm, 'rung', 'calm').scenario.judgment.start).toEqual({
      accusations: 0.625,
      diplomatic: 0.375,
    })
    expect(told(scenario, 'rung', 'diplomatic')).toMatchObject({
      'its share of the start, which passes to': ['Accusations'],
    })
  })
})

describe('the start', () => {
  it('stays a distribution where the shares do not add up to the last bit', () => {
    const start = { calm: 0.56, accusations: 0.33, diplomatic: 0.11 }
    const uneven = { ...scenario, judgment: { ...scenario.judgment, start } }
    const first = removeItem(uneven, 'rung', 'accusations').scenario
    const left = removeItem(first, 'rung', 'diplomatic').scenario
    expect(0.56 + 0.33 + 0.11).toBeGreaterThan(1)
    expect(readScenario(serializeScenario(left)).judgment.start).toEqual({ calm: 1 })
  })
})

describe('a driver that goes', () => {
  it('takes along its judgment and what names it', () => {
    expect(told(scenario, 'driver', 'corridor-disputes')).toEqual({
      'the bearing of 3 items of evidence': scenario.case.evidence
        .filter(({ bearsOn }) => bearsOn.includes('corridor-disputes'))
        .map(({ summary }) => summary),
      'its effect on 2 responses': [
        'Baku closer to Turkey and Israel',
        'Tehran closer to Armenia and Central Asia',
      ],
      'its part in what goes together': ['Corridor disputes'],
      'the judgment of the driver': ['Corridor disputes'],
    })
    const removed = removeItem(scenario, 'driver', 'corridor-disputes').scenario
    expect(Object.keys(removed.judgment.drivers)).toHaveLength(6)
    expect(readScenario(serializeScenario(removed)).case.drivers).toHaveLength(6)
  })
})

describe('a driver that goes from what goes together', () => {
  const removed = removeItem(scenario, 'driver', 'corridor-disputes').scenario

  it('takes along its states and every impact of it and on it', () => {
    const before = scenario.case.crossImpacts
    const { 'corridor-disputes': _, ...states } = before?.states ?? {}
    expect(removed.case.crossImpacts).toEqual({
      basis: before?.basis,
      states,
      impacts: before?.impacts.filter(
        ({ from, to }) => from !== 'corridor-disputes' && to !== 'corridor-disputes',
      ),
    })
  })

  it('takes all of it along where no two drivers with states are left', () => {
    const ids = scenario.case.drivers.map(({ id }) => id)
    const two = ids.slice(2).reduce((left, id) => removeItem(left, 'driver', id).scenario, scenario)
    expect(Object.keys(two.case.crossImpacts?.states ?? {})).toEqual(ids.slice(0, 2))
    expect(told(two, 'driver', 'israel-ties')).toMatchObject({
      'all that is said of what goes together, since it takes two drivers': [
        'Azerbaijan–Israel ties',
      ],
    })
    const one = removeItem(two, 'driver', 'israel-ties').scenario
    expect(one.case).not.toHaveProperty('crossImpacts')
    expect(readScenario(serializeScenario(one))).toEqual(one)
  })

  it('says nothing of it where the driver has no part in it', () => {
    const apart = leaveOut(scenario, 'nationalism')
    expect(told(apart, 'driver', 'nationalism')).not.toHaveProperty(
      'its part in what goes together',
    )
    const without = removeItem(apart, 'driver', 'nationalism').scenario
    expect(without.case.crossImpacts).toEqual(apart.case.crossImpacts)
  })
})

describe('a transition that goes', () => {
  it('takes along what evidence counted for it and what acted on it', () => {
    expect(told(scenario, 'transition', 'accusations>diplomatic')).toEqual({
      'the count of 2 items of evidence': scenario.case.evidence
        .filter(({ counts }) => counts === 'accusations>diplomatic')
        .map(({ summary }) => summary),
    })
    expect(told(scenario, 'transition', 'confrontation>show-of-force')).toEqual({
      'what 1 driver acts on there': ['Cost of war'],
    })
  })
})

describe('what nothing refers to', () => {
  it('goes alone', () => {
    expect(removeItem(scenario, 'claim', 'baku-responds').losses).toEqual([])
    expect(removeItem(scenario, 'evidence', 'cost').losses).toEqual([])
    expect(told(scenario, 'response', 'baku-turkey-israel')).toEqual({
      '1 claim': ['Baku closer to Turkey and Israel'],
    })
  })

  it('but evidence that is not accepted takes that along', () => {
    const disputing = { ...scenario, judgment: { ...scenario.judgment, disputed: ['cost'] } }
    const { scenario: removed, losses } = removeItem(disputing, 'evidence', 'cost')
    expect(losses).toEqual([
      { what: 'disputed', name: 'Neither state could carry the price of an open war.' },
    ])
    expect(removed.judgment.disputed).toEqual([])
  })
})
