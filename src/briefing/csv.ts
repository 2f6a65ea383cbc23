import type { Provenance } from '../provenance/provenance'
import type { Cell } from './cell'

/** A text that a spreadsheet would run as a formula is told to be text. */
const defuse = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const writeCell = (cell: Cell): string => {
  if (typeof cell === 'string') return quote(defuse(cell))
  return Number.isFinite(cell) ? String(Number(cell.toPrecision(10))) : ''
}

/** Rows as RFC 4180 text. */
export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')

const STAMP = {
  scenario: 'title',
  scenario_sha256: 'scenarioSha256',
  case: 'caseTitle',
  as_of: 'asOf',
  source: 'source',
  yardstick: 'yardstick',
  draws: 'draws',
  seed: 'seed',
  brink_version: 'appVersion',
  engine_version: 'engineVersion',
  exported_at: 'exportedAt',
} as const satisfies Readonly<Record<string, keyof Provenance>>

/** A table with its provenance on every row, so that a row alone still says what it is of. */
export const stampedTable = (
  [header, ...rows]: readonly (readonly Cell[])[],
  provenance: Provenance,
): (readonly Cell[])[] => {
  const cells = Object.values(STAMP).map((key) => provenance[key])
  return [[...(header ?? []), ...Object.keys(STAMP)], ...rows.map((row) => [...row, ...cells])]
}
