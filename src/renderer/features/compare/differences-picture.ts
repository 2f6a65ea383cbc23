import type { Difference } from '../../../forecast/compare/differences'
import { CHART_WIDTH, PAGE, type Picture } from '../export/chart-export'
import { svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { wrapText } from '../export/text-width'
import { byPart } from './compare-words'
import type { ComparisonShown } from './comparison'

const FIRST_COLUMN = 224
const HEAD = 44
const COLUMN_GAP = 12
const ROW_EDGE = 24
const LABEL = { size: 12, most: 3 } as const
const VALUE = { size: 11.5, most: 5 } as const
const LINE = 14

/** A heading, or a line of texts by column, each in the lines that it takes. */
type Row =
  | { readonly kind: 'heading'; readonly text: string; readonly height: number }
  | {
      readonly kind: 'values'
      readonly cells: readonly (readonly string[])[]
      readonly height: number
    }

/** The list of what differs, part by part, all of it written. */
export function differencesPicture({ compared, comparison }: ComparisonShown): Picture {
  const width = Math.min((CHART_WIDTH - FIRST_COLUMN) / compared.length, 300)
  const columnAt = (column: number): number =>
    PAGE.padding + (column === 0 ? 0 : FIRST_COLUMN + (column - 1) * width)
  const room = width - COLUMN_GAP
  const rows = byPart(comparison.differences).flatMap(({ heading, differences }): Row[] => [
    { kind: 'heading', text: heading, height: 38 },
    ...differences.map((difference) => rowOf(difference, room)),
  ])
  let height = HEAD
  const texts = rows.flatMap((row) => {
    const top = height
    height += row.height
    return rowTexts(row, top, columnAt)
  })
  return {
    title: 'What differs',
    subtitle: rows.length === 0 ? 'Nothing differs.' : comparison.apart.join(' '),
    chart: undefined,
    x: PAGE.padding,
    y: 0,
    width: CHART_WIDTH,
    height,
    texts: [
      ...compared.flatMap(({ name }, index) =>
        wrappedText(name, room, columnAt(index + 1), 22, 11.5),
      ),
      ...texts,
    ],
  }
}

function rowOf({ label, values }: Difference, room: number): Row {
  const cells = [
    wrapText(label, { width: FIRST_COLUMN - COLUMN_GAP, size: LABEL.size }, LABEL.most),
    ...values.map((value) => wrapText(value, { width: room, size: VALUE.size }, VALUE.most)),
  ]
  const lines = Math.max(...cells.map(({ length }) => length), 1)
  return { kind: 'values', cells, height: ROW_EDGE + (lines - 1) * LINE }
}

function rowTexts(row: Row, top: number, columnAt: (column: number) => number): SVGElement[] {
  if (row.kind === 'heading') {
    const style = { size: 12, weight: 650, fill: 'var(--text-quiet)' }
    return [svgText(row.text, PAGE.padding, top + 26, style)]
  }
  const line = { x: PAGE.padding, y: top, width: CHART_WIDTH, height: 1, fill: 'var(--hairline)' }
  return [
    svgNode('rect', line),
    ...row.cells.flatMap((cell, column) =>
      cell.map((text, place) =>
        svgText(text, columnAt(column), top + 16 + place * LINE, column === 0 ? LABEL : VALUE),
      ),
    ),
  ]
}
