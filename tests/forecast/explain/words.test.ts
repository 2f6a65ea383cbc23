import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../src/forecast/explain/attribution'
import type { Overturn } from '../../../src/forecast/explain/overturn'
import type { Spread } from '../../../src/forecast/explain/spread'
import {
  largestReason,
  sayInput,
  sayOverturn,
  sayPoints,
  saySpread,
  sayWhy,
} from '../../../src/forecast/explain/words'
import { baselineScenario } from '../../bundled'

const conflictCase = baselineScenario().case
const exact = { kind: 'driver', standardError: 0 } as const

const attribution = (
  forecast: number,
  ...added: [id: string, contribution: number][]
): Attribution => ({
  baseline: 0.02,
  forecast,
  contributions: added.map(([id, contribution]) => ({ ...exact, id, contribution })),
})

describe('the words of an explanation', () => {
  it.each([
    [0.038, '+3.8 points'],
    [-0.01, '−1.0 point'],
    [0.214, '+21 points'],
    [0.0003, '<\u202f0.1 points'],
    [0, 'nothing'],
  ])('%d is %s', (difference, words) => {
    expect(sayPoints(difference)).toBe(words)
  })

  it('name the largest step towards the forecast, not the largest against it', () => {
    const up = attribution(
      0.05,
      ['cost-of-war', -0.04],
      ['israel-ties', 0.05],
      ['nationalism', 0.02],
    )
    expect(largestReason(conflictCase, up)).toBe(
      'The largest step up is Azerbaijan–Israel ties (+5.0 points).',
    )
    const down = attribution(0.005, ['nationalism', 0.005], ['normalization', -0.02])
    expect(largestReason(conflictCase, down)).toBe(
      'The largest step down is that Tehran’s normalization holds back more (−2.0 points).',
    )
  })

  it('give no reason where there is hardly a difference', () => {
    const same = attribution(0.022, ['israel-ties', 0.002])
    expect(largestReason(conflictCase, same)).toBeUndefined()
    expect(sayWhy(conflictCase, same)).toMatch(/this scenario 2\u202f%: hardly a difference\.$/)
  })

  it('say what would narrow the band', () => {
    const spread = (baseRates: number, drivers: number): Spread => ({
      standardDeviation: 0.1,
      baseRates,
      drivers,
      together: 1 - baseRates - drivers,
      points: 8192,
      inputs: [
        {
          kind: 'driver',
          id: 'a',
          first: 1,
          total: 1,
          firstInterval: [1, 1],
          totalInterval: [1, 1],
        },
      ],
    })
    expect(saySpread(spread(0.8, 0.1))).toMatch(
      /^Of the spread between the draws, 80\u202f% comes.*10\u202f% from both together\. Knowing the base rates better/,
    )
    expect(saySpread(spread(0.1, 0.8))).toMatch(/Judging the drivers more narrowly/)
    expect(saySpread(spread(0.4, 0.5))).toMatch(/about alike/)
    expect(saySpread({ ...spread(0, 0), standardDeviation: 0 })).toMatch(/^All draws agree/)
  })

  it('say what it would take, and what cannot be done', () => {
    const overturn: Overturn = {
      verdict: 'stronger',
      goal: 'opposite',
      seeks: 'overturn',
      crossings: [{ at: 0.5, side: 'above' }],
      alone: [
        { driver: 'israel-ties', at: null },
        { driver: 'nationalism', at: 0.9 },
      ],
      together: [
        { driver: 'israel-ties', at: 0.9, units: 3 },
        { driver: 'nationalism', at: 0.7, units: 4 },
      ],
    }
    expect(sayOverturn(conflictCase, overturn)).toBe(
      'To overturn the article, the forecast has to go above 50\u202f%. One driver does it alone. The nearest way with several moves 2 drivers and lies 5.0 half-ranges away; Azerbaijan–Israel ties moves most.',
    )
    expect(sayOverturn(conflictCase, { ...overturn, crossings: [] })).toMatch(
      /holds every forecast there can be; nothing can overturn it\.$/,
    )
    const never = { ...overturn, seeks: 'restore', alone: [], together: [] } as const
    expect(sayOverturn(conflictCase, never)).toMatch(
      /^The article is overturned already;.*No driver alone does it, whatever its intensity\. No combination of intensities does\.$/,
    )
  })

  it('name a transition by its rungs', () => {
    expect(sayInput(conflictCase, { kind: 'transition', id: 'calm>accusations' })).toBe(
      'Calm → Accusations',
    )
  })
})
