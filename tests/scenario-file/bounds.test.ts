import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_VALUES } from '../../src/scenario-file/json-guard'
import { scenarioJsonSchema } from '../../src/scenario-file/json-schema'
import { parseScenario } from '../../src/scenario-file/parse'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { readScenario } from '../bundled'
import { type Json, type Place, placesIn, replaceAt } from './walk'

/** Every list, record, text and number of the format ends somewhere. */

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maxProperties?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
}

const root = JSON.parse(scenarioJsonSchema()) as Schema

const isRecord = ({ additionalProperties }: Schema): boolean =>
  typeof additionalProperties === 'object'

/** What may stand directly inside what a schema describes, with the steps to it. */
function partsOf(schema: Schema): [string, Schema][] {
  const { properties = {}, additionalProperties, propertyNames, items } = schema
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.prefixItems ?? [])]
  return [
    ...Object.entries(properties),
    ...choices.map((choice, index): [string, Schema] => [`choice ${index}`, choice]),
    ...(typeof additionalProperties === 'object'
      ? [['{}', additionalProperties] as [string, Schema]]
      : []),
    ...(propertyNames ? [['key', propertyNames] as [string, Schema]] : []),
    ...(items ? [['[]', items] as [string, Schema]] : []),
  ]
}

const everyPart = (schema: Schema, path: string): [string, Schema][] => [
  [path, schema],
  ...partsOf(schema).flatMap(([step, part]) => everyPart(part, `${path}.${step}`)),
]

const isFixed = (schema: Schema): boolean => 'const' in schema || 'enum' in schema

function missingBound(schema: Schema): string | undefined {
  if (isFixed(schema)) return undefined
  switch (schema.type) {
    case 'string':
      return schema.maxLength === undefined ? 'a longest text' : undefined
    case 'array':
      return (schema.maxItems ?? schema.prefixItems?.length) === undefined ? 'a most' : undefined
    case 'object':
      if (isRecord(schema)) return schema.maxProperties === undefined ? 'a most' : undefined
      return schema.additionalProperties === false ? undefined : 'a list of its fields'
    case 'number':
    case 'integer': {
      const least = schema.minimum ?? schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY
      const largest = Math.max(-least, schema.maximum ?? Number.POSITIVE_INFINITY)
      return largest < Number.MAX_SAFE_INTEGER ? undefined : 'an end below 2^53'
    }
    default:
      return partsOf(schema).length > 0 ? undefined : 'a type'
  }
}

/** How many values stand in the fullest thing that a schema lets be. */
function mostValues(schema: Schema): number {
  const { items, additionalProperties, properties = {} } = schema
  const fields = Object.values(properties).reduce((sum, part) => sum + mostValues(part), 0)
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(mostValues)
  const entries =
    typeof additionalProperties === 'object'
      ? (schema.maxProperties ?? Infinity) * mostValues(additionalProperties)
      : 0
  const listed = items ? (schema.maxItems ?? Infinity) * mostValues(items) : 0
  return 1 + fields + entries + listed + (schema.prefixItems?.length ?? 0) + Math.max(0, ...choices)
}

describe('the format', () => {
  const parts = everyPart(root, '')

  it('has a bound on everything in it', () => {
    expect(parts.length).toBeGreaterThan(100)
    const open = parts.flatMap(([path, schema]) => {
      const missing = missingBound(schema)
      return missing ? [`${path}: ${missing}`] : []
    })
    expect(open).toEqual([])
  })

  it('lets no scenario hold more values than the reader takes', () => {
    const most = mostValues(root)
    expect(most).toBeGreaterThan(50_000)
    expect(most).toBeLessThan(MOST_VALUES)
  })
})

const good: Json = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'version-3.brink'), 'utf8'),
)
const numbers = placesIn(good).filter(({ value }) => typeof value === 'number')

/** The good file with a number written as it is given, whatever JSON.stringify would make of it. */
const written = ({ path }: Place, digits: string): string =>
  JSON.stringify(replaceAt(good, path, '<here>')).replace('"<here>"', digits)

const problemAt = (text: string, { path }: Place): boolean => {
  const result = parseScenario(text)
  if (result.ok || result.failure.kind !== 'invalid') return false
  return result.failure.problems.some((problem) => problem.path === path.join('.'))
}

describe('a number', () => {
  const UNREADABLE = ['1e999', '-1e999', '9007199254740993', '-9007199254740993', '9'.repeat(1000)]

  it.each(UNREADABLE)('that would become another one is refused at every place: %s', (digits) => {
    for (const place of numbers) {
      if (place.path[0] === 'formatVersion') continue
      expect(problemAt(written(place, digits), place), place.path.join('.')).toBe(true)
    }
  })

  it('minus zero is zero wherever it may stand', () => {
    for (const place of numbers) {
      const result = parseScenario(written(place, '-0'))
      if (!result.ok) continue
      const text = serializeScenario(result.scenario)
      expect(readScenario(text)).toEqual(result.scenario)
      for (const { value } of placesIn(result.scenario as unknown as Json))
        expect(Object.is(value, -0)).toBe(false)
    }
  })

  const severity = numbers.find(({ path }) => path.join('.') === 'case.ladder.0.severity') as Place
  const severityOf = (digits: string) =>
    readScenario(written(severity, digits)).case.ladder[0]?.severity

  it.each<[string, number]>([
    ['5e-324', 5e-324],
    ['1e-400', 0],
    ['0.1000000000000000055511151231257827', 0.1],
    [`0.${'1'.repeat(1000)}`, 0.1111111111111111],
    ['1.5E-3', 0.0015],
  ])('is read as the nearest there is, and stays it: %s', (digits, value) => {
    expect(severityOf(digits)).toBe(value)
    const saved = serializeScenario(readScenario(written(severity, digits)))
    expect(readScenario(saved).case.ladder[0]?.severity).toBe(value)
  })

  it('comes back from a saved file to the bit, whatever it is', () => {
    const scenario = readScenario(JSON.stringify(good))
    const { shocks: _, ...rest } = Object.values(scenario.judgment.drivers)[0] ?? {}
    const [name = ''] = Object.keys(scenario.judgment.drivers)
    const within = (min: number, max: number) =>
      fc.double({ min, max, noNaN: true }).map((value) => value + 0)
    const above = (max: number) => within(5e-324, max)
    fc.assert(
      fc.property(
        within(0, 1e4),
        within(-1, 1),
        above(1e4),
        within(-100, 100),
        above(1e9),
        (month, change, lasts, trendPerYear, events) => {
          const driver = { ...rest, trendPerYear, shocks: [{ month, change, lasts }] }
          const [first, ...others] = scenario.case.transitions
          const { rate: __, ...transition } = first ?? {}
          const drawn = {
            ...scenario,
            case: {
              ...scenario.case,
              transitions: [{ ...transition, prior: { events, months: lasts } }, ...others],
            },
            judgment: {
              ...scenario.judgment,
              drivers: { ...scenario.judgment.drivers, [name]: driver },
            },
          } as typeof scenario
          expect(readScenario(serializeScenario(drawn))).toStrictEqual(drawn)
        },
      ),
      { numRuns: 500 },
    )
  })
})
