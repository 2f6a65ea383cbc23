import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../src/briefing/docx'
import { writePptx } from '../../src/briefing/pptx'
import { embedInOffice } from '../../src/provenance/office'
import { embedInPdf } from '../../src/provenance/pdf'
import { embedInPng } from '../../src/provenance/png'
import { LARGEST_EXPORT, readEmbedded } from '../../src/provenance/read-embedded'
import { embedInSvg } from '../../src/provenance/svg'
import { briefed } from '../briefing/briefed'
import { bundledScenario } from '../bundled'
import { makePdf, makeXlsx, PNG, SVG, smallRecord } from './samples'

/** Whatever is done to a file, what is read from it is what was put in, or nothing. */

const encoder = new TextEncoder()
const record = await smallRecord('Bäku 🌍')
const { content } = await briefed(bundledScenario('mount-spurr-2025-baseline.brink'))
const FILES: Readonly<Record<string, Uint8Array>> = {
  svg: encoder.encode(await embedInSvg(SVG, record)),
  png: await embedInPng(PNG, record),
  pdf: await embedInPdf(await makePdf(), record),
  xlsx: await embedInOffice(makeXlsx(), record),
  // As Brink makes them, with all their parts.
  pptx: await embedInOffice(await writePptx(content), record),
  docx: await embedInOffice(await writeDocx(content), record),
}

/** Of the processor, so that a busy machine is not taken for a slow reader. */
async function timed(bytes: Uint8Array, mostMs: number) {
  const begun = process.cpuUsage()
  const embedded = await readEmbedded(bytes)
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1000).toBeLessThan(mostMs)
  return embedded
}

interface Damage {
  /** In millionths of the file. */
  readonly at: number
  readonly taken: number
  readonly put: Uint8Array
}

const MILLION = 1_000_000
const PLACES = [
  [0, 1],
  [0, 0.05],
  [0.95, 1],
] as const

const damage: fc.Arbitrary<Damage> = fc.record({
  // The record is most of a small file: what is around it is near the ends.
  // Nor is its very beginning to be hit most, as fast-check would by itself.
  at: fc.noBias(
    fc.oneof(
      ...PLACES.map(([min, max]) => fc.integer({ min: min * MILLION, max: max * MILLION - 1 })),
    ),
  ),
  taken: fc.oneof({ arbitrary: fc.nat(4), weight: 9 }, { arbitrary: fc.nat(4000), weight: 1 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(
      ...[
        [255, 255, 255, 255],
        [0, 0, 0, 0],
        [127, 255, 255, 255],
      ].map((each) => Uint8Array.from(each)),
      ...[
        'stream',
        'endstream',
        '<brink:record>',
        '</brink:record>',
        '&#x110000;',
        'PK\x05\x06',
        'PK\x01\x02',
        'PK\x03\x04',
        'zTXtbrink-export\0\0',
        'IEND',
        '/Length 999999999',
        '/Filter /FlateDecode',
        '/EmbeddedFile',
        'xmlns:a="urn:brink:export:1"',
        '<![CDATA[',
      ].map((text) => encoder.encode(text)),
    ),
  ),
})

const damaged = (bytes: Uint8Array, all: readonly Damage[]): Uint8Array =>
  all.reduce<Uint8Array>((left, { at, taken, put }) => {
    const from = Math.floor((at / MILLION) * left.length)
    return Buffer.concat([left.subarray(0, from), put, left.subarray(from + taken)])
  }, bytes)

describe.each(Object.entries(FILES))('a damaged %s', (_kind, bytes) => {
  it('gives the record to the letter, or is refused', async () => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (all) => {
        const embedded = await timed(damaged(bytes, all), 2000)
        seen.set(embedded.kind, (seen.get(embedded.kind) ?? 0) + 1)
        if (embedded.kind === 'record') expect(embedded.record).toEqual(record)
      }),
      { numRuns: 2000 },
    )
    // Both have to come up, or the damage was too little or too much to say anything.
    expect(seen.get('record')).toBeGreaterThan(40)
    expect(seen.get('damaged')).toBeGreaterThan(40)
  })

  it('of which the end is missing never gives another record', async () => {
    for (let length = 0; length < bytes.length; length += 1 + Math.floor(bytes.length / 500)) {
      const embedded = await timed(bytes.subarray(0, length), 2000)
      if (embedded.kind === 'record') expect(embedded.record).toEqual(record)
    }
  })
})

const refused = { kind: 'damaged', reason: 'unreadable' }

// What unpacks to gigabytes is read in a process of its own (hostile-exports.ts).
describe('a file made to be hostile ends soon', () => {
  it('with as many parts as a directory can name, all of them one', async () => {
    const part = strToU8('<a/>'.repeat(50_000))
    const one = zipSync({ 'customXml/item1.xml': part }, { level: 9 })
    const end = one.length - 22
    const view = new DataView(one.buffer, one.byteOffset)
    const start = view.getUint32(end + 16, true)
    const entry = one.subarray(start, end)
    const last = one.slice(end)
    new DataView(last.buffer).setUint16(10, 0xffff, true)
    const entries = Array.from({ length: 0xffff }, () => entry)
    expect(await timed(Buffer.concat([one.subarray(0, start), ...entries, last]), 2000)).toEqual(
      refused,
    )
    new DataView(last.buffer).setUint16(10, 20_000, true)
    expect(
      await timed(Buffer.concat([one.subarray(0, start), ...entries.slice(0, 20_000), last]), 5000),
    ).toEqual({ kind: 'none' })
    expect(inflateRawSync(one.subarray(30 + 19, start))).toHaveLength(part.length)
  })

  const LARGE = LARGEST_EXPORT - 100
  const repeated = (text: string, head: string): Uint8Array =>
    Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(LARGE - head.length, text)])
  it.each([
    ['attachments without end', repeated('/EmbeddedFile stream\n', '%PDF-1.7\n')],
    ['names that begin alike', repeated('/EmbeddedFile', '%PDF-1.7\n')],
    ['attachments with an end', repeated('/EmbeddedFile stream\nendstream', '%PDF-1.7\n')],
    ['slashes', repeated('/', '%PDF-1.7\n')],
    ['namespaces', repeated(' xmlns:a="urn:brink:export:1"', '<svg ')],
    ['records without end', repeated('<a:record>', '<svg xmlns:a="urn:brink:export:1">')],
    ['angle brackets', repeated('<', '<svg>')],
    ['references', repeated('&#1;&', '<svg xmlns="urn:brink:export:1"><record>')],
    ['empty chunks', repeated('\0\0\0\0aaaa\0\0\0\0', '\x89PNG\r\n\x1a\n')],
    ['ends of a directory', repeated('PK\x05\x06', 'PK\x03\x04')],
    ['zeros', repeated('\0', 'PK\x03\x04')],
  ])('of 64 MB of %s', async (_name, bytes) => {
    const embedded = await timed(bytes, 8000)
    expect(embedded.kind).not.toBe('record')
  })

  it('with a record of 50 MB of opened brackets', async () => {
    const text = `{"format":"brink-export","a":${'['.repeat(5e7)}`
    const svg = `<svg xmlns:b="urn:brink:export:1"><b:record>${text}</b:record></svg>`
    expect(await timed(encoder.encode(svg), 8000)).toEqual(refused)
  })

  it('larger than any export', async () => {
    const svg = Buffer.concat([FILES.svg ?? Buffer.alloc(0), Buffer.alloc(LARGEST_EXPORT, ' ')])
    expect(await timed(svg, 1000)).toEqual(refused)
  })
})

it('bytes of no known kind hold none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect((await readEmbedded(bytes)).kind).toBe('none')
    }),
    { numRuns: 300 },
  )
  expect(await readEmbedded(encoder.encode('{"format": "brink-scenario"}'))).toEqual({
    kind: 'none',
  })
})
