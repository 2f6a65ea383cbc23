import type { Cell } from './chart-export'
import type { Stamp } from './stamp'

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

/** A table with the stamp on every row, so that a row alone still says what it is of. */
export const stampedTable = (
  [header, ...rows]: readonly (readonly Cell[])[],
  stamp: Stamp,
): (readonly Cell[])[] => {
  const cells = [
    stamp.title,
    stamp.asOf,
    stamp.draws,
    stamp.seed,
    stamp.appVersion,
    stamp.engineVersion,
  ]
  return [
    [...(header ?? []), 'scenario', 'as_of', 'draws', 'seed', 'brink_version', 'engine_version'],
    ...rows.map((row) => [...row, ...cells]),
  ]
}
