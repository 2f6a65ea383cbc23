/**
 * From each older version of the format to the next. What stands here is history and
 * imports nothing, so that no later change of the format can reach it.
 */

type Fields = Readonly<Record<string, unknown>>

/** A file brought to the newest version, and the fields in it that its own version did not have. */
export interface Migration {
  readonly file: Fields
  /** Dotted paths. */
  readonly unknownFields: readonly string[]
}

type Step = (file: Fields) => Migration

const STEPS: ReadonlyMap<unknown, Step> = new Map([
  [1, fromVersion1],
  [2, fromVersion2],
])

/** Takes every step from the version that the file says it has; a file of any other is left as it is. */
export function migrateFile(file: Fields): Migration {
  const step = STEPS.get(file.formatVersion)
  if (!step) return { file, unknownFields: [] }
  const next = step(file)
  const rest = migrateFile(next.file)
  return { file: rest.file, unknownFields: [...next.unknownFields, ...rest.unknownFields] }
}

/** Version 2 added `case.crossImpacts` and changed nothing else. */
function fromVersion1(file: Fields): Migration {
  const raised = { ...file, formatVersion: 2 }
  const { case: conflictCase } = file
  if (!isObject(conflictCase) || !Object.hasOwn(conflictCase, 'crossImpacts')) {
    return { file: raised, unknownFields: [] }
  }
  const { crossImpacts: _, ...known } = conflictCase
  return { file: { ...raised, case: known }, unknownFields: ['case.crossImpacts'] }
}

/** Version 3 added `reference` of transitions and responses and changed nothing else. */
function fromVersion2(file: Fields): Migration {
  const raised = { ...file, formatVersion: 3 }
  const { case: conflictCase } = file
  if (!isObject(conflictCase)) return { file: raised, unknownFields: [] }
  const lists = ['transitions', 'responses'].map((list) => withoutReferences(conflictCase, list))
  return {
    file: { ...raised, case: Object.assign({}, conflictCase, ...lists.map(({ kept }) => kept)) },
    unknownFields: lists.flatMap(({ unknownFields }) => unknownFields),
  }
}

/** A list of the case without the references in its entries, and where they stood. */
function withoutReferences(conflictCase: Fields, list: string) {
  const entries = conflictCase[list]
  if (!Array.isArray(entries)) return { kept: {}, unknownFields: [] }
  const unknownFields: string[] = []
  const kept = entries.map((entry: unknown, index) => {
    if (!isObject(entry) || !Object.hasOwn(entry, 'reference')) return entry
    unknownFields.push(`case.${list}.${index}.reference`)
    const { reference: _, ...known } = entry
    return known
  })
  return { kept: { [list]: kept }, unknownFields }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
