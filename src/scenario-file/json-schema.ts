import { z } from 'zod'
import { scenarioFileSchema } from './schema'

/** What version 1 did not have. */
const VERSION_1 = {
  if: { properties: { formatVersion: { const: 1 } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { properties: { case: { properties: { crossImpacts: false } } } },
}

/** The file format as a JSON Schema, for editors and for other programs. */
export const scenarioJsonSchema = (): string => {
  const schema = z.toJSONSchema(scenarioFileSchema, { io: 'input', target: 'draft-2020-12' })
  const titled = {
    $schema: schema.$schema,
    $id: 'urn:brink:scenario:2',
    title: 'Brink scenario, format versions 1 and 2',
    ...schema,
    ...VERSION_1,
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}
