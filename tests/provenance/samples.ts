import { PDFDocument } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { type ExportRecord, exportRecord, exportSource } from '../../src/provenance/provenance'
import { baselineScenario } from '../bundled'
import { chainScenario } from '../scenarios'

/** Small files of each format without a record, and records to put in. */

const run = { draws: 1000, seed: 7, engineVersion: '2' }
export const MADE = { appVersion: '0.1.0', exportedAt: '2026-11-28T18:06:09.123Z' }

/** With everything that a format could stumble over, and a scenario of usual size. */
export const baselineRecord = (): Promise<ExportRecord> => {
  const title = 'Bäku & <Tehran> “closer”? \u05e9\u05dc\u05d5\u05dd 🌍 ]]> --> \ufffe'
  return exportRecord(exportSource({ ...baselineScenario(), title }, run), MADE)
}

export const smallRecord = (title = 'A small one'): Promise<ExportRecord> =>
  exportRecord(
    exportSource({ ...chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), title }, run),
    MADE,
  )

export const SVG =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" data-note="a > b"><title>T</title><rect width="4" height="4"/></svg>\n'

/** Four grey pixels, with a text chunk of its own; written by ImageMagick. */
export const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACBAAAAACSLb/5AAAABGdBTUEAALGPC/xhBQAAAAJiS0dEAA86Mj6jAAAADElEQVQI12NIY0gDAAGcAM0zOgWxAAAAFnRFWHRDb21tZW50AGtlcHQgYXMgaXQgd2FzG7r1CwAAAABJRU5ErkJggg==',
    'base64',
  ),
)

export async function makePdf(text = 'A page'): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([200, 100]).drawText(text, { x: 20, y: 50, size: 12 })
  return document.save()
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`

/** A workbook of one cell, with no part that need not be. */
export const makeXlsx = (cell = 'A cell'): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(relationships('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relationships('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(
      `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`,
    ),
  })
