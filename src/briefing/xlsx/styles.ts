/** How cells look; the names are those of what stands in them. */
const STYLES = {
  text: { wraps: true },
  label: { wraps: true, font: 'bold' },
  title: { font: 'title', wraps: true },
  lead: { font: 'lead', wraps: true },
  quiet: { font: 'quiet', wraps: true },
  head: { font: 'head', isFilled: true, wraps: true },
  numberHead: { font: 'head', isFilled: true, wraps: true, isNumber: true },
  number: { isNumber: true },
  share: { format: 164, isNumber: true },
  points: { format: 166, isNumber: true },
  error: { format: 165, isNumber: true },
  severity: { format: 2, isNumber: true },
} as const satisfies Readonly<Record<string, Style>>

export type StyleName = keyof typeof STYLES

interface Style {
  readonly font?: keyof typeof FONTS
  readonly wraps?: boolean
  readonly isFilled?: boolean
  /** Set to the right, off the text beside it. */
  readonly isNumber?: boolean
  /** A number format: built in, or one of those below. */
  readonly format?: number
}

const FONTS = {
  plain: '<sz val="10"/><color rgb="FF1C1F26"/>',
  bold: '<b/><sz val="10"/><color rgb="FF1C1F26"/>',
  title: '<b/><sz val="16"/><color rgb="FF1F4E79"/>',
  lead: '<b/><sz val="12"/><color rgb="FF1C1F26"/>',
  quiet: '<sz val="9"/><color rgb="FF5F6775"/>',
  head: '<b/><sz val="10"/><color rgb="FFFFFFFF"/>',
} as const

const names = Object.keys(STYLES) as StyleName[]
const fontNames = Object.keys(FONTS)

/**
 * The place of a style among those of the workbook. Marked as text, a cell stays text when
 * it is edited, too, even if it begins like a formula.
 */
export const styleIndex = (name: StyleName, isMarkedText: boolean): number =>
  names.indexOf(name) * 2 + (isMarkedText ? 1 : 0)

function formatOf(style: Style, isMarkedText: boolean): string {
  const { font = 'plain', wraps, isFilled, isNumber, format = 0 } = style
  const marks = [
    `numFmtId="${format}" fontId="${fontNames.indexOf(font)}" fillId="${isFilled ? 2 : 0}" borderId="0" xfId="0"`,
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"',
    ...(isMarkedText ? ['quotePrefix="1"'] : []),
  ]
  return `<xf ${marks.join(' ')}><alignment vertical="top"${isNumber ? ' horizontal="right" indent="1"' : ''}${wraps ? ' wrapText="1"' : ''}/></xf>`
}

/** `xl/styles.xml`. */
export function stylesXml(): string {
  const formats = names.flatMap((name) =>
    [false, true].map((isMarkedText) => formatOf(STYLES[name], isMarkedText)),
  )
  const fonts = Object.values(FONTS).map(
    (font) => `<font>${font}<name val="Arial"/><family val="2"/></font>`,
  )
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.000%"/><numFmt numFmtId="166" formatCode="+0.0&quot; points&quot;;&quot;−&quot;0.0&quot; points&quot;;0.0&quot; points&quot;"/></numFmts>',
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}
