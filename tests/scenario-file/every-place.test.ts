import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeFailure, type FileFailure } from '../../src/scenario-file/failures'
import { parseScenario } from '../../src/scenario-file/parse'
import { findUnplain, plainText } from '../../src/scenario-file/plain-text'
import { isObject, type Json, type Place, placesIn, replaceAt } from './walk'

/** A fault put at every place of a good file where it can stand. */

const good: Json = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'version-3.brink'), 'utf8'),
)
const objects = placesIn(good).filter(({ value }) => isObject(value))
const texts = placesIn(good).filter(({ value }) => typeof value === 'string')

function failureOf(text: string): FileFailure {
  const result = parseScenario(text)
  if (result.ok) throw new Error(`it was read: ${text.slice(0, 200)}`)
  return result.failure
}

const MARK = '"a place to put it"'

/** The good file with something written at the end, or the beginning, of an object. */
function textWith(written: string, { path, value }: Place, isFirst = false): string {
  const marked = isObject(value) ? { ...value, [MARK]: 0 } : value
  const text = JSON.stringify(replaceAt(good, path, marked))
  const key = `${JSON.stringify(MARK)}:0`
  if (!isFirst) return text.replace(key, written)
  const first = JSON.stringify(replaceAt(good, path, { [MARK]: 0, ...(value as object) }))
  return first.replace(key, written)
}

const quoted = (key: string): string[] => [
  JSON.stringify(key),
  `"${[...key].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
]

describe('in every object of a file', () => {
  it('there are many', () => {
    expect(objects.length).toBeGreaterThan(25)
    expect(texts.length).toBeGreaterThan(50)
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    '%s is refused, however it is spelt',
    (key) => {
      const before = Reflect.ownKeys(Object.prototype)
      for (const place of objects) {
        for (const spelt of quoted(key)) {
          const written = `${spelt}:{"polluted":true}`
          const failure = failureOf(textWith(written, place))
          expect(failure).toEqual({ kind: 'forbidden-key', key, line: 1 })
        }
      }
      expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
      expect('polluted' in {}).toBe(false)
    },
  )

  it('a key given twice is refused, however it is spelt', () => {
    for (const place of objects) {
      for (const key of Object.keys(place.value as object)) {
        for (const spelt of quoted(key)) {
          const failure = failureOf(textWith(`${spelt}:1`, place))
          expect(failure).toEqual({ kind: 'repeated-key', key, line: 1 })
        }
      }
    }
  })

  it('too many levels are refused, of lists, of objects and of both', () => {
    for (const place of objects) {
      for (const nested of [
        `"x":${'['.repeat(65)}${']'.repeat(65)}`,
        `"x":${'{"x":'.repeat(65)}1${'}'.repeat(65)}`,
        `"x":${'[{"x":'.repeat(33)}1${'}]'.repeat(33)}`,
      ]) {
        expect(failureOf(textWith(nested, place, true)).kind).toBe('too-deep')
      }
    }
  })

  it('thousands and a million of them are refused alike', () => {
    for (const place of objects) {
      for (const levels of [2000, 1_000_000]) {
        const nested = `"x":${'['.repeat(levels)}${']'.repeat(levels)}`
        expect(failureOf(textWith(nested, place, true))).toEqual({ kind: 'too-deep', levels: 64 })
      }
    }
  })

  it('a field that is not of the format is refused with its place', () => {
    for (const place of objects) {
      const failure = failureOf(textWith('"a_b":1', place))
      if (failure.kind === 'not-a-scenario') continue
      const path = [...place.path, 'a_b'].join('.')
      const named = failure.kind === 'invalid' && failure.problems.some((one) => one.path === path)
      expect(named, path).toBe(true)
    }
  })
})

const placed = (failure: FileFailure, path: string) =>
  failure.kind === 'invalid' ? failure.problems.filter((problem) => problem.path === path) : []

/** What each refused character is called. */
const UNPLAIN: [string, string][] = [
  ['\u0000', 'U+0000'],
  ['\u0007', 'U+0007'],
  ['\u001b', 'U+001B'],
  ['\u007f', 'U+007F'],
  ['\u009b', 'U+009B'],
  ['\ud800', 'U+D800'],
  ['\udfff', 'U+DFFF'],
]

describe('in every text of a file', () => {
  it.each(UNPLAIN)('%j is refused with the place', (character, name) => {
    for (const { path, value } of texts) {
      if (path[0] === 'format') continue
      const failure = failureOf(JSON.stringify(replaceAt(good, path, `${value}${character}`)))
      const at = path.join('.')
      expect(failure.kind, at).toBe('invalid')
      const problems = placed(failure, at)
      // An id, a date and a word of a list are refused for what they are; the rest as texts.
      const isFree =
        /(title|summary|label|description|basis|statement|locator|publisher|published|note|url|language)$/
      if (isFree.test(at)) expect(problems[0]?.expected, at).toContain(`found ${name}`)
      else if (!at.includes('.event.kind')) expect(problems.length, at).toBeGreaterThan(0)
    }
  })

  it('is refused in a key too, and said without being passed on', () => {
    for (const [character] of UNPLAIN) {
      const place = objects.find(({ path }) => path.join('.') === 'judgment.drivers') as Place
      const failure = failureOf(textWith(`${JSON.stringify(`a${character}`)}:1`, place))
      const { details } = describeFailure(failure)
      expect(details.join('\n')).toContain('judgment.drivers.a\ufffd')
      expect(details.join('\n')).not.toContain(character)
    }
  })

  it('tabs and line ends may stand in long texts, and not in those of one line', () => {
    const long = replaceAt(good, ['summary'], 'a\tb\nc\r\nd')
    const read = parseScenario(JSON.stringify(long))
    expect(read.ok && read.scenario.summary).toBe('a\tb\nc\r\nd')
    for (const layout of ['\t', '\n', '\r']) {
      const failure = failureOf(JSON.stringify(replaceAt(good, ['title'], `a${layout}b`)))
      expect(placed(failure, 'title')[0]?.expected).toMatch(/^one line of text without control/)
    }
  })

  it('what turns the direction of writing may stand', () => {
    const read = parseScenario(JSON.stringify(replaceAt(good, ['title'], 'a\u202eb\u2067')))
    expect(read.ok && read.scenario.title).toBe('a\u202eb\u2067')
  })
})

describe('a text that is typed or pasted', () => {
  const everything = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('')
  const pasted = `${everything}\ud800x\udc00\ud83c\udf0d`

  it.each(['line', 'text'] as const)('becomes one that a file takes: a %s', (kind) => {
    expect(findUnplain(pasted, kind)).toBeDefined()
    const plain = plainText(pasted, kind)
    expect(findUnplain(plain, kind)).toBeUndefined()
    expect(plainText(plain, kind)).toBe(plain)
    const place = kind === 'line' ? 'title' : 'summary'
    const most = kind === 'line' ? 500 : 20_000
    const file = replaceAt(good, [place], plain.slice(-most).toWellFormed())
    expect(parseScenario(JSON.stringify(file)).ok).toBe(true)
  })

  it('keeps what it says', () => {
    expect(plainText('a\tb\r\nc\u0007d', 'line')).toBe('a b cd')
    expect(plainText('a\tb\r\nc\u0007d', 'text')).toBe('a\tb\r\ncd')
    expect(plainText('\u05d0\u202e🌍', 'line')).toBe('\u05d0\u202e🌍')
  })
})
