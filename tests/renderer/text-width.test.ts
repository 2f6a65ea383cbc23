import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balanceText,
  fitText,
  textWidth,
  wrapText,
} from '../../src/renderer/features/export/text-width'

/** Added up from the tables of advance widths in DejaVu Sans, regular and bold, in ems. */
const IN_DEJAVU = [
  ['Direct confrontation within 12 months: 9 % (0–35 %)', 26.418, 29.622],
  ['What one driver alone can do', 14.814, 16.638],
  ['Tehran closer to Armenia and Central Asia', 21.243, 23.914],
  ['agrees, more firmly', 9.861, 11.12],
  ['MAXIMUM WIDTHS', 9.354, 10.607],
  ['ill-fitting little lilies', 9.271, 10.951],
] as const

describe('the width of a text', () => {
  it.each(IN_DEJAVU)(
    'is not less than in the widest font, and hardly more: %s',
    (text, em, bold) => {
      expect(textWidth(text, 1)).toBeGreaterThanOrEqual(em)
      expect(textWidth(text, 1)).toBeLessThan(em * 1.1)
      expect(textWidth(text, 10, true)).toBeGreaterThanOrEqual(10 * bold)
      expect(textWidth(text, 10, true)).toBeLessThan(10 * bold * 1.1)
    },
  )
})

const words = fc
  .array(fc.stringMatching(/^[a-zA-Z0-9%é🌍]{1,14}$/u), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(' '))
const rooms = fc.record({ width: fc.integer({ min: 60, max: 400 }), size: fc.constantFrom(11, 21) })

describe('a text in lines', () => {
  it('keeps within its room and its number of lines, and loses nothing but at its end', () => {
    fc.assert(
      fc.property(words, rooms, fc.integer({ min: 1, max: 5 }), (text, room, most) => {
        const lines = wrapText(text, room, most)
        expect(lines.length).toBeGreaterThan(0)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(textWidth(line, room.size)).toBeLessThanOrEqual(room.width)
        if (lines.some((line) => line.endsWith('…'))) return
        expect(lines.join(' ')).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('is one line where it fits, broken at a space where it does not, and cut at last', () => {
    const room = { width: 100, size: 10 }
    expect(wrapText('', room, 2)).toEqual([])
    expect(wrapText('as it is', room, 2)).toEqual(['as it is'])
    expect(wrapText('one two three four five', room, 2)).toEqual(['one two three four', 'five'])
    expect(fitText('one two three four five', room)).toBe('one two three fo…')
    expect(fitText('🌍'.repeat(20), room)).toBe(`${'🌍'.repeat(8)}…`)
  })
})

describe('lines of about the same width', () => {
  it('leave no word or two alone', () => {
    const text = 'Held against the article, in the words of ICD 203.'
    const room = { width: textWidth('Held against the article, in the words of', 11), size: 11 }
    expect(wrapText(text, room, 3)).toEqual([
      'Held against the article, in the words of',
      'ICD 203.',
    ])
    expect(balanceText(text, room, 3)).toEqual([
      'Held against the article,',
      'in the words of ICD 203.',
    ])
  })

  it('say all that was said, in no more lines, none wider than there is room', () => {
    fc.assert(
      fc.property(words, rooms, (text, room) => {
        const [wrapped, balanced] = [wrapText(text, room, 3), balanceText(text, room, 3)]
        expect(balanced.length).toBe(wrapped.length)
        expect(balanced.join(' ')).toBe(wrapped.join(' '))
        for (const line of balanced)
          expect(textWidth(line, room.size)).toBeLessThanOrEqual(room.width)
      }),
    )
  })
})
