import { plainText } from '../scenario-file/plain-text'
import { type Provenance, provenanceLines } from './provenance'

/** What other programs show of a file, in the fields that most formats have. */
export interface Described {
  readonly title: string
  /** The program, as no person is known. */
  readonly creator: string
  readonly subject: string
  readonly description: string
  /** The assessment that the numbers are held against. */
  readonly source: string
  /** ISO, in universal time. */
  readonly created: string
}

export function describeExport(provenance: Provenance): Described {
  const { title, caseTitle, source, appVersion, exportedAt } = provenance
  return {
    title: plainText(title, 'line'),
    creator: plainText(`Brink ${appVersion}`, 'line'),
    subject: plainText(caseTitle, 'line'),
    description: plainText(provenanceLines(provenance).join(' '), 'line'),
    source: plainText(source, 'line'),
    created: exportedAt,
  }
}
