import { basename } from 'node:path'
import { ENGINE_VERSION } from '../../forecast/forecast'
import { isolated } from '../../forecast/isolated'
import type { OpenResult } from '../../ipc/contract'
import { type ExportRecord, type Provenance, sayTime } from '../../provenance/provenance'
import {
  exportKind,
  KIND_REACH,
  LARGEST_EXPORT,
  readEmbedded,
} from '../../provenance/read-embedded'
import type { RecordFailure } from '../../provenance/record-text'
import { describeFailure } from '../../scenario-file/failures'
import { parseScenario } from '../../scenario-file/parse'
import { readBytes, readFailureWords, readStart } from './read-file'

/**
 * Opens the scenario that an export was made from, as a document without a file: the export
 * is never written to. Undefined for whatever could be no export.
 */
export async function openExport(path: string): Promise<OpenResult | undefined> {
  const start = await readStart(path, KIND_REACH)
  if (!start.ok || !exportKind(start.bytes)) return undefined
  const fileName = basename(path)
  const read = await readBytes(path, LARGEST_EXPORT)
  if (!read.ok) {
    const isTooLarge = read.failure === 'too-large'
    return refused(fileName, [isTooLarge ? TOO_LARGE : readFailureWords[read.failure]])
  }
  const embedded = await readEmbedded(read.bytes)
  switch (embedded.kind) {
    case 'record':
      return openRecord(fileName, embedded.record)
    case 'none':
      return {
        kind: 'refused',
        title: `${isolated(fileName)} was not opened. It holds no scenario.`,
        details: HOLDS_NONE,
      }
    case 'damaged':
      return refused(fileName, failureWords[embedded.reason])
  }
}

function openRecord(fileName: string, { scenarioText, provenance }: ExportRecord): OpenResult {
  const parsed = parseScenario(scenarioText)
  if (!parsed.ok) {
    const { summary, details } = describeFailure(parsed.failure)
    return refused(fileName, [`Of the scenario in it: ${summary}`, ...details])
  }
  const notice = noticeOf(fileName, provenance)
  return {
    kind: 'opened',
    document: { token: null, fileName: '', text: scenarioText, unsaved: null, notice },
  }
}

function noticeOf(fileName: string, { exportedAt, engineVersion, appVersion }: Provenance) {
  const title = `This is the scenario behind ${isolated(fileName)}, exported ${sayTime(exportedAt)}. It is in no file yet.`
  if (engineVersion === ENGINE_VERSION) return { title, details: [] }
  const versions = `version ${isolated(engineVersion)} (Brink ${isolated(appVersion)}); this is version ${ENGINE_VERSION}`
  return {
    title,
    details: [
      `Its numbers were computed by the engine’s ${versions}. The numbers here can differ from those in it.`,
    ],
  }
}

const TOO_LARGE = 'It is larger than 64 MB, which no export is.'

const refused = (fileName: string, [why = '', ...details]: readonly string[]): OpenResult => ({
  kind: 'refused',
  title: `${isolated(fileName)} was not opened. ${why}`,
  details: [...details],
})

const HOLDS_NONE = [
  'Brink did not export it, or it shows the track record, which belongs to no scenario, or another program left the scenario out when it saved it.',
  'Ask for the .brink file, or for the export as Brink wrote it.',
]

const NOT_WHAT_WAS_EXPORTED =
  'It is no longer what was exported, so what it shows could not be made again from it.'

/** Why what an export carries was not taken, and what can be done about it. */
const failureWords: Readonly<Record<RecordFailure, readonly string[]>> = {
  'scenario-altered': ['The scenario in it was altered.', NOT_WHAT_WAS_EXPORTED],
  'origin-altered': ['What it says of where it comes from was altered.', NOT_WHAT_WAS_EXPORTED],
  newer: ['It was exported by a newer version of Brink.', 'Open it with that version.'],
  unreadable: [
    'It is damaged where its scenario would be.',
    'Use another copy of it, if there is one.',
  ],
}
