import type { Provenance } from '../provenance/provenance'
import type { Cell } from './cell'

/** A text that a spreadsheet would run as a formula is told to be text. */
const defuse = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Numbers to ten digits, for people, or in the fewest digits that give the same bits again. */
type Digits = 'ten' | 'exact'

/** What a cell holds wherever it is written: a text that is no formula, or a number. */
export const cellText = (cell: Cell, digits: Digits = 'ten'): string => {
  if (typeof cell === 'string') return defuse(cell)
  if (!Number.isFinite(cell)) return ''
  return String(digits === 'exact' ? cell : Number(cell.toPrecision(10)))
}

const writeCell = (cell: Cell, digits: Digits): string => {
  const text = cellText(cell, digits)
  return typeof cell === 'string' ? quote(text) : text
}

/** Rows as RFC 4180 text. */
export const writeCsv = (rows: readonly (readonly Cell[])[], digits: Digits = 'ten'): string =>
  rows.map((row) => `${row.map((cell) => writeCell(cell, digits)).join(',')}\r\n`).join('')

/** Without it, Excel takes a CSV file for one of the system’s own eight-bit letters. */
const BYTE_ORDER_MARK = '\ufeff'

/** A table for spreadsheets as the text of a file, marked as UTF-8. */
export const markedCsv = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + writeCsv(rows)

/** The same with its provenance on every row. */
export const spreadsheetCsv = (
  rows: readonly (readonly Cell[])[],
  provenance: Provenance,
): string => markedCsv(stampedTable(rows, provenance))

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

/** A table with further columns that are the same on every row, so that a row alone still has them. */
export const withStamp = (
  [header, ...rows]: readonly (readonly Cell[])[],
  stamp: Readonly<Record<string, Cell>>,
): (readonly Cell[])[] => [
  [...(header ?? []), ...Object.keys(stamp)],
  ...rows.map((row) => [...row, ...Object.values(stamp)]),
]

/** A table with its provenance on every row. */
export const stampedTable = (
  table: readonly (readonly Cell[])[],
  provenance: Provenance,
): (readonly Cell[])[] =>
  withStamp(
    table,
    Object.fromEntries(Object.entries(STAMP).map(([name, key]) => [name, provenance[key]])),
  )
