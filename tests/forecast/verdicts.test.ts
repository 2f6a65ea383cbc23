import { describe, expect, it } from 'vitest'
import { judgeVerdict, type Verdict } from '../../src/forecast/conclusion/verdict'
import { sayProbability, sayRange, tellProbability } from '../../src/forecast/conclusion/words'
import { callProbability, readClaim, yardsticks } from '../../src/forecast/conclusion/yardstick'
import type { Claim } from '../../src/forecast/scenario'

describe('a verdict', () => {
  it.each<[number, [number, number], Verdict]>([
    [0.3, [0.2, 0.45], 'within'],
    [0.2, [0.2, 0.45], 'within'],
    [0.45, [0.2, 0.45], 'within'],
    [0.02, [0.2, 0.45], 'stronger'],
    [0.47, [0.2, 0.45], 'weaker'],
    [0.5, [0.2, 0.45], 'weaker'],
    [0.51, [0.2, 0.45], 'against'],
    [0.9, [0.55, 0.8], 'stronger'],
    [0.52, [0.55, 0.8], 'weaker'],
    [0.49, [0.55, 0.8], 'against'],
    [0.05, [0.1, 0.8], 'below'],
    [0.9, [0.1, 0.8], 'above'],
    [0.5, [0.45, 0.55], 'within'],
    [0.41, [0.4, 0.5], 'within'],
    [0.3, [0.4, 0.5], 'stronger'],
    [0.6, [0.4, 0.5], 'against'],
  ])('of %d on %j is %s', (p, range, verdict) => {
    expect(judgeVerdict(p, range)).toBe(verdict)
  })
})

const claim = (wording: string, range?: [number, number]): Claim => ({
  id: 'c',
  statement: 's',
  locator: 'l',
  wording,
  event: { kind: 'reach', rung: 'r' },
  ...(range ? { range } : {}),
})

describe('a wording', () => {
  it('is read in the yardstick, the ends reaching to 0 and 1 for the verdict', () => {
    expect(readClaim(claim('almost no chance'), 'icd-203')).toMatchObject({
      stated: [0.01, 0.05],
      range: [0, 0.05],
    })
    expect(readClaim(claim('almost certain'), 'icd-203')).toMatchObject({
      stated: [0.95, 0.99],
      range: [0.95, 1],
    })
  })

  it('that the yardstick lacks is read as its nearest in meaning, and says so', () => {
    expect(readClaim(claim('realistic possibility'), 'icd-203')).toMatchObject({
      word: 'roughly even chance',
      from: 'nearest-word',
    })
  })

  it('with a range of its own keeps it in every yardstick', () => {
    for (const id of ['icd-203', 'phia', 'ipcc'] as const) {
      expect(readClaim(claim('may', [0.1, 0.8]), id)).toMatchObject({
        range: [0.1, 0.8],
        from: 'case-author',
      })
    }
  })

  it('stands for as many terms in each yardstick, rising', () => {
    for (const { terms } of Object.values(yardsticks)) {
      expect(terms).toHaveLength(7)
      for (const { low, high } of terms) expect(low).toBeLessThan(high)
    }
  })
})

describe('a probability', () => {
  const plain = (text: string): string => text.replaceAll('\u202f', ' ')

  it.each([
    [0, '0 %', '0 %'],
    [0.0003, '< 1 %', '< 0.1 %'],
    [0.004, '< 1 %', '0.4 %'],
    [0.0226, '2 %', '2.3 %'],
    [0.0999, '10 %', '10 %'],
    [0.317, '32 %', '32 %'],
    [0.998, '> 99 %', '99.8 %'],
    [0.99999, '> 99 %', '> 99.9 %'],
    [1, '100 %', '100 %'],
  ])('%d is said %s and told %s', (p, said, told) => {
    expect(plain(sayProbability(p))).toBe(said)
    expect(plain(tellProbability(p))).toBe(told)
  })

  it('range is said once where both ends round to the same', () => {
    expect(plain(sayRange(0.2, 0.45))).toBe('20–45 %')
    expect(plain(sayRange(0.001, 0.002))).toBe('< 1 %')
  })
})

describe('what a yardstick calls a probability', () => {
  it.each([
    ['icd-203', 0.002, 'almost no chance'],
    ['icd-203', 0.3, 'unlikely'],
    ['icd-203', 0.999, 'almost certain'],
    // Where one word ends and the next begins, the narrower.
    ['icd-203', 0.05, 'almost no chance'],
    ['phia', 0.22, 'between highly unlikely and unlikely'],
    ['phia', 0.07, 'between remote chance and highly unlikely'],
    ['phia', 0.97, 'almost certain'],
    // IPCC's words lie within each other.
    ['ipcc', 0.004, 'exceptionally unlikely'],
    ['ipcc', 0.02, 'very unlikely'],
    ['ipcc', 0.2, 'unlikely'],
    ['ipcc', 0.95, 'very likely'],
  ] as const)('%s, %d: %s', (yardstick, p, word) => {
    expect(callProbability(p, yardstick)).toBe(word)
  })
})
