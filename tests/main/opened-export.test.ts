import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenResult } from '../../src/ipc/contract'
import { createDocumentFiles } from '../../src/main/documents/document-files'
import { embedInOffice } from '../../src/provenance/office'
import { embedInPdf } from '../../src/provenance/pdf'
import { embedInPng } from '../../src/provenance/png'
import { type ExportRecord, sha256 } from '../../src/provenance/provenance'
import { embedInSvg } from '../../src/provenance/svg'
import { baselineRecord, makePdf, makeXlsx, PNG, SVG, smallRecord } from '../provenance/samples'

let folder = ''
let used: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-export-'))
  used = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const newFiles = () =>
  createDocumentFiles({ onUsed: (path) => used.push(path), keep: async () => true })

/** Opens a file of this content as the window would have it opened. */
function opened(name: string, content: string | Uint8Array): Promise<OpenResult> {
  writeFileSync(join(folder, name), content)
  return newFiles().open(join(folder, name))
}

const refusal = (result: OpenResult): string => {
  if (result.kind !== 'refused') throw new Error(result.kind)
  return [result.title, ...result.details].join(' ')
}

const withScenario = async (scenarioText: string): Promise<ExportRecord> => {
  const { provenance } = await smallRecord()
  const scenarioSha256 = await sha256(scenarioText)
  return { provenance: { ...provenance, scenarioSha256 }, scenarioText }
}

describe('an export', () => {
  it('of any kind, by whatever name, opens as the scenario it was made from, without a file', async () => {
    const record = await baselineRecord()
    const files: [string, string | Uint8Array][] = [
      ['chart.svg', await embedInSvg(SVG, record)],
      ['chart.png', await embedInPng(PNG, record)],
      ['report.pdf', await embedInPdf(await makePdf(), record)],
      ['table.xlsx', await embedInOffice(makeXlsx(), record)],
      ['renamed.brink', await embedInPng(PNG, record)],
    ]
    for (const [name, content] of files) {
      expect(await opened(name, content)).toEqual({
        kind: 'opened',
        document: {
          token: null,
          fileName: '',
          text: record.scenarioText,
          unsaved: null,
          notice: {
            title: `This is the scenario behind ${name}, exported 28 November 2026, 18:06 UTC. It is in no file yet.`,
            details: [],
          },
        },
      })
      expect(readFileSync(join(folder, name))).toEqual(Buffer.from(content))
    }
    expect(used).toEqual([])
  })

  it('of another engine says that numbers can differ', async () => {
    const { scenarioText, provenance } = await smallRecord()
    const other = { ...provenance, engineVersion: '1', appVersion: '0.0.9' }
    const result = await opened('a.svg', await embedInSvg(SVG, { scenarioText, provenance: other }))
    expect(result).toMatchObject({
      document: {
        notice: {
          details: [
            'Its numbers were computed by the engine’s version 1 (Brink 0.0.9); this is version 2. The numbers here can differ from those in it.',
          ],
        },
      },
    })
  })

  it('is never what a save goes to unasked', async () => {
    const path = join(folder, 'a.svg')
    const files = newFiles()
    writeFileSync(path, await embedInSvg(SVG, await smallRecord()))
    await files.open(path)
    // Nothing is known of it that a document’s own save could go by.
    const own = { isOwn: true, replacing: null }
    expect(await files.save(path, (await smallRecord()).scenarioText, own)).toMatchObject({
      kind: 'changed',
    })
  })
})

describe('what cannot be opened is refused in words', () => {
  it.each<[string, () => Promise<string | Uint8Array>, string]>([
    [
      'chart.png',
      async () => PNG,
      'chart.png was not opened. It holds no scenario. Brink did not export it, or it shows the track record, which belongs to no scenario, or another program left the scenario out when it saved it. Ask for the .brink file',
    ],
    ['chart.svg', async () => SVG, 'chart.svg was not opened. It holds no scenario.'],
    ['other.pdf', makePdf, 'other.pdf was not opened. It holds no scenario.'],
    ['other.xlsx', async () => makeXlsx(), 'other.xlsx was not opened. It holds no scenario.'],
    [
      'altered.svg',
      async () => (await embedInSvg(SVG, await smallRecord())).replace('Rung 1', 'Rung 2'),
      'altered.svg was not opened. The scenario in it was altered.',
    ],
    [
      'origin.svg',
      async () => (await embedInSvg(SVG, await smallRecord())).replace('"ICD 203"', '"ICD 204"'),
      'origin.svg was not opened. What it says of where it comes from was altered.',
    ],
    [
      'cut.png',
      async () => (await embedInPng(PNG, await smallRecord())).subarray(0, 900),
      'cut.png was not opened. It is damaged where its scenario would be.',
    ],
    [
      'newer.svg',
      async () =>
        (await embedInSvg(SVG, await smallRecord())).replace(
          '"formatVersion":1',
          '"formatVersion":2',
        ),
      'newer.svg was not opened. It was exported by a newer version of Brink.',
    ],
    [
      'newer-scenario.svg',
      async () =>
        embedInSvg(SVG, await withScenario('{"format": "brink-scenario", "formatVersion": 9}')),
      'newer-scenario.svg was not opened. Of the scenario in it: The file was made by a newer version of Brink.',
    ],
    [
      'no-scenario.svg',
      async () => embedInSvg(SVG, await withScenario('{"a": 1}')),
      'The file is not a Brink scenario.',
    ],
    ['large.png', async () => Buffer.concat([PNG, Buffer.alloc(64 * 1024 ** 2)]), 'than 64 MB'],
    ['page.html', async () => '<p>words</p>', 'The file is not valid JSON.'],
  ])('%s', async (name, make, words) => {
    expect(refusal(await opened(name, await make()))).toContain(words)
    expect(used).toEqual([])
  })

  it('turns nothing but its own name round', async () => {
    const TURNED = '\u2068gnp\u202e.svg\u2069'
    const name = 'gnp\u202e.svg'
    expect(refusal(await opened(name, SVG))).toMatch(
      new RegExp(`^${TURNED} was not opened. It holds no scenario`),
    )
    const whole = await embedInSvg(SVG, await smallRecord())
    expect(refusal(await opened(name, whole.replace('Rung 1', 'Rung 2')))).toMatch(
      new RegExp(`^${TURNED} was not opened\\.`),
    )
    expect(await opened(name, whole)).toMatchObject({
      document: { notice: { title: expect.stringContaining(`behind ${TURNED}, exported`) } },
    })
    expect(refusal(await opened('k\u202enirb.brink', '{'))).toMatch(
      /^\u2068k\u202enirb\.brink\u2069 was not opened\. The file/,
    )
  })

  it('a folder named as an export', async () => {
    mkdirSync(join(folder, 'a.png'))
    expect(refusal(await newFiles().open(join(folder, 'a.png')))).toContain('It is a folder')
  })
})
