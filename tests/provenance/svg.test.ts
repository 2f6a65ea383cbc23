import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { provenanceLines } from '../../src/provenance/provenance'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { writeRecord } from '../../src/provenance/record-text'
import { embedInSvg } from '../../src/provenance/svg'
import { baselineRecord, SVG, smallRecord } from './samples'
import { inFolder, runTool } from './tool'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('the lines at the foot of a picture turn nothing but their own texts', async () => {
  const { provenance } = await smallRecord('a\u202eb')
  const [computed, against] = provenanceLines({ ...provenance, source: 'c\u2067d' })
  expect(computed).toMatch(/^Scenario: \u2068a\u202eb\u2069 \(SHA-256 [0-9a-f]{12}…\), as of/)
  expect(against).toBe('Held against: \u2068c\u2067d\u2069\u2069, in the words of ICD 203.')
})

describe('an SVG picture with a record', () => {
  it('is the picture as it was, with an element more', async () => {
    const svg = await embedInSvg(SVG, await baselineRecord())
    expect(svg.replace(/<metadata>.*<\/metadata>/, '')).toBe(SVG)
    expect(svg).toContain('data-note="a > b"><metadata>')
  })

  it('gives the record back, also after its elements have got other prefixes and attributes', async () => {
    const record = await baselineRecord()
    const svg = await embedInSvg(SVG, record)
    const rewritten = [
      svg,
      svg.replaceAll(/(<\/?)brink:/g, '$1ns0:').replace('xmlns:brink', 'xmlns:ns0'),
      svg.replaceAll(/(<\/?)brink:/g, '$1').replace('xmlns:brink', 'xmlns'),
      svg.replace('<brink:record>', '<brink:record\n  id="record7">\n  '),
      svg.replace(/(?<=<brink:record>.*)"/g, '&quot;').replaceAll('&lt;', '&#x3c;'),
      `\ufeff${svg}`,
    ]
    for (const text of rewritten) {
      expect(await readEmbedded(bytes(text))).toEqual({ kind: 'record', record })
    }
  })

  it('is whole XML that says where it comes from', async (context) => {
    const record = await baselineRecord()
    await inFolder(async (folder) => {
      const path = join(folder, 'chart.svg')
      writeFileSync(path, await embedInSvg(SVG, record))
      const read = (xpath: string): string =>
        runTool(context, 'xmllint', ['--huge', '--xpath', `string(${xpath})`, path]).trimEnd()
      const dc = (name: string): string =>
        `/*/*[local-name()='metadata']//*[local-name()='${name}' and namespace-uri()='http://purl.org/dc/elements/1.1/']`
      // The last character of the title is none that XML can hold.
      expect(read(dc('title'))).toBe(record.provenance.title.slice(0, -1).trimEnd())
      expect(read(`${dc('creator')}//*[local-name()='title']`)).toBe('Brink 0.1.0')
      expect(read(dc('date'))).toBe('2026-11-28T18:06:09.123Z')
      expect(read(dc('description'))).toContain('1,000 draws, seed 7')
      const own = "//*[local-name()='record' and namespace-uri()='urn:brink:export:1']"
      expect(read(own)).toBe(await writeRecord(record))
    })
  })

  it('gives the record back after another program has laid it out anew', async (context) => {
    const record = await baselineRecord()
    await inFolder(async (folder) => {
      const path = join(folder, 'chart.svg')
      writeFileSync(path, await embedInSvg(SVG, record))
      const laidOut = runTool(context, 'xmllint', ['--huge', '--format', path])
      expect(laidOut.split('\n').length).toBeGreaterThan(10)
      expect(await readEmbedded(bytes(laidOut))).toEqual({ kind: 'record', record })
    })
  })

  it('that was edited is refused, and one of another origin holds none', async () => {
    const svg = await embedInSvg(SVG, await smallRecord('Before'))
    const altered = { kind: 'damaged', reason: 'scenario-altered' }
    expect(await readEmbedded(bytes(svg.replace('Rung 1', 'Rung 2')))).toEqual(altered)
    const broken = { kind: 'damaged', reason: 'unreadable' }
    expect(await readEmbedded(bytes(svg.slice(0, svg.indexOf('Rung 1'))))).toEqual(broken)
    expect(await readEmbedded(bytes(SVG))).toEqual({ kind: 'none' })
  })
})
