import type { Cell } from './cell'
import { cellText } from './csv'

/** A table as it is put on the clipboard, for programs that take text and for those that take HTML. */
export interface ClipboardTable {
  readonly text: string
  readonly html: string
}

// Ends of lines and of cells, and what no text for reading holds.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const NOT_IN_A_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]+/g

const oneLine = (text: string): string => text.toWellFormed().replace(NOT_IN_A_LINE, ' ')

/** Looked at once more: a cell that began with what was taken out may begin with a formula now. */
const plain = (cell: Cell): string =>
  typeof cell === 'number' ? cellText(cell) : cellText(oneLine(cellText(cell)))

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? '')

const htmlRow = (cells: readonly Cell[], name: 'th' | 'td'): string =>
  `<tr>${cells.map((cell) => `<${name}>${escaped(plain(cell))}</${name}>`).join('')}</tr>`

/** Rows, the header first, and under them the lines that say where they come from. */
export function clipboardTable(
  rows: readonly (readonly Cell[])[],
  source: readonly string[],
): ClipboardTable {
  const [header = [], ...others] = rows
  const lines = source.map((line) => [line])
  const text = [...rows, [], ...lines].map((row) => `${row.map(plain).join('\t')}\r\n`).join('')
  const head = `<thead>${htmlRow(header, 'th')}</thead>`
  const body = `<tbody>${others.map((row) => htmlRow(row, 'td')).join('')}</tbody>`
  const foot = lines.map(([line = '']) => `<p>${escaped(plain(line))}</p>`).join('')
  return { text, html: `<meta charset="utf-8"><table>${head}${body}</table>${foot}` }
}
