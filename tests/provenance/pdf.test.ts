import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { embedInPdf } from '../../src/provenance/pdf'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { writeRecord } from '../../src/provenance/record-text'
import { baselineRecord, makePdf, smallRecord } from './samples'
import { inFolder, runTool } from './tool'

describe('a PDF document with a record', () => {
  it('gives the record back', async () => {
    // Where a plain stream is looked for by its end, these words must not stand for it.
    const record = await smallRecord('endstream endobj /EmbeddedFile stream')
    const pdf = await embedInPdf(await makePdf(), record)
    expect(await readEmbedded(pdf)).toEqual({ kind: 'record', record })
  })

  it('gives it back after it has been written anew, with its objects packed or not', async () => {
    const record = await baselineRecord()
    const pdf = await embedInPdf(await makePdf(), record)
    for (const useObjectStreams of [true, false]) {
      const document = await PDFDocument.load(pdf)
      document.addPage()
      const anew = await document.save({ useObjectStreams })
      expect(await readEmbedded(anew)).toEqual({ kind: 'record', record })
    }
  })

  it('gives it back where the attachment is not packed', async () => {
    const record = await smallRecord('an endstream in the text')
    const text = await writeRecord(record)
    for (const length of [`/Length ${text.length}`, '/Length 9 0 R']) {
      const head = `%PDF-1.7\n1 0 obj\n<< ${length} /Type /EmbeddedFile >>\nstream\r\n`
      const pdf = new TextEncoder().encode(`${head}${text}\nendstream\nendobj\n`)
      const isStated = !length.endsWith('R')
      const refused = { kind: 'damaged', reason: 'unreadable' }
      expect(await readEmbedded(pdf)).toEqual(isStated ? { kind: 'record', record } : refused)
    }
  })

  it('says where it comes from to another program, and hands the scenario out', async (context) => {
    const record = await baselineRecord()
    const { title, source } = record.provenance
    await inFolder(async (folder) => {
      const path = join(folder, 'report.pdf')
      writeFileSync(path, await embedInPdf(await makePdf(), record))
      const info = runTool(context, 'pdfinfo', [path])
      // The last character of the title is none of Unicode’s.
      expect(/^Title: +(.*)$/m.exec(info)?.[1]?.slice(0, -1)).toBe(title.slice(0, -1))
      expect(info).toMatch(/^Author: +Brink 0\.1\.0$/m)
      expect(info).toMatch(/^Subject: .*1,000 draws, seed 7/m)
      expect(info).toMatch(/^CreationDate: +Sat Nov 28 1[0-9:]+ 2026/m)
      const meta = join(folder, 'meta.xml')
      writeFileSync(meta, runTool(context, 'pdfinfo', ['-meta', path]))
      const read = "string(//*[local-name()='source'])"
      expect(runTool(context, 'xmllint', ['--xpath', read, meta]).trimEnd()).toBe(source)
      runTool(context, 'pdfdetach', ['-saveall', '-o', folder, path])
      expect(readFileSync(join(folder, 'scenario.brink'), 'utf8')).toBe(record.scenarioText)
      const attached = readFileSync(join(folder, 'brink-export.json'), 'utf8')
      expect(attached).toBe(await writeRecord(record))
      expect(runTool(context, 'pdftotext', [path, '-'])).toContain('A page')
    })
  })

  it('of another origin holds none, whatever is attached to it', async () => {
    expect(await readEmbedded(await makePdf())).toEqual({ kind: 'none' })
    const document = await PDFDocument.load(await makePdf())
    await document.attach(new TextEncoder().encode('{"format":"other"}'), 'brink-export.json')
    expect(await readEmbedded(await document.save())).toEqual({ kind: 'none' })
  })
})
