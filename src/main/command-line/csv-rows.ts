/**
 * The rows of a CSV text as RFC 4180 has it, of which the last line may lack its end and
 * line ends may be of either kind, as spreadsheets and editors leave them.
 */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length || row.length > 0; ) {
    const end = endOfCell(text, at)
    const next = end === undefined ? undefined : pass(CELL_END, text, end)
    // What is no CSV from here on is one cell, for the reader of the rows to refuse.
    if (end === undefined || next === undefined) return [...rows, [...row, text]]
    const content = text.slice(at, end)
    row.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content)
    if (text[end] !== ',') {
      // Editors leave empty lines at the end.
      if (row.length > 1 || row[0] !== '') rows.push(row)
      row = []
    }
    if (end === text.length) break
    at = next
  }
  return rows
}

// Over one set of characters a pattern takes no stack, whatever the length of the cell; over
// alternatives it does, so that a cell in quotes is walked from one quote to the next.
const BARE = /[^,"\r\n]*/y
const UNQUOTED = /[^"]*/y
const CELL_END = /,|\r?\n|$/y

/** Undefined for a cell whose quotes are not closed. */
function endOfCell(text: string, at: number): number | undefined {
  if (text[at] !== '"') return pass(BARE, text, at)
  for (let from = at + 1; ; ) {
    const quote = pass(UNQUOTED, text, from) ?? text.length
    if (text[quote] === undefined) return undefined
    if (text[quote + 1] !== '"') return quote + 1
    from = quote + 2
  }
}

/** Where a pattern ends that begins at the offset; undefined where it does not begin there. */
function pass(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}
