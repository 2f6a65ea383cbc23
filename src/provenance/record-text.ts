import { z } from 'zod'
import { readGuardedJson } from '../scenario-file/json-guard'
import { MOST_BYTES } from '../scenario-file/parse'
import { replacePiecewise } from './piecewise'
import { type ExportRecord, sha256 } from './provenance'

// The page's policy forbids what zod would otherwise try.
z.config({ jitless: true })

const FORMAT = 'brink-export'
const FORMAT_VERSION = 1

/** How every record begins, so that it is known for one among other attachments. */
export const RECORD_START = `{"format":"${FORMAT}"`

/** In characters; a scenario as large as may be, written in signs of which all are ASCII. */
export const LONGEST_RECORD = 3 * MOST_BYTES

/** Why what an export carries is not taken. */
export type RecordFailure =
  /** It is not written as a record is. */
  | 'unreadable'
  /** The scenario in it is not the one that was put in. */
  | 'scenario-altered'
  /** What it says of its origin is not what was put in. */
  | 'origin-altered'
  /** A newer version of Brink wrote it. */
  | 'newer'

export type ReadRecord =
  | { readonly kind: 'record'; readonly record: ExportRecord }
  | { readonly kind: 'damaged'; readonly reason: RecordFailure }

const line = z.string().max(4_000)
const sum = z.string().regex(/^[0-9a-f]{64}$/)

const provenance = z.strictObject({
  title: line,
  scenarioSha256: sum,
  caseTitle: line,
  asOf: z.iso.date(),
  source: line,
  yardstick: line,
  draws: z.int().positive(),
  seed: z.int().nonnegative(),
  engineVersion: z.string().max(100),
  appVersion: z.string().max(100),
  exportedAt: z.iso.datetime(),
})

const recordSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  provenance,
  scenarioText: z.string().max(MOST_BYTES),
  recordSha256: sum,
})

/** Every field, in the order in which it is written and summed. */
const FIELDS = [
  ...['format', 'formatVersion', 'provenance'],
  ...Object.keys(provenance.shape),
  ...['scenarioText', 'recordSha256'],
]

/** In ASCII alone, so that it goes unharmed through any format and any encoding. */
const writeJson = (value: object): string =>
  replacePiecewise(
    JSON.stringify(value, FIELDS),
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const bodyOf = ({ provenance, scenarioText }: ExportRecord) => ({
  format: FORMAT,
  formatVersion: FORMAT_VERSION,
  provenance,
  scenarioText,
})

const sumOf = (record: ExportRecord): Promise<string> => sha256(writeJson(bodyOf(record)))

/** A record as JSON on one line, in ASCII, under a sum of all that is in it. */
export async function writeRecord(record: ExportRecord): Promise<string> {
  return writeJson({ ...bodyOf(record), recordSha256: await sumOf(record) })
}

const damaged = (reason: RecordFailure): ReadRecord => ({ kind: 'damaged', reason })

/**
 * The record in a text that may be anything; never throws. It is the one that was written,
 * whole, or it is refused. Whether its scenario can be opened is for `parseScenario` to say.
 */
export async function readRecord(text: string): Promise<ReadRecord> {
  if (text.length > LONGEST_RECORD) return damaged('unreadable')
  const json = readGuardedJson(text)
  if (!json.ok) return damaged('unreadable')
  if (isOfNewerVersion(json.value)) return damaged('newer')
  const parsed = recordSchema.safeParse(json.value)
  if (!parsed.success) return damaged('unreadable')
  const { provenance, scenarioText, recordSha256 } = parsed.data
  const record: ExportRecord = { provenance, scenarioText }
  if ((await sha256(scenarioText)) !== provenance.scenarioSha256) return damaged('scenario-altered')
  if ((await sumOf(record)) !== recordSha256) return damaged('origin-altered')
  return { kind: 'record', record }
}

function isOfNewerVersion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!('format' in value && value.format === FORMAT && 'formatVersion' in value)) return false
  const { formatVersion } = value
  return Number.isInteger(formatVersion) && Number(formatVersion) > FORMAT_VERSION
}
