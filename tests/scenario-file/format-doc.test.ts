import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarioJsonSchema } from '../../src/scenario-file/json-schema'

/** docs/scenario-format.md names every field of the schema, and no other. */

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

const root = JSON.parse(scenarioJsonSchema()) as Schema

/** The rows of the table below a heading: each field's name with whether it is optional. */
function documented(heading: string): Map<string, boolean> {
  const text = readFileSync(
    join(import.meta.dirname, '..', '..', 'docs', 'scenario-format.md'),
    'utf8',
  )
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const names = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Za-z]+)(\??)`/g)])
  return new Map(names.map(([, name = '', mark]) => [name, mark === '?']))
}

const at = (schema: Schema | undefined, ...path: string[]): Schema =>
  path.reduce<Schema | undefined>((here, step) => {
    if (step === '[]') return here?.items
    if (step === '{}') return here?.additionalProperties as Schema
    return here?.properties?.[step]
  }, schema) ?? {}

const sections: [heading: string, schema: Schema][] = [
  ['Top level', root],
  ['case', at(root, 'case')],
  ['A rung', at(root, 'case', 'ladder', '[]')],
  ['A transition', at(root, 'case', 'transitions', '[]')],
  ['A reference', at(root, 'case', 'transitions', '[]', 'reference')],
  ['A driver', at(root, 'case', 'drivers', '[]')],
  ['A response', at(root, 'case', 'responses', '[]')],
  ['An item of evidence', at(root, 'case', 'evidence', '[]')],
  ['A claim', at(root, 'case', 'conclusion', '[]')],
  ['Cross-impacts', at(root, 'case', 'crossImpacts')],
  ['A state of a driver', at(root, 'case', 'crossImpacts', 'states', '{}', '[]')],
  ['An impact', at(root, 'case', 'crossImpacts', 'impacts', '[]')],
  ['judgment', at(root, 'judgment')],
  ['The judgment of a driver', at(root, 'judgment', 'drivers', '{}')],
  ['A shock', at(root, 'judgment', 'drivers', '{}', 'shocks', '[]')],
  ['run', at(root, 'run')],
]

/** Of these the document says in words that exactly one is there. */
const EITHER = new Set(['prior', 'rate'])

describe('the description of the format', () => {
  it.each(sections)('%s names the fields of the schema', (heading, schema) => {
    const fields = Object.keys(schema.properties ?? {})
    expect(fields.length).toBeGreaterThan(0)
    const rows = documented(heading)
    expect([...rows.keys()].sort()).toEqual([...fields].sort())
    for (const field of fields) {
      if (EITHER.has(field)) continue
      expect(rows.get(field), `${heading}: ${field}`).toBe(!schema.required?.includes(field))
    }
  })
})
