import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportRecord, exportSource, sha256 } from '../../src/provenance/provenance'
import { RECORD_START, readRecord, writeRecord } from '../../src/provenance/record-text'
import { chainScenario } from '../scenarios'
import { baselineRecord, MADE, smallRecord } from './samples'

const changed = async (change: (json: Record<string, unknown>) => unknown): Promise<string> => {
  const json = JSON.parse(await writeRecord(await smallRecord()))
  change(json)
  return JSON.stringify(json)
}

describe('a record as text', () => {
  it('is ASCII on one line, and comes back as it was', async () => {
    const record = await baselineRecord()
    const text = await writeRecord(record)
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(text.startsWith(RECORD_START)).toBe(true)
    expect(await readRecord(text)).toEqual({ kind: 'record', record })
  })

  it('comes back whatever the texts in it hold', async () => {
    const texts = fc.record({
      title: fc.string({ unit: 'binary', maxLength: 40 }),
      scenarioText: fc.string({ unit: 'binary', maxLength: 200 }),
    })
    const { provenance } = await smallRecord()
    await fc.assert(
      fc.asyncProperty(texts, async ({ title, scenarioText }) => {
        const scenarioSha256 = await sha256(scenarioText)
        const record = { provenance: { ...provenance, title, scenarioSha256 }, scenarioText }
        expect(await readRecord(await writeRecord(record))).toEqual({ kind: 'record', record })
      }),
      { numRuns: 300 },
    )
  })

  it('ends with the SHA-256 of the text without it', async () => {
    const text = await writeRecord(await baselineRecord())
    const [, body, sum] = /^(.*),"recordSha256":"([0-9a-f]{64})"\}$/.exec(text) ?? []
    expect(createHash('sha256').update(`${body}}`).digest('hex')).toBe(sum)
  })

  it('holds nothing of the run but what is declared', async () => {
    const run = { draws: 1, seed: 2, engineVersion: '2', curve: [1, 2, 3] }
    const source = exportSource(chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), run)
    const text = await writeRecord(await exportRecord({ ...source, run }, MADE))
    expect(await readRecord(text)).toMatchObject({ kind: 'record' })
  })
})

describe('a text that is no such record is refused', () => {
  it.each<[string, (json: Record<string, unknown>) => unknown, string]>([
    ['another scenario', (json) => Object.assign(json, { scenarioText: '{}' }), 'scenario-altered'],
    [
      'another title',
      ({ provenance }) => Object.assign(provenance as object, { title: 'Another' }),
      'origin-altered',
    ],
    ['a newer version', (json) => Object.assign(json, { formatVersion: 2, more: 1 }), 'newer'],
    ['an unknown field', (json) => Object.assign(json, { more: 1 }), 'unreadable'],
    ['a missing field', (json) => delete json.scenarioText, 'unreadable'],
    ['another format', (json) => Object.assign(json, { format: 'other' }), 'unreadable'],
    [
      'a title without end',
      ({ provenance }) => Object.assign(provenance as object, { title: 'a'.repeat(5000) }),
      'unreadable',
    ],
    [
      'a time that is none',
      ({ provenance }) => Object.assign(provenance as object, { exportedAt: 'today' }),
      'unreadable',
    ],
  ])('%s', async (_name, change, reason) => {
    expect(await readRecord(await changed(change))).toEqual({ kind: 'damaged', reason })
  })

  it.each(['', 'null', '[]', '{', '"a"', `${'['.repeat(100_000)}`])('%.20s', async (text) => {
    expect(await readRecord(text)).toEqual({ kind: 'damaged', reason: 'unreadable' })
  })
})
