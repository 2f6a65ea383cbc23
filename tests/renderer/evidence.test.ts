import { describe, expect, it } from 'vitest'
import { countEvidence } from '../../src/forecast/base-rates'
import { sayConsequence, sayCounted, sayHowMany, sayTopic } from '../../src/forecast/evidence-words'
import type { EvidenceItem } from '../../src/forecast/scenario'
import { evidenceRows } from '../../src/renderer/features/evidence/evidence-rows'
import { setDisputed, setKnownRate, setPrior } from '../../src/renderer/state/evidence-edits'
import { leadTo, leadToScreen } from '../../src/renderer/state/spots'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario, readScenario } from '../bundled'

const scenario = baselineScenario()
const itemOf = (id: string): EvidenceItem => {
  const item = scenario.case.evidence.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`no ${id}`)
  return item
}

describe('disputing', () => {
  it('takes an item out of the count, once, and back in', () => {
    const disputed = setDisputed(scenario, 'embassy-attack', true)
    expect(disputed.judgment.disputed).toEqual(['embassy-attack'])
    expect(disputed.case).toBe(scenario.case)
    expect(countEvidence(disputed.case, disputed.judgment.disputed)).toEqual(
      new Map([
        ['diplomatic>accusations', 1],
        ['accusations>diplomatic', 1],
      ]),
    )
    expect(setDisputed(disputed, 'embassy-attack', true)).toBe(disputed)
    expect(setDisputed(disputed, 'embassy-attack', false)).toEqual(scenario)
    expect(setDisputed(scenario, 'embassy-attack', false)).toBe(scenario)
  })
})

describe('another prior', () => {
  it('is a transition’s or a response’s alone, and the file takes it', () => {
    const prior = { events: 6, months: 8 }
    const changed = setPrior(scenario, 'accusations>diplomatic', prior)
    const [before, after] = [scenario, changed].map(({ case: { transitions } }) => transitions)
    expect(after?.filter((transition, index) => transition !== before?.[index])).toEqual([
      { ...before?.[2], prior },
    ])
    expect(changed.case.responses).toBe(scenario.case.responses)
    const response = setPrior(scenario, 'baku-turkey-israel', prior)
    expect(response.case.transitions).toBe(scenario.case.transitions)
    expect(response.case.responses[0]?.prior).toEqual(prior)
    expect(readScenario(serializeScenario(changed))).toEqual(changed)
  })

  it('of a rate taken as known is another rate', () => {
    const known = {
      ...scenario,
      case: {
        ...scenario.case,
        transitions: scenario.case.transitions.map(({ prior: _, ...rest }) => ({
          ...rest,
          rate: 0.1,
        })),
      },
    }
    const changed = setKnownRate(known, 'calm>accusations', 0.4)
    expect(changed.case.transitions.slice(0, 2).map(({ rate }) => rate)).toEqual([0.4, 0.1])
  })
})

describe('the evidence in words', () => {
  it('says how much there is and what it counts', () => {
    expect(sayHowMany(scenario)).toBe('28 items of evidence, none disputed.')
    expect(sayCounted(scenario)).toBe(
      'They count 3 events: 2 of Accusations → Diplomatic retaliation, 1 of Diplomatic retaliation → Accusations.',
    )
    const all = ['embassy-attack', 'baku-expels', 'lull']
    const none = all.reduce((before, id) => setDisputed(before, id, true), scenario)
    expect(sayHowMany(none)).toBe('28 items of evidence, 3 disputed.')
    expect(sayCounted(none)).toBe(
      'None of them counts as an event, so the base rates rest on their priors.',
    )
  })

  it('says what disputing an item does, and what accepting it again does', () => {
    const item = itemOf('embassy-attack')
    // Prior 1 in 12, two events in 5.2 months: 3 in 17.2 is 2.09 a year, 2 in 17.2 is 1.40.
    expect(sayConsequence(scenario.case, [], item)).toBe(
      'Base rate: prior 1 event in 12 months → now 3 in 17.2 (2.1 a year); without this item 2 in 17.2 (1.4 a year).',
    )
    expect(sayConsequence(scenario.case, [item.id], item)).toBe(
      'Base rate: prior 1 event in 12 months → now 2 in 17.2 (1.4 a year); with this item 3 in 17.2 (2.1 a year).',
    )
  })

  it('names what evidence is about, and nothing that is not there', () => {
    expect(sayTopic(scenario.case, { kind: 'driver', id: 'nationalism' })).toBe('Nationalism')
    expect(sayTopic(scenario.case, { kind: 'transition', id: 'calm>accusations' })).toBe(
      'Calm → Accusations',
    )
    expect(sayTopic(scenario.case, { kind: 'claim', id: 'accusations-continue' })).toBe(
      'Accusations go on',
    )
    expect(sayTopic(scenario.case, { kind: 'response', id: 'gone' })).toBe('')
  })

  it('is a row for each item in the table that leaves the program', () => {
    const [header, ...rows] = evidenceRows(setDisputed(scenario, 'lull', true))
    expect(rows).toHaveLength(28)
    const lull = rows.find(([id]) => id === 'lull') ?? []
    const cells = Object.fromEntries((header ?? []).map((name, index) => [name, lull[index]]))
    expect(cells).toMatchObject({
      date: '2023-03',
      date_known_to: 'month',
      bears_on: '',
      counts_for: 'diplomatic>accusations',
      disputed: 'yes',
    })
  })
})

describe('a link', () => {
  it('leads to the screen that a part of the case is at home on', () => {
    expect(leadTo({ kind: 'transition', id: 'a>b' }).screen).toBe('rates')
    expect(leadTo({ kind: 'response', id: 'r' }).screen).toBe('rates')
    expect(leadTo({ kind: 'claim', id: 'c' })).toMatchObject({ screen: 'forecast', claim: 'c' })
  })

  it('to an item shows all the evidence, so that the item is among it', () => {
    const spot = { kind: 'evidence', id: 'e' } as const
    expect(leadTo(spot)).toEqual({ screen: 'evidence', spot, topic: undefined })
  })

  it('to a driver opens it in the panel of the screen in view', () => {
    const view = leadTo({ kind: 'driver', id: 'd' })
    expect(view).toMatchObject({ expandedDriver: 'd', showsOnlyChanged: false })
    expect(view).not.toHaveProperty('screen')
  })

  it('to the evidence on something shows that alone', () => {
    expect(leadToScreen({ kind: 'claim', id: 'c' }, 'evidence')).toEqual({
      screen: 'evidence',
      spot: undefined,
      topic: { kind: 'claim', id: 'c' },
    })
    expect(leadToScreen({ kind: 'driver', id: 'd' }, 'rates')).toMatchObject({
      screen: 'rates',
      expandedDriver: 'd',
    })
  })
})
