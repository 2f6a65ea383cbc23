import type { z } from 'zod'
import type { Scenario } from '../forecast/scenario'
import type { FileFailure, Problem } from './failures'
import { readGuardedJson } from './json-guard'
import { migrateFile } from './migrations'
import { sayName } from './plain-text'
import { findBrokenReferences } from './references'
import { scenarioFileSchema } from './schema'

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly failure: FileFailure }

/** Larger than any scenario that a person could read. */
export const MOST_BYTES = 20 * 1024 * 1024

/** The newest version this program reads; it writes the lowest that can hold a scenario. */
const FORMAT_VERSION = 3

const SHOWN_PROBLEMS = 20

const fail = (failure: FileFailure): ParseResult => ({ ok: false, failure })

/** Reads the text of a scenario file; never throws, whatever the text. */
export function parseScenario(text: string): ParseResult {
  if (text.trim() === '') return fail({ kind: 'empty' })
  if (isTooLarge(text)) return fail({ kind: 'too-large' })
  const json = readGuardedJson(text)
  if (!json.ok) return json
  const envelope = json.value
  if (!isObject(envelope) || envelope.format !== 'brink-scenario') {
    return fail({ kind: 'not-a-scenario' })
  }
  const version = envelope.formatVersion
  if (typeof version === 'number' && Number.isInteger(version) && version > FORMAT_VERSION) {
    return fail({ kind: 'newer-version', version, supported: FORMAT_VERSION })
  }
  if (!isKnownVersion(version)) return invalid([unknownVersion(version)])
  const { file, unknownFields } = migrateFile(envelope)
  const strangers = unknownFields.map(unknownField)
  const parsed = scenarioFileSchema.safeParse(file)
  if (!parsed.success) return invalid([...strangers, ...parsed.error.issues.flatMap(toProblems)])
  const { format: _, formatVersion: __, ...scenario } = parsed.data
  const problems = [...strangers, ...findBrokenReferences(scenario)]
  return problems.length > 0 ? invalid(problems) : { ok: true, scenario }
}

/** A file as large could not be read again: what is to be written is held to it too. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > MOST_BYTES && new TextEncoder().encode(text).length > MOST_BYTES

const isKnownVersion = (version: unknown): boolean =>
  version === 1 || version === 2 || version === FORMAT_VERSION

const unknownVersion = (version: unknown): Problem => ({
  path: 'formatVersion',
  expected: `1, 2 or 3, found ${sayFound(version)}`,
})

function sayFound(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return `the text "${sayName(value)}"`
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : 'something else'
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const invalid = (problems: readonly Problem[]): ParseResult =>
  fail({
    kind: 'invalid',
    problems: problems.slice(0, SHOWN_PROBLEMS),
    more: Math.max(0, problems.length - SHOWN_PROBLEMS),
  })

const unknownField = (path: string): Problem => ({ path, expected: 'no such field' })

type Issue = z.core.$ZodIssue

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => sayName(String(step))).join('.')

/** One problem for each place of a schema issue. */
function toProblems(issue: Issue): Problem[] {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(pathOf([...issue.path, key])))
  }
  return [{ path, expected: expectation(issue) }]
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue)
        ? `${typeName(issue.expected)}, found nothing`
        : typeName(issue.expected)
    case 'too_small':
      return bound(
        issue.origin,
        issue.inclusive === false ? 'more than' : 'at least',
        issue.minimum,
      )
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ')
    case 'invalid_union':
      return 'one of the known kinds'
    case 'invalid_key':
      return 'an id of lower-case letters, digits and hyphens as the name'
    default:
      return issue.message
  }
}

const isMissing = (issue: Issue): boolean => issue.message.endsWith('received undefined')

const TYPE_NAMES: Readonly<Record<string, string>> = {
  number: 'a finite number',
  int: 'a whole number',
  string: 'text',
  array: 'a list',
  tuple: 'a list of two numbers',
  object: 'an object',
  record: 'an object',
}

const typeName = (type: string): string => TYPE_NAMES[type] ?? type

function bound(origin: string, comparison: string, limit: number | bigint): string {
  if (origin === 'string') {
    return comparison === 'at least' && Number(limit) === 1
      ? 'text that is not empty'
      : `text of ${comparison} ${limit} characters`
  }
  if (origin === 'array') return `a list of ${comparison} ${limit}`
  return `a number of ${comparison} ${limit}`
}
