/** A row of a table with a header: the cell of each column, as text. */
export type Row = Readonly<Record<string, string>>

/** One line's cells; a cell may stand in quotation marks, and then hold commas and doubled marks. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      let end = at + 1
      while (line[end] !== undefined && (line[end] !== '"' || line[end + 1] === '"')) {
        end += line[end] === '"' ? 2 : 1
      }
      cells.push(line.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 2
    } else {
      const comma = line.indexOf(',', at)
      const end = comma < 0 ? line.length : comma
      cells.push(line.slice(at, end))
      at = end + 1
    }
  }
  return cells
}

/** Rows of a comma-separated text whose first line names the columns; no cell holds a line break. */
export function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const names = cellsOf(header)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']))
  })
}
