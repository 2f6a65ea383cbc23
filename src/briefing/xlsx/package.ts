import { strToU8, zipSync } from 'fflate'
import { xmlText } from '../xml'
import { type Sheet, sheetName, sheetXml } from './sheet'
import { stylesXml } from './styles'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface WorkbookProperties {
  readonly title: string
  /** ISO, in universal time. */
  readonly createdAt: string
}

const contentTypes = (sheets: readonly Sheet[]): string => {
  const parts = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  )
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${parts.join('')}</Types>`
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** The heads that every page repeats when a sheet is printed. */
function printTitles(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, frozenRow }, index) =>
    frozenRow
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${xmlText(sheetName(name).replaceAll("'", "''"))}'!$1:$${frozenRow}</definedName>`
      : [],
  )
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''
}

const workbookXml = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(
      ({ name }, index) =>
        `<sheet name="${xmlText(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets>${printTitles(sheets)}</workbook>`

const coreXml = ({ title, createdAt }: WorkbookProperties): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Brink</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(createdAt)}</dcterms:created></cp:coreProperties>`

/** The sheets as the bytes of an XLSX file. */
export function packWorkbook(sheets: readonly Sheet[], properties: WorkbookProperties): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(properties),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map(
        (_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
      ),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
  }
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)])
  // At once and on this thread: a page may start no worker but its own.
  return zipSync(Object.fromEntries(files), { mtime: new Date(properties.createdAt) })
}
