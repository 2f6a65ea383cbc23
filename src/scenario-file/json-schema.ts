import { z } from 'zod'
import { scenarioFileSchema } from './schema'

/** What files of some versions do not have, by the fields of the case that it would be in. */
const inVersions = (versions: readonly number[], properties: object) => ({
  if: { properties: { formatVersion: { enum: versions } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { properties: { case: { properties } } },
})

const WITHOUT_REFERENCE = { items: { properties: { reference: false } } }

const OLDER_VERSIONS = {
  allOf: [
    inVersions([1], { crossImpacts: false }),
    inVersions([1, 2], { transitions: WITHOUT_REFERENCE, responses: WITHOUT_REFERENCE }),
  ],
}

/** The file format as a JSON Schema, for editors and for other programs. */
export const scenarioJsonSchema = (): string => {
  const schema = z.toJSONSchema(scenarioFileSchema, { io: 'input', target: 'draft-2020-12' })
  const titled = {
    $schema: schema.$schema,
    $id: 'urn:brink:scenario:3',
    title: 'Brink scenario, format versions 1 to 3',
    ...schema,
    ...OLDER_VERSIONS,
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}
