import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../src/scenario-file/parse'

const whole = readFileSync(join(import.meta.dirname, 'fixtures', 'version-2.brink'), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: a file on its way to being broken has no type
type Loose = any

/** What is said of the file with something done to its cross-impacts. */
function problemsAfter(change: (crossImpacts: Loose) => void) {
  const file = JSON.parse(whole)
  change(file.case.crossImpacts)
  const result = parseScenario(JSON.stringify(file))
  if (result.ok) return []
  return result.failure.kind === 'invalid' ? result.failure.problems : [result.failure]
}

/** A case of so many drivers, of which each has so many states and is judged. */
function textWithStates(stateCounts: readonly number[]): string {
  const file = JSON.parse(whole)
  const [driver] = file.case.drivers
  const ids = stateCounts.map((_, index) => `d${index}`)
  file.case.drivers = ids.map((id) => ({ ...driver, id }))
  file.case.responses = []
  file.case.evidence = []
  file.judgment.disputed = []
  const [judgment] = Object.values(file.judgment.drivers)
  file.judgment.drivers = Object.fromEntries(ids.map((id) => [id, judgment]))
  const statesOf = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `s${at}`, label: 's', from: at / count }))
  file.case.crossImpacts = {
    basis: '',
    states: Object.fromEntries(ids.map((id, index) => [id, statesOf(stateCounts[index] ?? 0)])),
    impacts: [],
  }
  return JSON.stringify(file)
}

describe('cross-impacts with a fault', () => {
  it.each<[string, (crossImpacts: Loose) => void, string, string]>([
    ['no basis', (c) => delete c.basis, 'basis', 'text, found nothing'],
    [
      'states of one driver',
      (c) => Object.assign(c, { states: { mayor: c.states.mayor }, impacts: [] }),
      'states',
      'the states of at least two drivers',
    ],
    [
      'states of a driver that is not there',
      (c) => Object.assign(c.states, { priest: c.states.mayor }),
      'states.priest',
      'the id of a driver, found "priest"',
    ],
    ['one state', (c) => c.states.mayor.pop(), 'states.mayor', 'a list of at least 2'],
    [
      'eight states',
      (c) => c.states.mayor.push(...Array(6).fill(c.states.mayor[0])),
      'states.mayor',
      'a list of at most 7',
    ],
    [
      'two states of one id',
      (c) => Object.assign(c.states.grudge[2], { id: 'nursed' }),
      'states.grudge.2.id',
      'an id of its own, found "nursed" again',
    ],
    [
      'a first state that begins late',
      (c) => Object.assign(c.states.grudge[0], { from: 0.1 }),
      'states.grudge.0.from',
      '0',
    ],
    [
      'states that do not rise',
      (c) => Object.assign(c.states.grudge[2], { from: 0.3 }),
      'states.grudge.2.from',
      'more than the 0.3 of the state before',
    ],
    [
      'an impact of a driver that has no states',
      (c) => Object.assign(c.impacts[0], { from: 'priest' }),
      'impacts.0.from',
      'the id of a driver with states, found "priest"',
    ],
    [
      'an impact on a driver that has no states',
      (c) => Object.assign(c.impacts[0], { to: 'priest' }),
      'impacts.0.to',
      'the id of a driver with states, found "priest"',
    ],
    [
      'an impact of a driver on itself',
      (c) => Object.assign(c.impacts[0], { to: 'grudge' }),
      'impacts.0.to',
      'another driver than from',
    ],
    [
      'an impact of a state that is not there',
      (c) => Object.assign(c.impacts[0], { state: 'holds' }),
      'impacts.0.state',
      'the id of a state of grudge, found "holds"',
    ],
    [
      'a driver by the name of something every object has',
      (c) => Object.assign(c.impacts[0], { from: 'constructor' }),
      'impacts.0.from',
      'the id of a driver with states, found "constructor"',
    ],
    [
      'a score of a state that is not there',
      (c) => Object.assign(c.impacts[0].scores, { nursed: 1 }),
      'impacts.0.scores.nursed',
      'the id of a state of mayor, found "nursed"',
    ],
    [
      'a score too high',
      (c) => Object.assign(c.impacts[0].scores, { out: 3.5 }),
      'impacts.0.scores.out',
      'a number of at most 3',
    ],
    [
      'a score too low',
      (c) => Object.assign(c.impacts[0].scores, { out: -4 }),
      'impacts.0.scores.out',
      'a number of at least -3',
    ],
    [
      'an impact that stands twice',
      (c) => c.impacts.push({ ...c.impacts[0], scores: {} }),
      'impacts.2',
      'one impact of grudge in open on mayor, found another',
    ],
    [
      'an unknown field',
      (c) => Object.assign(c.impacts[0], { why: '' }),
      'impacts.0.why',
      'no such field',
    ],
  ])('names the place: %s', (_, change, path, expected) => {
    const place = { path: `case.crossImpacts.${path}`, expected }
    expect(problemsAfter(change)).toContainEqual(place)
  })

  it('is nothing worse than a missing score or impact', () => {
    expect(problemsAfter((c) => Object.assign(c.impacts[0], { scores: {} }))).toEqual([])
    expect(problemsAfter((c) => Object.assign(c, { impacts: [] }))).toEqual([])
  })
})

describe('the number of combinations', () => {
  it('may be 1,048,576', () => {
    expect(parseScenario(textWithStates(Array(20).fill(2))).ok).toBe(true)
    expect(parseScenario(textWithStates(Array(10).fill(4))).ok).toBe(true)
  })

  it('may not be one that is larger', () => {
    expect(parseScenario(textWithStates([...Array(18).fill(2), 5]))).toMatchObject({
      failure: {
        problems: [
          {
            path: 'case.crossImpacts.states',
            expected: 'states that make at most 1,048,576 combinations, found 1,310,720',
          },
        ],
      },
    })
  })
})
