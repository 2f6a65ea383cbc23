/**
 * The rows of a CSV text as RFC 4180 has it, of which the last line may lack its end and
 * line ends may be of either kind, as spreadsheets and editors leave them.
 */
export function csvRows(text: string): string[][] {
  // A cell with its quotes, or one without any; then what ends it.
  const cell = /("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n|$)/y
  const rows: string[][] = []
  let row: string[] = []
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text)
    // What is no CSV from here on is one cell, for the reader of the rows to refuse.
    if (!found) return [...rows, [...row, text]]
    const [, content = '', end] = found
    row.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content)
    if (end !== ',') {
      // Editors leave empty lines at the end.
      if (row.length > 1 || row[0] !== '') rows.push(row)
      row = []
    }
    if (end === '') break
  }
  return rows
}
