import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { parseScenario } from '../../src/scenario-file/parse'
import { baselineScenario } from '../bundled'

const whole = readFileSync(join(import.meta.dirname, 'fixtures', 'version-3.brink'), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: a file on its way to being broken has no type
type Loose = any

/** What is said of the file with something done to one of its base rates. */
function problemsAfter(list: 'transitions' | 'responses', change: (move: Loose) => void) {
  const file = JSON.parse(whole)
  change(file.case[list][0])
  const result = parseScenario(JSON.stringify(file))
  if (result.ok) return []
  return result.failure.kind === 'invalid' ? result.failure.problems : [result.failure]
}

const RUNGS = '"calm" or "threat" or "force" or "deaths" or "war"'

describe.each(['transitions', 'responses'] as const)('a reference with a fault, in %s', (list) => {
  it.each<[string, (move: Loose) => void, string, string]>([
    ['no class', (m) => delete m.reference.class, '.class', 'text, found nothing'],
    [
      'a class that is no id',
      (m) => Object.assign(m.reference, { class: 'Land neighbours' }),
      '.class',
      'an id of lower-case letters, digits and hyphens',
    ],
    [
      'a class of too many letters',
      (m) => Object.assign(m.reference, { class: 'a'.repeat(65) }),
      '.class',
      'text of at most 64 characters',
    ],
    [
      'a third level',
      (m) => Object.assign(m.reference, { level: 'war' }),
      '.level',
      '"dispute" or "incident"',
    ],
    ['a move out of anything', (m) => Object.assign(m.reference, { from: 'any' }), '.from', RUNGS],
    [
      'a move to a rung that the record has not',
      (m) => Object.assign(m.reference, { to: 'peace' }),
      '.to',
      `${RUNGS} or "any"`,
    ],
    [
      'a move that stays where it is',
      (m) => Object.assign(m.reference, { from: 'war', to: 'war' }),
      '.to',
      'another rung than from',
    ],
    [
      'a field too many',
      (m) => Object.assign(m.reference, { weight: 1 }),
      '.weight',
      'no such field',
    ],
    ['nothing', (m) => Object.assign(m, { reference: null }), '', 'an object'],
    [
      'a rate beside it',
      (m) => {
        delete m.prior
        m.rate = 0.1
      },
      '',
      'a prior beside it, which rests on it',
    ],
  ])('names the place: %s', (_, change, path, expected) => {
    expect(problemsAfter(list, change)).toEqual([
      { path: `case.${list}.0.reference${path}`, expected },
    ])
  })

  it('is none that cites a class no library has', () => {
    expect(problemsAfter(list, (m) => Object.assign(m.reference, { class: 'pair-1-2' }))).toEqual(
      [],
    )
  })
})

const without = <T extends { readonly reference?: unknown }>({ reference: _, ...rest }: T) => rest

describe('a forecast', () => {
  it('is the same to the bit with and without what its priors rest on', () => {
    const cited = baselineScenario()
    const { transitions, responses } = cited.case
    expect(transitions.filter(({ reference }) => reference)).toHaveLength(4)
    const uncited = {
      ...cited,
      case: {
        ...cited.case,
        transitions: transitions.map(without),
        responses: responses.map(without),
      },
    } as Scenario
    expect(forecast(uncited)).toEqual(forecast(cited))
  })
})
