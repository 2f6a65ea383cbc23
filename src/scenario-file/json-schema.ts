import { z } from 'zod'
import { scenarioFileSchema } from './schema'

/** The file format as a JSON Schema, for editors and for other programs. */
export const scenarioJsonSchema = (): string => {
  const schema = z.toJSONSchema(scenarioFileSchema, { io: 'input', target: 'draft-2020-12' })
  const titled = {
    $schema: schema.$schema,
    $id: 'urn:brink:scenario:1',
    title: 'Brink scenario, format version 1',
    ...schema,
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}
