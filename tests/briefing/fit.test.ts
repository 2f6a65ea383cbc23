import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineCount, shortened, shortNames } from '../../src/briefing/fit'

const room = { width: 2, points: 12 }

describe('a text in its room', () => {
  it('is left alone where it fits, and else ends in a mark within its lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, most) => {
          const short = shortened(text, most, room)
          if (lineCount(text, room) <= most) expect(short).toBe(text)
          else expect(short.endsWith('…')).toBe(true)
          expect(short.length).toBeLessThanOrEqual(text.length + 1)
          expect(short.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  it('is cut between characters as they are seen, and closes what turns its direction', () => {
    const families = '👩‍👩‍👧‍👦'.repeat(40)
    const cut = shortened(families, 1, room)
    expect(cut.length % '👩‍👩‍👧‍👦'.length).toBe(1)
    const turned = shortened(`\u2068${'שלום '.repeat(40)}\u2069`, 1, room)
    expect(turned.match(/\u2068/g)).toHaveLength(1)
    expect(turned.match(/\u2069/g)).toHaveLength(1)
  })

  it('takes as many lines as its words need', () => {
    expect(lineCount('one\ntwo\n', room)).toBe(3)
    // 24 wide letters of 0.95 em at 12 points: 3.8 inches on 2.
    expect(lineCount('W'.repeat(24), room)).toBe(2)
    expect(lineCount('', room)).toBe(1)
  })

  it('shares its name with no other in a chart', () => {
    const names = shortNames(['a'.repeat(500), 'a'.repeat(400), 'b', 'b'], room)
    expect(new Set(names).size).toBe(4)
    expect(names[2]).toBe('b')
  })
})
