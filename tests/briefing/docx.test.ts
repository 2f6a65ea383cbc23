import { deflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../src/briefing/docx'
import { bundledScenario } from '../bundled'
import { type Briefed, briefed } from './briefed'
import { extremeScenario } from './extremes'
import {
  convert,
  lacks,
  pagesOfPdf,
  readText,
  textOfPdf,
  workFolder,
  xpath,
} from './other-programs'

const strike = bundledScenario('iran-azerbaijan-2023-strike-from-azerbaijan.brink')
const folder = workFolder()
const flat = (text: string): string => text.replace(/[\s\u202f]+/g, ' ')

const crcOf = (bytes: Uint8Array): number => {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A grey picture, written by the format's own rules. */
function greyPng(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crcOf(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x90)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const pictures = [
  {
    kind: 'event',
    title: 'Chance by month “<b>&”',
    png: greyPng(400, 200),
    widthPx: 400,
    heightPx: 200,
  },
  { kind: 'ladder', title: 'A tall one', png: greyPng(100, 900), widthPx: 100, heightPx: 900 },
]

describe('a report', () => {
  let of: Briefed
  let bytes: Uint8Array
  let document: string
  beforeAll(async () => {
    of = await briefed(strike, true)
    bytes = await writeDocx(of.content, pictures)
    document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  })

  it('has real headings, and tables whose heads come again on every page', () => {
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(7)
    const tables = document.match(/<w:tbl>/g)?.length
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables ?? 0)
    expect(document.match(/<w:pStyle w:val="Caption"\/>/g)).toHaveLength(tables ?? 0)
  })

  it.skipIf(lacks('xmllint') !== '')(
    `names its pictures, in proportion ${lacks('xmllint')}`,
    () => {
      const xml = new TextEncoder().encode(document)
      const names = xpath(folder, xml, '//*[local-name()="docPr"]/@descr')
      expect(names).toContain('descr="Chance by month “&lt;b&gt;&amp;”"')
      const sizes = [...document.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)]
      expect(sizes).toHaveLength(2)
      for (const [index, [, width, height]] of sizes.entries()) {
        const { widthPx, heightPx } = pictures[index] ?? { widthPx: 0, heightPx: 0 }
        expect(Number(width) / Number(height)).toBeCloseTo(widthPx / heightPx, 2)
      }
    },
  )

  it.skipIf(lacks('soffice', 'pdftotext') !== '')(
    `is shown by LibreOffice with the headline, every claim and its pages ${lacks('soffice', 'pdftotext')}`,
    () => {
      const [pdf = ''] = convert(folder, 'strike.docx', bytes, 'pdf')
      const [txt = ''] = convert(folder, 'strike.docx', bytes, 'txt:Text (encoded):UTF8')
      const [shown, read] = [flat(textOfPdf(pdf)), flat(readText(txt))]
      const { headline, conclusion, method, provenance, why } = of.content
      expect(read).toContain(flat(`${headline.claim} ${headline.band}`))
      expect(read).toContain(flat(headline.standing))
      for (const claim of conclusion.claims) {
        const { statement, locator, wording, saysRange } = claim
        const { saysForecast, saysBand, called, saysVerdict } = claim
        expect(read).toContain(
          flat(
            [
              statement,
              locator,
              wording,
              saysRange,
              saysForecast,
              saysBand,
              called,
              saysVerdict,
            ].join(' '),
          ),
        )
      }
      for (const paragraph of method) expect(read).toContain(flat(paragraph))
      expect(read).toContain(flat(why?.sentence ?? '–'))
      expect(read.indexOf('Figure 1.')).toBeLessThan(read.indexOf('Table 1.'))
      expect(read.indexOf('Figure 2.')).toBeGreaterThan(read.indexOf('Table 2.'))
      const said = new Map(provenance.fields.map((field) => [field.name, field.said]))
      expect(said.get('Exported at')).toBe('28 November 2026, 18:06 UTC')
      expect(said.get('As of')).toBe('25 May 2023')
      expect(said.get('Draws')).toBe('4,096')
      for (const [name, value] of said) expect(read).toContain(flat(`${name}: ${value}`))
      const pages = pagesOfPdf(pdf)
      expect(pages).toBeGreaterThan(3)
      for (let page = 1; page <= pages; page++) expect(shown).toContain(`Page ${page} of ${pages}`)
    },
    240_000,
  )
})

describe.skipIf(lacks('soffice', 'pdftotext') !== '')(
  `the longest report ${lacks('soffice', 'pdftotext')}`,
  () => {
    it('holds every text whole, whatever is in it', async () => {
      const extreme = await briefed(extremeScenario(24), true)
      const bytes = await writeDocx(extreme.content)
      const [pdf = ''] = convert(folder, 'extreme.docx', bytes, 'pdf')
      expect(pagesOfPdf(pdf)).toBeGreaterThan(10)
      const [txt = ''] = convert(folder, 'extreme.docx', bytes, 'txt:Text (encoded):UTF8')
      const read = flat(readText(txt))
      for (const { statement } of extreme.scenario.case.conclusion) {
        expect(read).toContain(flat(statement).trim())
      }
      for (const { label } of extreme.scenario.case.drivers) {
        expect(read).toContain(flat(label).trim())
      }
      expect(read).toContain('Disputed: ')
    }, 240_000)
  },
)
