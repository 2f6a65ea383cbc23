import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { COLOUR } from '../look'

/** Parts of a report in Word's own terms: real headings, captions and heads of tables. */

/** Of the text on a page of A4, in twentieths of a point. */
export const TEXT_WIDTH = 9638

/** Of a picture: 15 cm, at 96 pixels to the inch. */
const WIDEST_PIXELS = Math.round((15 / 2.54) * 96)
const TALLEST_PIXELS = 820

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const

export const heading = (text: string, level: keyof typeof LEVELS = 1): Paragraph =>
  new Paragraph({ text, heading: LEVELS[level], keepNext: true })

/** A text of the analyst's as paragraphs, one for each of its lines. */
export const paragraphs = (text: string, style = 'Normal'): Paragraph[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ text: line, style }))

/** Paragraphs on a ground of their own, which belong together. */
export const box = (texts: readonly string[]): Paragraph[] =>
  texts.map((text) => {
    const line = { style: BorderStyle.SINGLE, size: 18, color: COLOUR.accent, space: 8 }
    return new Paragraph({
      ...{ text, border: { left: line }, indent: { left: 200 } },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: COLOUR.accentSoft },
    })
  })

/** A paragraph that is a caveat, with a rule at its left. */
export const caveat = (text: string): Paragraph[] => {
  const left = { style: BorderStyle.SINGLE, size: 16, color: COLOUR.article, space: 6 }
  return text === '' ? [] : [new Paragraph({ text, border: { left }, indent: { left: 160 } })]
}

export interface ReportColumn {
  readonly head: string
  /** Share of the text's width; all of them make 1. */
  readonly share: number
  readonly isNumber?: boolean
}

export interface ReportCell {
  readonly text: string
  readonly isBold?: boolean
  readonly colour?: string
}

const cellParagraphs = (
  { text, isBold = false, colour = COLOUR.text }: ReportCell,
  isNumber: boolean,
): Paragraph[] =>
  text.split('\n').map(
    (line) =>
      new Paragraph({
        style: 'TableText',
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: line, bold: isBold, color: colour })],
      }),
  )

const cellOf = (cell: ReportCell, column: ReportColumn, fill?: string): TableCell =>
  new TableCell({
    children: cellParagraphs(cell, column.isNumber ?? false),
    width: { size: Math.round(column.share * TEXT_WIDTH), type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
  })

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.hairline } as const

/** A row with more characters than this in a cell may have no page to be whole on. */
const LONG_CELL = 3000

/** A table with its caption above it and a head that comes again on every page. */
export function table(
  caption: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportCell[])[],
): (Paragraph | Table)[] {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) =>
      cellOf({ text: column.head, isBold: true, colour: COLOUR.white }, column, COLOUR.accent),
    ),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: row.every(({ text }) => text.length < LONG_CELL),
        children: columns.map((column, at) => cellOf(row[at] ?? { text: '' }, column)),
      }),
  )
  return [
    new Paragraph({ text: caption, style: 'Caption', keepNext: true }),
    new Table({
      rows: [head, ...body],
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: columns.map(({ share }) => Math.round(share * TEXT_WIDTH)),
      layout: TableLayoutType.FIXED,
      borders: {
        ...{ top: NO_LINE, left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE },
        ...{ bottom: HAIRLINE, insideHorizontal: HAIRLINE },
      },
    }),
    new Paragraph({ text: '', style: 'AfterTable' }),
  ]
}

/** A picture as the bytes of a PNG file, to be set as wide as the text at most. */
export interface ReportPicture {
  /** Its caption, and what it is called for those who do not see it. */
  readonly title: string
  /** `event`, `conclusion` or `ladder`, by which it finds its section. */
  readonly kind: string
  readonly png: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** A picture and its caption below it. */
export function figure(picture: ReportPicture, caption: string): Paragraph[] {
  const { title, png, widthPx, heightPx } = picture
  const scale = Math.min(WIDEST_PIXELS / widthPx, TALLEST_PIXELS / heightPx)
  const transformation = {
    width: Math.round(widthPx * scale),
    height: Math.round(heightPx * scale),
  }
  const altText = { name: title, title, description: title }
  return [
    new Paragraph({
      keepNext: true,
      children: [new ImageRun({ type: 'png', data: png, transformation, altText })],
    }),
    new Paragraph({ text: caption, style: 'FigureCaption' }),
  ]
}
