import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bundledNames, bundledText } from '../bundled'
import { damagedBytes, damagedTree, damagedWhole, outcomeOf } from '../scenario-file/fuzz'

const CASES = 1_000_000
const LONGEST_MS = 5000

const fixture = (version: number): string =>
  readFileSync(
    join(import.meta.dirname, '..', 'scenario-file', 'fixtures', `version-${version}.brink`),
    'utf8',
  )

it('a million damaged files are each a scenario or a refusal in words', () => {
  const small = [fixture(1), fixture(2), fixture(3)]
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.log(`seed ${seed}`)
  const counts = new Map<string, number>()
  let longest = 0
  const look = (bytes: Uint8Array): void => {
    const begun = performance.now()
    const outcome = outcomeOf(bytes)
    longest = Math.max(longest, performance.now() - begun)
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }
  // Every cut of every bundled file, then the rest by chance; the large ones take their share.
  let cut = 0
  for (const text of bundledNames().map(bundledText)) {
    const bytes = new TextEncoder().encode(text)
    for (let length = 0; length < bytes.length; length++, cut++) look(bytes.subarray(0, length))
  }
  const left = CASES - cut
  const large = Math.floor(left / 50)
  const whole = Math.floor(left / 10)
  const kinds = [
    [damagedBytes(small), Math.floor(left / 2)],
    [damagedBytes(bundledNames().map(bundledText)), large],
    [damagedWhole(0.2), whole],
    [damagedTree(small), left - Math.floor(left / 2) - large - whole],
  ] as const
  for (const [damaged, numRuns] of kinds) fc.assert(fc.property(damaged, look), { numRuns, seed })
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const said = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
  console.log(
    `figure: ${total} damaged files, seed ${seed}: ${said}; longest ${longest.toFixed(0)} ms`,
  )
  expect(total).toBe(CASES)
  expect(longest).toBeLessThan(LONGEST_MS)
})
