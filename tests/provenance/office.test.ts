import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, type TestContext } from 'vitest'
import { embedInOffice } from '../../src/provenance/office'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { baselineRecord, makeXlsx, smallRecord } from './samples'
import { inFolder, runTool } from './tool'

/** Slides in one file of plain XML, for LibreOffice to make a presentation of. */
const SLIDES =
  '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation><draw:page draw:name="One"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="2cm"><draw:text-box><text:p>Words kept</text:p></draw:text-box></draw:frame></draw:page></office:presentation></office:body></office:document>'

/** The formats in which LibreOffice writes all that it holds of a document as one plain XML. */
const FLAT = [
  ['sheet.xlsx', 'fods'],
  ['text.docx', 'fodt'],
  ['slides.pptx', 'fodp'],
] as const

/** Has LibreOffice write files in another format into a folder. */
function convert(context: TestContext, folder: string, to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const args = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out')]
  runTool(context, 'soffice', [...args, ...files.map((name) => join(folder, name))])
}

/** The same as a library writes it that gives itself out as another program. */
function withApplication(document: Uint8Array): Uint8Array {
  const files = unzipSync(document)
  const type = 'application/vnd.openxmlformats-officedocument.extended-properties+xml'
  const relation =
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties'
  const changed = (path: string, end: string, added: string): void => {
    const text = strFromU8(files[path] ?? new Uint8Array())
    files[path] = strToU8(text.replace(end, `${added}${end}`))
  }
  files['docProps/app.xml'] = strToU8(
    '<Properties><Application>Microsoft Office PowerPoint</Application></Properties>',
  )
  changed(
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/docProps/app.xml" ContentType="${type}"/>`,
  )
  changed(
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="app" Type="${relation}" Target="docProps/app.xml"/>`,
  )
  return zipSync(files)
}

describe('an office document with a record', () => {
  it('is said to be made by Brink, whatever library set it', async () => {
    const record = await baselineRecord()
    const app = 'docProps/app.xml'
    for (const given of [makeXlsx(), withApplication(makeXlsx())]) {
      const files = unzipSync(await embedInOffice(given, record))
      const text = strFromU8(files[app] ?? new Uint8Array())
      expect(text).toContain(`<Application>Brink ${record.provenance.appVersion}</Application>`)
      expect(text).not.toContain('Microsoft')
      const relations = strFromU8(files['_rels/.rels'] ?? new Uint8Array())
      expect(relations.match(/extended-properties/g)).toHaveLength(1)
      const types = strFromU8(files['[Content_Types].xml'] ?? new Uint8Array())
      expect(types.match(/docProps\/app\.xml/g)).toHaveLength(1)
    }
  })

  it('gives the record back, and keeps every part it had', async () => {
    const record = await baselineRecord()
    const before = unzipSync(makeXlsx())
    const bytes = await embedInOffice(makeXlsx(), record)
    expect(await readEmbedded(bytes)).toEqual({ kind: 'record', record })
    const after = unzipSync(bytes)
    expect(Object.keys(after)[0]).toBe('[Content_Types].xml')
    expect(after['xl/worksheets/sheet1.xml']).toEqual(before['xl/worksheets/sheet1.xml'])
    const types = strFromU8(after['[Content_Types].xml'] ?? new Uint8Array())
    for (const path of Object.keys(after)) {
      const isDeclared = path.endsWith('.rels') || path.startsWith('[')
      if (!isDeclared) expect(types).toContain(`PartName="/${path}"`)
    }
  })

  it('is of whole XML in every part', async (context) => {
    const parts = unzipSync(await embedInOffice(makeXlsx(), await baselineRecord()))
    await inFolder(async (folder) => {
      for (const [index, content] of Object.values(parts).entries()) {
        const path = join(folder, `${index}.xml`)
        writeFileSync(path, content)
        runTool(context, 'xmllint', ['--huge', '--noout', path])
      }
    })
  })

  it('is opened by LibreOffice as it was, with its origin, and keeps the record when saved there', async (context) => {
    const record = await baselineRecord()
    await inFolder(async (folder) => {
      const put = (name: string, content: string | Uint8Array): void =>
        writeFileSync(join(folder, name), content)
      const made = (name: string): Buffer => readFileSync(join(folder, 'out', name))
      mkdirSync(join(folder, 'out'))
      put('text.txt', 'Words kept\n')
      put('slides.fodp', SLIDES)
      put('sheet.xlsx', await embedInOffice(makeXlsx('Words kept'), record))
      convert(context, folder, 'docx', ['text.txt'])
      convert(context, folder, 'pptx', ['slides.fodp'])
      put('text.docx', await embedInOffice(made('text.docx'), record))
      put('slides.pptx', await embedInOffice(made('slides.pptx'), record))
      convert(context, folder, 'pdf', ['sheet.xlsx', 'text.docx', 'slides.pptx'])
      for (const name of ['sheet', 'text', 'slides']) {
        const pdf = join(folder, 'out', `${name}.pdf`)
        expect(existsSync(pdf), name).toBe(true)
        expect(runTool(context, 'pdftotext', [pdf, '-']), name).toContain('Words kept')
      }
      for (const [name, flat] of FLAT) {
        convert(context, folder, flat, [name])
        const meta = made(name.replace(/\w+$/, flat)).toString()
        expect(meta, name).toContain('<dc:title>Bäku &amp; &lt;Tehran&gt; “closer”?')
        expect(meta, name).toContain('<meta:initial-creator>Brink 0.1.0</meta:initial-creator>')
        expect(meta, name).toContain('<meta:creation-date>2026-11-28T18:06:09')
        const [, sum] =
          /<meta:user-defined meta:name="Brink scenario SHA-256"[^>]*>([^<]*)</.exec(meta) ?? []
        expect(sum, name).toBe(record.provenance.scenarioSha256)
      }
      convert(context, folder, 'docx:MS Word 2007 XML', ['text.docx'])
      expect(await readEmbedded(made('text.docx'))).toEqual({ kind: 'record', record })
    })
  })

  it('is taken by another reader of zip files without a fault', async (context) => {
    await inFolder(async (folder) => {
      const path = join(folder, 'sheet.xlsx')
      writeFileSync(path, await embedInOffice(makeXlsx(), await smallRecord()))
      const { status, error } = spawnSync('python3', ['-m', 'zipfile', '-t', path])
      if (error) context.skip('there is no Python here to read it')
      expect(status).toBe(0)
    })
  })

  it('of another origin holds none', async () => {
    expect(await readEmbedded(makeXlsx())).toEqual({ kind: 'none' })
  })
})
