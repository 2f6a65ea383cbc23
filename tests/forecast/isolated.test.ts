import { describe, expect, it } from 'vitest'
import { isolated } from '../../src/forecast/isolated'

describe('a text inside a sentence', () => {
  it('stays as it is where it turns nothing', () => {
    for (const text of ['', 'The article’s reading', 'Čapajev – 東京 😀']) {
      expect(isolated(text)).toBe(text)
    }
  })

  it.each([
    ['turned by a mark', 'a\u202eb', '\u2068a\u202eb\u2069'],
    ['written from right to left', 'ایران', '\u2068ایران\u2069'],
    ['with an isolate it leaves open', '\u2067a', '\u2068\u2067a\u2069\u2069'],
    ['with an isolate it closes', '\u2067a\u2069', '\u2068\u2067a\u2069\u2069'],
    // It closes what it has not opened, and what stands after it must still be outside.
    ['that closes what it has not opened', 'a\u2069b\u202e', '\u2068ab\u202e\u2069'],
  ])('%s turns nothing but itself', (_, text, expected) => {
    expect(isolated(text)).toBe(expected)
  })
})
