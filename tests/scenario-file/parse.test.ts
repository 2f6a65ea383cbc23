import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileFailure } from '../../src/scenario-file/failures'
import { describeFailure } from '../../src/scenario-file/failures'
import { readGuardedJson } from '../../src/scenario-file/json-guard'
import { parseScenario } from '../../src/scenario-file/parse'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { chainScenario } from '../scenarios'

const good = (): string => serializeScenario(chainScenario({ rungs: 3, rates: { '0>1': 0.2 } }))

// biome-ignore lint/suspicious/noExplicitAny: a file on its way to being broken has no type
type Loose = any

/** The good file with something done to it. */
const broken = (change: (file: Loose) => void): string => {
  const file = JSON.parse(good())
  change(file)
  return JSON.stringify(file)
}

const failureOf = (text: string): FileFailure => {
  const result = parseScenario(text)
  if (result.ok) throw new Error('it was read')
  return result.failure
}

const problemsOf = (text: string) => {
  const failure = failureOf(text)
  if (failure.kind !== 'invalid') throw new Error(failure.kind)
  return failure.problems
}

const driverOf = (file: Loose) => file.judgment.drivers.tension

describe('a text that is no scenario', () => {
  it.each<[string, string, FileFailure]>([
    ['nothing', '', { kind: 'empty' }],
    ['white space', ' \n\t', { kind: 'empty' }],
    ['prose', 'hello', { kind: 'not-json', line: 1, column: 1 }],
    ['a cut file', '{\n  "format": "brink-sc', { kind: 'not-json', line: 2, column: 13 }],
    ['a trailing comma', '{\n "a": 1,\n}', { kind: 'not-json', line: 3, column: 1 }],
    ['NaN', '{"a": NaN}', { kind: 'not-json', line: 1, column: 7 }],
    ['a list', '[]', { kind: 'not-a-scenario' }],
    ['another format', '{"format": "other"}', { kind: 'not-a-scenario' }],
    [
      'a newer version',
      '{"format": "brink-scenario", "formatVersion": 999}',
      { kind: 'newer-version', version: 999, supported: 3 },
    ],
    ['a repeated key', '{"a": 1,\n"\\u0061": 2}', { kind: 'repeated-key', key: 'a', line: 2 }],
    [
      'a prototype',
      '{"x": {"__proto__": {}}}',
      { kind: 'forbidden-key', key: '__proto__', line: 1 },
    ],
    [
      '64 levels of something else',
      `${'['.repeat(64)}${']'.repeat(64)}`,
      { kind: 'not-a-scenario' },
    ],
    ['65 levels', '['.repeat(65), { kind: 'too-deep', levels: 64 }],
    ['2,000 levels', '[{"a":'.repeat(1000), { kind: 'too-deep', levels: 64 }],
    ['a million levels', '['.repeat(1e6), { kind: 'too-deep', levels: 64 }],
  ])('is refused: %s', (_, text, failure) => {
    expect(failureOf(text)).toEqual(failure)
  })

  it('is refused from the first value on that is too many, with its line', () => {
    const listOf = (values: number) =>
      `[${Array(values - 1)
        .fill('0')
        .join(',\n')}]`
    expect(failureOf(listOf(200_000))).toEqual({ kind: 'not-a-scenario' })
    const failure = failureOf(listOf(200_001))
    expect(failure).toEqual({ kind: 'too-much', values: 200_000, line: 200_000 })
    expect(describeFailure(failure)).toEqual({
      summary: 'The file is not a Brink scenario.',
      details: ['It holds more than 200,000 values; line 200000 has the first too many.'],
    })
  })

  it('leaves the prototype of objects alone', () => {
    failureOf('{"format": "brink-scenario", "__proto__": {"polluted": true}}')
    expect('polluted' in {}).toBe(false)
  })
})

describe('a scenario with a fault', () => {
  it.each<[string, (file: Loose) => void, string, RegExp]>([
    ['a missing field', (f) => delete f.case.asOf, 'case.asOf', /text, found nothing/],
    ['an unknown field', (f) => Object.assign(f.case, { mood: 1 }), 'case.mood', /no such field/],
    [
      'a number too small',
      (f) => Object.assign(driverOf(f).intensity, { low: -0.1 }),
      'judgment.drivers.tension.intensity.low',
      /at least 0/,
    ],
    [
      'a number too large',
      (f) => Object.assign(driverOf(f).intensity, { high: 1.5 }),
      'judgment.drivers.tension.intensity.high',
      /at most 1/,
    ],
    [
      'a mode below low',
      (f) => Object.assign(driverOf(f), { intensity: { low: 0.6, mode: 0.5, high: 0.7 } }),
      'judgment.drivers.tension.intensity.mode',
      /not below low/,
    ],
    ['text for a number', (f) => Object.assign(f.run, { seed: '1' }), 'run.seed', /number/],
    ['half a draw', (f) => Object.assign(f.run, { draws: 1.5 }), 'run.draws', /whole number/],
    ['no draws', (f) => Object.assign(f.run, { draws: 0 }), 'run.draws', /at least 1/],
    [
      'a date that is none',
      (f) => Object.assign(f.case, { asOf: '2023-02-30' }),
      'case.asOf',
      /calendar/,
    ],
    [
      'an unknown rung',
      (f) => Object.assign(f.judgment, { start: { nowhere: 1 } }),
      'judgment.start.nowhere',
      /a rung, found "nowhere"/,
    ],
    [
      'a start that does not add up',
      (f) => Object.assign(f.judgment, { start: { r0: 0.5, r1: 0.4 } }),
      'judgment.start',
      /add up to 1, found 0.9/,
    ],
    [
      'a driver without judgment',
      (f) => Object.assign(f.judgment, { drivers: {} }),
      'judgment.drivers.tension',
      /a judgment of this driver/,
    ],
    [
      'a disputed item that is not there',
      (f) => Object.assign(f.judgment, { disputed: ['ghost'] }),
      'judgment.disputed.0',
      /an item of evidence, found "ghost"/,
    ],
    [
      'two rungs of one id',
      (f) => Object.assign(f.case.ladder[1], { id: 'r0' }),
      'case.ladder.1.id',
      /an id of its own/,
    ],
    [
      'a severity that does not rise',
      (f) => Object.assign(f.case.ladder[1], { severity: 0 }),
      'case.ladder.1.severity',
      /more than the 0/,
    ],
    [
      'both a prior and a rate',
      (f) => Object.assign(f.case.transitions[0], { prior: { events: 1, months: 1 } }),
      'case.transitions.0',
      /either prior or rate/,
    ],
    [
      'a transition under another name',
      (f) => Object.assign(f.case.transitions[0], { id: 'r0>r2' }),
      'case.transitions.0.id',
      /"r0>r1"/,
    ],
    [
      'a wording without a range',
      (f) =>
        f.case.conclusion.push({
          id: 'c',
          statement: 's',
          locator: 'l',
          wording: 'may',
          event: { kind: 'reach', rung: 'r1' },
        }),
      'case.conclusion.0.wording',
      /a word of a yardstick/,
    ],
  ])('names the place: %s', (_, change, path, expected) => {
    const problems = problemsOf(broken(change))
    const problem = problems.find((found) => found.path === path)
    expect(problem?.expected, JSON.stringify(problems)).toMatch(expected)
  })

  it('refuses a number too large to be one', () => {
    const text = good().replace('"draws": 1', '"draws": 1e999')
    expect(problemsOf(text).map(({ path }) => path)).toContain('run.draws')
  })

  it('shows twenty problems and counts the rest', () => {
    const failure = failureOf(
      broken((file) => {
        file.judgment.disputed = Array.from({ length: 50 }, (_, n) => `ghost-${n}`)
      }),
    )
    expect(failure).toMatchObject({ kind: 'invalid', more: 30 })
    const { details } = describeFailure(failure)
    expect(details).toHaveLength(21)
    expect(details.at(-1)).toBe('and 30 more places')
  })

  it('repeats a wording without what would turn the message round', () => {
    const claim = { id: 'c', statement: 's', locator: 'l', event: { kind: 'reach', rung: 'r1' } }
    const wording = `may\u202e\u2067${'x'.repeat(400)}`
    const [problem] = problemsOf(broken((f) => f.case.conclusion.push({ ...claim, wording })))
    expect(problem).toEqual({
      path: 'case.conclusion.0.wording',
      expected: `a word of a yardstick, or a range of the claim's own beside "may\ufffd\ufffd${'x'.repeat(74)}…"`,
    })
  })

  it('reads minus zero as zero', () => {
    const result = parseScenario(
      broken((file) => {
        file.case.ladder[0].severity = '-0'
      }).replace('"-0"', '-0'),
    )
    expect(result.ok && Object.is(result.scenario.case.ladder[0]?.severity, 0)).toBe(true)
  })
})

describe('every text', () => {
  it('is JSON to the reader exactly where it is to JSON.parse, keys aside', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      '01',
      '"\\x"',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
        const text = parts.join('')
        const result = readGuardedJson(text)
        const isNotJson = !result.ok && result.failure.kind === 'not-json'
        expect(isNotJson, text).toBe(!isJson(text))
      }),
      { numRuns: 5000 },
    )
  })
})

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
