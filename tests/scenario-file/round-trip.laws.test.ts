import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../src/scenario-file/parse'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario, bundledText, readScenario } from '../bundled'
import { withIntensity } from '../scenarios'

const judged = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1000), fc.nat(1000))
  .map(([low, up, more]) => {
    const mode = low + ((1 - low) * up) / 1000
    return { low, mode, high: mode + ((1 - mode) * more) / 1000 }
  })

describe('a scenario', () => {
  it('comes back equal from its file, and gives the same bytes again', () => {
    fc.assert(
      fc.property(judged, fc.string({ minLength: 1, maxLength: 80 }), (intensity, title) => {
        const scenario = {
          ...withIntensity(baselineScenario(), 'nationalism', intensity),
          title: title.toWellFormed(),
        }
        const text = serializeScenario(scenario)
        const read = readScenario(text)
        expect(read.judgment).toEqual(scenario.judgment)
        expect(read.title).toBe(scenario.title)
        expect(serializeScenario(read)).toBe(text)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a damaged file', () => {
  const whole = bundledText('iran-azerbaijan-2023-baseline.brink')

  it('is refused or read, but never breaks the reader, wherever it is cut', () => {
    for (let length = 0; length < whole.length - 2; length += 37) {
      expect(parseScenario(whole.slice(0, length)).ok).toBe(false)
    }
  })

  it('does not break it with any character changed', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + 1)
        expect(typeof parseScenario(text).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})
