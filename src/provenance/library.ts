import type { Described } from './described'
import { type Provenance, sayTime } from './provenance'

/** What an export shows that is of no scenario: a table that ships with Brink, the same for all. */
export interface LibrarySource {
  /** What it is, as in `Track record of the ladder, 1996–2014`. */
  readonly title: string
  /** Of the file that ships, in hexadecimal. */
  readonly sha256: string
  /** The public records that it was made from. */
  readonly madeFrom: string
}

/** The same, with what wrote the export and when. */
export type LibraryOrigin = LibrarySource & Pick<Provenance, 'appVersion' | 'exportedAt'>

/** In lines for the foot of a picture: what it is, and what it was made from. */
export const libraryLines = (from: LibraryOrigin): [what: string, madeFrom: string] => [
  `${from.title} (SHA-256 ${from.sha256.slice(0, 12)}…), the same whatever scenario is open. Brink ${from.appVersion}; ${sayTime(from.exportedAt)}.`,
  `Made from: ${from.madeFrom}.`,
]

export const describeLibrary = (from: LibraryOrigin): Described => ({
  title: from.title,
  creator: `Brink ${from.appVersion}`,
  subject: from.title,
  description: libraryLines(from).join(' '),
  source: from.madeFrom,
  created: from.exportedAt,
})

/** The columns by which a row of a table says where it comes from. */
export const libraryStamp = (from: LibraryOrigin): Readonly<Record<string, string>> => ({
  record: from.title,
  record_sha256: from.sha256,
  source: from.madeFrom,
  brink_version: from.appVersion,
  exported_at: from.exportedAt,
})
