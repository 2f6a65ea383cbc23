import { describe, expect, it } from 'vitest'
import {
  fitOneSpeed,
  fitTwoSpeeds,
  largestMisfit,
  meanOf,
  medianOf,
  observedSurvival,
  phasesAfter,
  type Spell,
  survivalOf,
} from '../../src/history/holding-times'
import { reference } from './slice'

const expected = reference().holdingTimes
const spells: Spell[] = expected.steps.map((steps, at) => ({
  steps,
  hasEnded: expected.ended[at] ?? false,
}))

const ended = (...steps: number[]): Spell[] =>
  steps.map((each) => ({ steps: each, hasEnded: true }))

describe('one speed', () => {
  it('is ends over steps', () => {
    const { phases, logLikelihood } = fitOneSpeed([...ended(1, 2), { steps: 5, hasEnded: false }])
    expect(phases).toEqual([{ share: 1, ending: 0.25 }])
    // 0.25 · (0.75 · 0.25) · 0.75^5
    expect(logLikelihood).toBeCloseTo(2 * Math.log(0.25) + 6 * Math.log(0.75), 12)
  })
})

describe('two speeds', () => {
  const fit = fitTwoSpeeds(spells)

  it('are those that a general optimiser finds', () => {
    expect(fit.logLikelihood).toBeCloseTo(expected.logLikelihood, 5)
    for (const [at, { share, ending }] of fit.phases.entries()) {
      expect(ending).toBeCloseTo(expected.endings[at] ?? 0, 3)
      expect(share).toBeCloseTo(expected.shares[at] ?? 0, 3)
    }
  })

  it('fit such spells better than one', () => {
    const one = fitOneSpeed(spells)
    expect(fit.logLikelihood).toBeGreaterThan(one.logLikelihood + 20)
    expect(largestMisfit(spells, fit)).toBeLessThan(largestMisfit(spells, one) / 2)
  })

  it('have a mean and a median of their own', () => {
    const mixture = {
      phases: [
        { share: 0.5, ending: 0.5 },
        { share: 0.5, ending: 0.1 },
      ],
    }
    expect(meanOf(mixture)).toBe(0.5 * 2 + 0.5 * 10)
    // Left after 2: (0.25 + 0.81) / 2 = 0.53; after 3: (0.125 + 0.729) / 2 = 0.427.
    expect(survivalOf(mixture, 2)).toBeCloseTo(0.53, 12)
    expect(medianOf(mixture)).toBe(3)
  })

  it('become more likely the slow one, the longer it lasts', () => {
    const phases = [
      { share: 0.5, ending: 0.5 },
      { share: 0.5, ending: 0.1 },
    ]
    expect(phasesAfter(phases, 0)).toEqual([0.5, 0.5])
    expect(phasesAfter(phases, 2)[1]).toBeCloseTo(0.81 / (0.81 + 0.25), 12)
  })
})

describe('the share that lasts', () => {
  it('is Kaplan and Meier’s', () => {
    // Four at risk, one ends at 1; one is lost at 2; of two left one ends at 3, and one at 4.
    const observed = observedSurvival([...ended(1, 3, 4), { steps: 2, hasEnded: false }])
    expect(observed).toEqual([1, 0.75, 0.75, 0.375, 0])
  })
})
