import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { clipboardTable } from '../../src/briefing/clipboard-table'
import { spreadsheetCsv } from '../../src/briefing/csv'
import { writeDocx } from '../../src/briefing/docx'
import { numbersTable } from '../../src/briefing/numbers-table'
import { writePptx } from '../../src/briefing/pptx'
import { writeXlsx } from '../../src/briefing/xlsx'
import { forecastJson } from '../../src/main/command-line/forecast-json'
import { runCommand } from '../../src/main/command-line/run'
import { embedInOffice } from '../../src/provenance/office'
import { embedInPdf } from '../../src/provenance/pdf'
import { embedInPng } from '../../src/provenance/png'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { embedInSvg } from '../../src/provenance/svg'
import { scenarioJsonSchema } from '../../src/scenario-file/json-schema'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { FREE_TEXTS, hostileScenario, PAYLOAD } from '../hostile-scenario'
import { listeningTerminal } from '../main/listening-terminal'
import { makePdf, PNG, SVG } from '../provenance/samples'
import { readCsv } from '../read-csv'
import { isObject, type Json, placesIn } from '../scenario-file/walk'
import { briefed, recordOf } from './briefed'

/** A scenario of which every text is hostile, in everything that leaves the program. */

const scenario = hostileScenario()
const of = await briefed(scenario, true)
const record = await recordOf(scenario, of.run)
const folder = mkdtempSync(join(tmpdir(), 'brink-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As another program's parser of XML sees the parts of a zip file, or one XML file. */
const READER = `
import json,re,sys,zipfile
import xml.etree.ElementTree as E
path=sys.argv[1]
parts={n:zipfile.ZipFile(path).read(n) for n in zipfile.ZipFile(path).namelist()} if zipfile.is_zipfile(path) else {'a.xml':open(path,'rb').read()}
tags,hooks,outside,formulas,fields,texts=set(),[],[],[],[],[]
for name,data in parts.items():
    if not re.search(r'\\.(xml|rels)$',name): continue
    for e in E.fromstring(data).iter():
        tag=e.tag.split('}')[-1]; tags.add(tag)
        for k,v in e.attrib.items():
            k=k.split('}')[-1]
            texts.append(v)
            if re.match(r'on[a-z]|href$',k,re.I): hooks.append(k)
            if k=='TargetMode' and v!='Internal': outside.append(e.attrib.get('Target'))
        if e.text: texts.append(e.text)
        if tag=='f' and 'spreadsheetml' in e.tag: formulas.append(e.text or '')
        if tag=='instrText' or tag=='fldSimple': fields.append(e.text or '')
print(json.dumps(dict(tags=sorted(tags),hooks=hooks,outside=outside,formulas=formulas,fields=fields,text='\\n'.join(texts))))
`
interface Seen {
  readonly tags: readonly string[]
  readonly hooks: readonly string[]
  readonly outside: readonly string[]
  readonly formulas: readonly string[]
  readonly fields: readonly string[]
  readonly text: string
}

const hasPython = spawnSync('python3', ['--version']).status === 0

function seenByOther(name: string, bytes: Uint8Array | string): Seen {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const
  const { status, stdout, stderr } = spawnSync('python3', ['-c', READER, path], options)
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return JSON.parse(stdout)
}

it('has a hostile text in each of the fields of every version', () => {
  // The schema tells a free text by its length, also one that is added one day.
  const schema: Json = JSON.parse(scenarioJsonSchema())
  const free = placesIn(schema).flatMap(({ path, value }) =>
    isObject(value) && (value.maxLength === 500 || value.maxLength === 20_000) ? [path.at(-1)] : [],
  )
  expect(new Set(FREE_TEXTS.map((path) => path.at(-1)))).toEqual(new Set(free))
  const text = serializeScenario(scenario)
  for (const index of FREE_TEXTS.keys()) expect(text).toContain(`text-${index}-<img src=x`)
})

/** How many of the scenario's texts a document shows. */
const shown = (text: string): number =>
  FREE_TEXTS.filter((_, index) => text.includes(`text-${index}-<img src=x`)).length

describe('another program sees nothing but text', () => {
  it.skipIf(!hasPython).each<[string, () => Promise<Uint8Array | string>, number]>([
    [
      'a.xlsx',
      async () => embedInOffice(writeXlsx(of.content, numbersTable(scenario, of.run)), record),
      15,
    ],
    ['a.pptx', async () => embedInOffice(await writePptx(of.content), record), 15],
    ['a.docx', async () => embedInOffice(await writeDocx(of.content), record), 15],
    ['a.svg', () => embedInSvg(SVG, record), 2],
  ])(
    `in %s${hasPython ? '' : ' (there is no Python here to read it)'}`,
    async (name, make, least) => {
      const file = await make()
      const seen = seenByOther(name, file)
      expect(
        seen.tags.filter((tag) =>
          /^(img|script|foreignObject|a|hyperlink|hlinkClick|ddeLink|oleLink)$/i.test(tag),
        ),
      ).toEqual([])
      expect({ hooks: seen.hooks, outside: seen.outside }).toEqual({ hooks: [], outside: [] })
      expect(seen.formulas.filter((formula) => formula.includes('text-'))).toEqual([])
      expect(seen.fields.filter((field) => !/^\s*(PAGE|NUMPAGES)\s*$/.test(field))).toEqual([])
      expect(shown(seen.text)).toBeGreaterThan(least)
      // To the last sign that XML can hold, among them what a replacement would obey.
      if (name !== 'a.svg') expect(seen.text).toContain(PAYLOAD.replace('\ufffe', ''))
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
      expect(await readEmbedded(bytes)).toEqual({ kind: 'record', record })
    },
  )

  it('in a PDF document', async () => {
    const document = await PDFDocument.load(await embedInPdf(await makePdf(), record))
    const keys = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .flatMap((dictionary) => dictionary.entries().map(([key, value]) => `${key} ${value}`))
    expect(
      keys.filter((key) =>
        /^\/(OpenAction|AA|JS|URI|Launch)\b|\/(JavaScript|Launch|URI)\b/.test(key),
      ),
    ).toEqual([])
    expect(document.getTitle()).toContain(PAYLOAD.slice(0, 60))
  })

  it('in the texts of a PNG picture', async () => {
    const png = await embedInPng(PNG, record)
    expect(await readEmbedded(png)).toEqual({ kind: 'record', record })
    const view = new DataView(png.buffer)
    const types: string[] = []
    for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
      types.push(Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1'))
    }
    expect(new Set(types)).toEqual(
      new Set(['IHDR', 'tEXt', 'iTXt', 'gAMA', 'bKGD', 'IDAT', 'IEND']),
    )
  })
})

const formulas = (rows: readonly (readonly string[])[]): string[] =>
  rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell)))

describe('no cell is a formula', () => {
  it('of a table for spreadsheets, of the clipboard, of the draws', async () => {
    const numbers = numbersTable(scenario, of.run)
    const csv = spreadsheetCsv(numbers, record.provenance)
    expect(formulas(readCsv(csv.slice(1)))).toEqual([])
    expect(csv).toContain("'=text-")
    const { text, html } = clipboardTable(numbers, ['=a line', '@another'])
    expect(formulas(text.split('\r\n').map((line) => line.split('\t')))).toEqual([])
    expect(html).not.toMatch(/<(img|script|svg)/i)
    expect(html).not.toMatch(/<t[dh]>(=|\+|@|-[^\d])/)
    expect(html).not.toMatch(/<p>[=@]/)
  })

  it('of what the command line collects', async () => {
    const json = join(folder, 'result.json')
    writeFileSync(json, forecastJson(scenario, of.run, record.provenance.scenarioSha256))
    const index = join(folder, 'index.csv')
    writeFileSync(index, `file,"=1+1"\r\nresult.brink,"@SUM(1)"\r\n`)
    const { heard, terminal } = listeningTerminal()
    expect(await runCommand({ kind: 'collect', files: [json], index }, terminal)).toBe(0)
    const rows = readCsv(heard.out)
    expect(formulas(rows)).toEqual([])
    expect(rows[0]?.at(-1)).toBe("'=1+1")
    expect(rows[1]?.at(-1)).toBe("'@SUM(1)")
    expect(rows[1]?.some((cell) => /^'.*text-\d+-<img/.test(cell))).toBe(true)
  })
})

it('a terminal is told it in one line each, and nothing of it is obeyed', async () => {
  const path = join(folder, 'hostile.brink')
  writeFileSync(path, serializeScenario(scenario))
  const { heard, terminal } = listeningTerminal()
  expect(await runCommand({ kind: 'forecast', file: path, asJson: false }, terminal)).toBe(0)
  expect(heard.out).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u)
  expect(shown(heard.out)).toBeGreaterThan(1)
})
