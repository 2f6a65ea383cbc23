import { visibleText } from '../visible-text'

/** The narrow no-break space of the screen is a plain one in a terminal. */
export const plain = (text: string): string => visibleText(text).replaceAll('\u202f', ' ')

export type Alignment = 'left' | 'right'

/** Columns as wide as their widest cell, two spaces apart. */
export function layOut(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): string[] {
  const widths = alignments.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, (row[column] ?? '').length), 0),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return alignments[column] === 'right' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
