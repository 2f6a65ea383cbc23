import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledNames, bundledText } from '../bundled'
import { damagedBytes, damagedTree, outcomeOf } from './fuzz'

/** Some 10,000 damaged files, none of which may break the reader; tests/soak has a million. */

const fixture = (version: number): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', `version-${version}.brink`), 'utf8')
const small = [fixture(1), fixture(2), fixture(3)]

/** Of the processor, so that a busy machine is not taken for a slow reader. */
const LONGEST_MS = 2000

function inTime(bytes: Uint8Array): string {
  const begun = process.cpuUsage()
  const outcome = outcomeOf(bytes)
  const { user, system } = process.cpuUsage(begun)
  const ms = (user + system) / 1000
  if (ms > LONGEST_MS) throw new Error(`${outcome} after ${ms} ms`)
  return outcome
}

/** How often each outcome came about in so many runs. */
function outcomes(damaged: fc.Arbitrary<Uint8Array>, numRuns: number): Map<string, number> {
  const counts = new Map<string, number>()
  fc.assert(
    fc.property(damaged, (bytes) => {
      const outcome = inTime(bytes)
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    }),
    { numRuns },
  )
  return counts
}

describe('a damaged file is a scenario or a refusal in words', () => {
  it('with bytes replaced', () => {
    const counts = outcomes(damagedBytes([...small, ...bundledNames().map(bundledText)]), 2000)
    for (const kind of ['not-json', 'not-utf-8']) expect(counts.get(kind), kind).toBeGreaterThan(0)
  })

  it('with nodes of its tree replaced, removed, repeated and exchanged', () => {
    const counts = outcomes(damagedTree(small), 3000)
    for (const kind of ['invalid', 'read']) expect(counts.get(kind), kind).toBeGreaterThan(0)
  })

  it('cut at every byte', () => {
    const texts = [...small, bundledText('mount-spurr-2025-baseline.brink')]
    for (const bytes of texts.map((text) => new TextEncoder().encode(text))) {
      const wrong: number[] = []
      for (let length = 1; length < bytes.length - 2; length++) {
        const isInCharacter = ((bytes[length] ?? 0) & 0xc0) === 0x80
        const expected = isInCharacter ? 'not-utf-8' : 'not-json'
        if (inTime(bytes.subarray(0, length)) !== expected) wrong.push(length)
      }
      expect(wrong).toEqual([])
    }
  })
})
