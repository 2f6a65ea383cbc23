import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runConfined } from '../confined'
import type { Outcome } from './hostile-sizes'

/** Ten times what the slowest of them takes on a slow machine, and far from a hanging window. */
const LONGEST_MS = 5000

let outcomes: readonly Outcome[] = []
let status: number | null = null
let complaint = ''

beforeAll(() => {
  const file = join(import.meta.dirname, 'fixtures', 'version-3.brink')
  const ran = runConfined<Outcome>(join(import.meta.dirname, 'hostile-sizes.ts'), [file])
  ;({ outcomes, status, complaint } = ran)
}, 300_000)

describe('the largest hostile files', () => {
  it('are all gone through, in little memory and stack', () => {
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' })
    expect(outcomes.length).toBeGreaterThan(40)
  })

  it('are refused, each in bounded time', () => {
    expect(outcomes.filter(({ isRead }) => isRead)).toEqual([])
    expect(outcomes.filter(({ ms }) => ms > LONGEST_MS)).toEqual([])
  })

  it('are described in few words', () => {
    for (const { name, said } of outcomes) {
      const lines = said ? [said.summary, ...said.details] : []
      expect(lines.length, name).toBeGreaterThan(1)
      expect(lines.length, name).toBeLessThanOrEqual(22)
      for (const line of lines) expect(line.length, name).toBeLessThan(400)
    }
  })

  it('are described with the place where it is a list or a record', () => {
    const saidOf = (wanted: string) => outcomes.find(({ name }) => name === wanted)?.said?.details
    expect(saidOf('bearsOn')).toEqual(['case.evidence.0.bearsOn: expected a list of at most 30'])
    expect(saidOf('start')).toEqual(['judgment.start: expected at most 12 entries'])
    expect(saidOf('fields')?.at(-1)).toBe('and 189,980 more places')
  })
})
