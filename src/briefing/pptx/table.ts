import type PptxGenJs from 'pptxgenjs'
import { lineCount, linesHeight, shortened } from '../fit'
import { COLOUR, FACE } from '../look'
import type { Slide } from './deck'

/** A cell of a slide's table. */
export interface TableCell {
  readonly text: string
  readonly colour?: string
  readonly fill?: string
  readonly isBold?: boolean
}

export interface Column {
  readonly head: string
  /** In inches. */
  readonly width: number
  readonly align?: 'left' | 'right'
  /** Most lines that a text may take here. */
  readonly mostLines: number
}

/** A table with a size of letters; lengths in inches. */
export interface TableLook {
  readonly columns: readonly Column[]
  readonly points: number
}

export interface TablePlace {
  readonly x: number
  readonly y: number
}

const MARGIN = { across: 0.08, along: 0.045 } as const

const roomIn = ({ width }: Column, points: number, isBold = false) => ({
  width: width - 2 * MARGIN.across,
  points,
  isBold,
})

function fitted({ columns, points }: TableLook, row: readonly TableCell[]): TableCell[] {
  return row.map((cell, at) => {
    const column = columns[at]
    if (!column) return cell
    const room = roomIn(column, points, cell.isBold)
    return { ...cell, text: shortened(cell.text, column.mostLines, room) }
  })
}

/** In inches. */
export function rowHeight({ columns, points }: TableLook, row: readonly TableCell[]): number {
  const lines = row.map((cell, at) => {
    const column = columns[at]
    return column ? lineCount(cell.text, roomIn(column, points, cell.isBold)) : 1
  })
  return linesHeight(Math.max(1, ...lines), points) + 2 * MARGIN.along + 0.02
}

export const headOf = ({ columns }: TableLook): TableCell[] =>
  columns.map(({ head }) => ({
    text: head,
    colour: COLOUR.white,
    fill: COLOUR.accent,
    isBold: true,
  }))

/** The rows by pages, as many on each as its height holds under the head. */
export function pagesOf(
  look: TableLook,
  rows: readonly (readonly TableCell[])[],
  height: number,
): TableCell[][][] {
  const head = rowHeight(look, headOf(look))
  const pages: TableCell[][][] = []
  let left = 0
  for (const row of rows) {
    const own = fitted(look, row)
    const needed = rowHeight(look, own)
    if (pages.length === 0 || needed > left) {
      pages.push([])
      left = height - head
    }
    pages.at(-1)?.push(own)
    left -= needed
  }
  return pages
}

/** Puts one page of a table on a slide. */
export function putTable(
  slide: Slide,
  look: TableLook,
  rows: readonly (readonly TableCell[])[],
  { x, y }: TablePlace,
): void {
  const { columns, points } = look
  const all = [headOf(look), ...rows]
  const widths = columns.map(({ width }) => width)
  const set = all.map((row): PptxGenJs.TableRow => {
    return row.map(({ text, colour = COLOUR.text, fill, isBold = false }, at) => ({
      text,
      options: {
        ...{ color: colour, bold: isBold, align: columns[at]?.align ?? 'left', valign: 'top' },
        ...(fill === undefined ? {} : { fill: { color: fill } }),
        ...{ lang: 'en-GB', border: borders, margin: CELL_MARGIN },
      },
    }))
  })
  slide.addTable(set, {
    ...{ x, y, w: widths.reduce((sum, width) => sum + width, 0), colW: widths },
    ...{ rowH: all.map((row) => rowHeight(look, row)), fontFace: FACE, fontSize: points },
    autoPage: false,
  })
}

const NONE = { type: 'none' } as const
const borders: [
  PptxGenJs.BorderProps,
  PptxGenJs.BorderProps,
  PptxGenJs.BorderProps,
  PptxGenJs.BorderProps,
] = [NONE, NONE, { type: 'solid', pt: 0.75, color: COLOUR.hairline }, NONE]
const CELL_MARGIN: [number, number, number, number] = [
  MARGIN.along,
  MARGIN.across,
  MARGIN.along,
  MARGIN.across,
]
