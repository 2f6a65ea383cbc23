import type { Cell } from '../cell'
import { lineCount } from '../fit'
import { xmlText } from '../xml'
import { type StyleName, styleIndex } from './styles'

/** A cell with its look; a number that is not finite is an empty cell. */
export interface StyledCell {
  readonly value: Cell
  readonly style: StyleName
  /** Over how many columns it reaches; 1 where absent. */
  readonly span?: number
}

export interface Sheet {
  readonly name: string
  /** Of the columns, in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly StyledCell[])[]
  /** The row of heads that stays in sight, from 1, if there is one. */
  readonly frozenRow?: number
  /** Whether its rows can be filtered by the frozen head. */
  readonly isFiltered?: boolean
}

/** Most characters of a cell, and what a name of a sheet may not hold. */
const LONGEST_CELL = 32_767
const LONGEST_NAME = 31
const NO_NAME = /[\\/?*[\]:]/g

/** A text as a cell can hold it, with a mark where it is cut. */
export const cellText = (text: string): string =>
  text.length > LONGEST_CELL
    ? `${text.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : text

/** A name that a sheet may have. */
export const sheetName = (name: string): string =>
  name.replace(NO_NAME, ' ').slice(0, LONGEST_NAME).replace(/^'|'$/g, ' ').trim() || 'Sheet'

/** A text of the form `_x0041_` would be read as the character of that number. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** `A`, `B`, …, `AA` for 0, 1, …, 26. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function cellXml({ value, style }: StyledCell, at: string): string {
  if (typeof value === 'number') {
    const number = Number.isFinite(value) ? `<v>${value}</v>` : ''
    return `<c r="${at}" s="${styleIndex(style, false)}">${number}</c>`
  }
  const isFormulaLike = /^[=+\-@\t]/.test(value)
  const text = xmlText(literal(cellText(value)))
  return `<c r="${at}" s="${styleIndex(style, isFormulaLike)}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

const SIZES: Partial<Record<StyleName, number>> = { title: 16, lead: 12, quiet: 9 }
const BOLD: ReadonlySet<StyleName> = new Set(['title', 'lead', 'label', 'head', 'numberHead'])
const TALLEST_ROW = 409
const LINE = 1.3
/** What a column has for each of the characters that its width counts, in inches. */
const CHARACTER = 7 / 96

/** In points. Programs give merged cells no height of their own, and some give wrapped ones none. */
function heightOf(row: readonly StyledCell[], widths: readonly number[]): number {
  let column = 0
  const heights = row.map(({ value, style, span = 1 }) => {
    const wide = widths.slice(column, column + span).reduce((sum, own) => sum + own, 0)
    column += span
    if (typeof value === 'number') return 0
    const points = SIZES[style] ?? 10
    const room = { width: wide * CHARACTER - 0.1, points, isBold: BOLD.has(style) }
    return lineCount(cellText(value), room) * points * LINE + 2
  })
  return Math.min(Math.ceil(Math.max(15, ...heights)), TALLEST_ROW)
}

interface PlacedRow {
  readonly xml: string
  readonly merged: readonly string[]
}

function rowXml(row: readonly StyledCell[], index: number, widths: readonly number[]): PlacedRow {
  let column = 0
  const merged: string[] = []
  const cells = row.map((cell) => {
    const at = `${columnName(column)}${index + 1}`
    const { span = 1 } = cell
    column += span
    if (span > 1) merged.push(`${at}:${columnName(column - 1)}${index + 1}`)
    return cellXml(cell, at)
  })
  const height = heightOf(row, widths)
  return {
    merged,
    xml: `<row r="${index + 1}" ht="${height}" customHeight="1">${cells.join('')}</row>`,
  }
}

const viewXml = ({ frozenRow }: Sheet): string => {
  const pane = frozenRow
    ? `<pane ySplit="${frozenRow}" topLeftCell="A${frozenRow + 1}" activePane="bottomLeft" state="frozen"/>`
    : ''
  return `<sheetViews><sheetView workbookViewId="0" showGridLines="${frozenRow ? 1 : 0}">${pane}</sheetView></sheetViews>`
}

/** `xl/worksheets/sheetN.xml`. */
export function sheetXml(sheet: Sheet): string {
  const { widths, rows, frozenRow, isFiltered } = sheet
  const placed = rows.map((row, index) => rowXml(row, index, widths))
  const merged = placed.flatMap((row) => row.merged)
  const columns = widths.map(
    (width, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  )
  const corner = `${columnName(widths.length - 1)}${rows.length}`
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${placed.map(({ xml }) => xml).join('')}</sheetData>`,
    isFiltered && frozenRow ? `<autoFilter ref="A${frozenRow}:${corner}"/>` : '',
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}
