import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runConfined } from '../confined'
import type { Outcome } from './hostile-exports'

/** Several times what the slowest of them takes, and far from a hanging window. */
const LONGEST_MS = 5000
/** The largest files are 60 MB, and the program that makes them holds them as well. */
const MOST_MB = 700

let outcomes: readonly Outcome[] = []
let status: number | null = null
let complaint = ''

beforeAll(() => {
  const ran = runConfined<Outcome>(join(import.meta.dirname, 'hostile-exports.ts'), [])
  ;({ outcomes, status, complaint } = ran)
}, 300_000)

describe('exports made to do harm', () => {
  it('are all gone through, in little memory and stack', () => {
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' })
    expect(outcomes.length).toBeGreaterThan(35)
    expect(outcomes.filter(({ peakMb }) => peakMb > MOST_MB)).toEqual([])
  })

  it('are refused, or hold nothing, each in bounded time', () => {
    expect(outcomes.filter(({ ms }) => ms > LONGEST_MS)).toEqual([])
    const kinds = Object.fromEntries(outcomes.map(({ name, kind }) => [name, kind]))
    const none = Object.keys(kinds).filter((name) => kinds[name] === 'none')
    // Nothing in these is, or pretends to be, a record.
    expect(none).toEqual([
      'pdf: packed, empty blocks',
      'pdf: references in a circle',
      'pdf: packed objects of 20 GB',
      'pdf: streams without an end',
      'zip: a zip in a zip in a zip',
      'zip: 20,000 entries',
      'zip: packed, then other bytes',
      'zip: packed, empty blocks',
      'zip: names that lead elsewhere',
    ])
    expect([...new Set(Object.values(kinds))].sort()).toEqual(['damaged', 'none'])
  })
})
