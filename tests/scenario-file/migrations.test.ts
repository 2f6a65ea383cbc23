import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeFailure } from '../../src/scenario-file/failures'
import { migrateFile } from '../../src/scenario-file/migrations'
import { parseScenario } from '../../src/scenario-file/parse'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { readScenario } from '../bundled'

/** Files of every version there has been, each beside what it reads as: neither ever changes. */
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

const crossImpacts = JSON.parse(fixture('version-2.brink')).case.crossImpacts

const problemsOf = (file: object) => {
  const result = parseScenario(JSON.stringify(file))
  return !result.ok && result.failure.kind === 'invalid' ? result.failure.problems : []
}

describe.each([1, 2, 3])('a file of version %i', (version) => {
  const text = fixture(`version-${version}.brink`)

  it('reads as it always has', () => {
    expect(readScenario(text)).toEqual(JSON.parse(fixture(`version-${version}.read.json`)))
  })

  it('is written again to the byte, in the version that it had', () => {
    expect(serializeScenario(readScenario(text))).toBe(text)
  })
})

describe('version 1', () => {
  const file = JSON.parse(fixture('version-1.brink'))

  it('becomes the newest version by its number alone', () => {
    const expected = { file: { ...file, formatVersion: 3 }, unknownFields: [] }
    expect(migrateFile(file)).toEqual(expected)
  })

  it('is left as it was', () => {
    const copy = structuredClone(file)
    migrateFile({ ...copy, case: { ...copy.case, crossImpacts } })
    migrateFile(copy)
    expect(copy).toEqual(file)
  })

  it('has no cross-impacts, whatever is in them', () => {
    const place = [{ path: 'case.crossImpacts', expected: 'no such field' }]
    for (const content of [crossImpacts, {}, null, 1]) {
      expect(problemsOf({ ...file, case: { ...file.case, crossImpacts: content } })).toEqual(place)
    }
  })

  it('tells of them beside whatever else is wrong', () => {
    const faulty = { ...file, case: { ...file.case, mood: 1, crossImpacts }, run: { draws: 1 } }
    expect(problemsOf(faulty).map(({ path }) => path)).toEqual([
      'case.crossImpacts',
      'case.mood',
      'run.seed',
    ])
  })

  it('is what a scenario is written in again once its cross-impacts are gone', () => {
    const { crossImpacts: _, ...without } = readScenario(fixture('version-2.brink')).case
    const scenario = { ...readScenario(fixture('version-2.brink')), case: without }
    expect(JSON.parse(serializeScenario(scenario)).formatVersion).toBe(1)
  })
})

describe('version 2', () => {
  const file = JSON.parse(fixture('version-2.brink'))
  const reference = { class: 'rivals', level: 'dispute', from: 'calm', to: 'any' }
  const withReference = (content: unknown, version = 2) => {
    const { transitions, responses } = file.case
    const [first, second, third] = transitions
    const changed = [first, { ...second, reference: content }, third]
    const answers = responses.map((each: object) => ({ ...each, reference: content }))
    const conflictCase = { ...file.case, transitions: changed, responses: answers }
    return { ...file, formatVersion: version, case: conflictCase }
  }
  const places = [
    { path: 'case.transitions.1.reference', expected: 'no such field' },
    { path: 'case.responses.0.reference', expected: 'no such field' },
  ]

  it('becomes version 3 by its number alone', () => {
    const expected = { file: { ...file, formatVersion: 3 }, unknownFields: [] }
    expect(migrateFile(file)).toEqual(expected)
  })

  it('is left as it was', () => {
    const given = withReference(reference)
    const copy = structuredClone(given)
    migrateFile(given)
    expect(given).toEqual(copy)
  })

  it('has no references, whatever is in them', () => {
    for (const content of [reference, {}, null, 1]) {
      expect(problemsOf(withReference(content))).toEqual(places)
    }
  })

  it('had none in version 1 either', () => {
    const { crossImpacts: _, ...older } = withReference(reference).case
    expect(problemsOf({ ...withReference(reference, 1), case: older })).toEqual(places)
  })

  it.each([undefined, null, 1, 'transitions', [null, 1, 'x', []]])(
    'goes on to be refused for what it is where its lists are none: %j',
    (transitions) => {
      const broken = { ...file, case: { ...file.case, transitions } }
      expect(problemsOf(broken)[0]?.path).toMatch(/^case\.transitions/)
    },
  )

  it('is what a scenario is written in again once its references are gone', () => {
    const whole = readScenario(fixture('version-3.brink'))
    const without = <T extends { readonly reference?: unknown }>({ reference: _, ...rest }: T) =>
      rest
    const transitions = whole.case.transitions.map(without)
    const some = { ...whole, case: { ...whole.case, transitions } }
    expect(JSON.parse(serializeScenario(some)).formatVersion).toBe(3)
    const responses = whole.case.responses.map(without)
    const none = { ...whole, case: { ...some.case, responses } }
    expect(JSON.parse(serializeScenario(none)).formatVersion).toBe(2)
  })
})

describe('a version that there never was', () => {
  it.each<[unknown, string]>([
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    [2.5, '2.5'],
    ['2', 'the text "2"'],
    [null, 'something else'],
    [[2], 'something else'],
    [undefined, 'nothing'],
  ])('is refused, and nothing else is said of the file: %j', (formatVersion, found) => {
    const file = { ...JSON.parse(fixture('version-1.brink')), formatVersion, run: 1 }
    expect(problemsOf(file)).toEqual([
      { path: 'formatVersion', expected: `1, 2 or 3, found ${found}` },
    ])
  })

  it.each([4, 999, 1e300])('is refused by name where it is newer: %d', (version) => {
    const file = { ...JSON.parse(fixture('version-1.brink')), formatVersion: version }
    const result = parseScenario(JSON.stringify(file))
    if (result.ok) throw new Error('it was read')
    expect(result.failure).toEqual({ kind: 'newer-version', version, supported: 3 })
    expect(describeFailure(result.failure)).toEqual({
      summary: 'The file was made by a newer version of Brink.',
      details: [
        `formatVersion: expected 3 or lower, found ${version}. It was left as it is; open it with that version.`,
      ],
    })
  })
})
