import { describe, expect, it } from 'vitest'
import {
  sayFigure,
  sayMultiple,
  sayRate,
  sayTransition,
  sayWait,
} from '../../src/forecast/rate-words'
import { baselineScenario } from '../bundled'

describe('rates in words', () => {
  it.each([
    [0, '0'],
    [0.00001, '<\u202f0.0001'],
    [0.0361, '0.036'],
    [0.698, '0.7'],
    [2.093, '2.1'],
    [12.4, '12'],
    [99.7, '100'],
    [12_345.6, '12,346'],
  ])('%d is %s', (value, words) => {
    expect(sayFigure(value)).toBe(words)
  })

  it.each([
    [1.8, '×1.8'],
    [1, '×1'],
    [1.004, '×1'],
    [1.04, '×1.04'],
    [0.96, '×0.96'],
    [0.231, '×0.23'],
    [16, '×16'],
  ])('a multiple of %d is %s', (multiple, words) => {
    expect(sayMultiple(multiple)).toBe(words)
  })

  it.each([
    [{ events: 3, months: 17.2 }, '3 events in 17.2 months'],
    [{ events: 1, months: 1 }, '1 event in 1 month'],
    [{ events: 0.5, months: 1200 }, '0.5 events in 1,200 months'],
    [{ rate: 0.2 }, '0.2 a month, taken as known'],
  ])('%j is said', (posterior, words) => {
    expect(sayRate(posterior)).toBe(words)
  })

  it.each([
    [0.001, 'less than a day'],
    [1 / 30, 'about 1 day'],
    [0.4, 'about 12 days'],
    [0.5, 'about 2 weeks'],
    [1, 'about 4 weeks'],
    [2.2, 'about 2 months'],
    [5.73, 'about 6 months'],
    [19.6, 'about 20 months'],
    [24, 'about 2 years'],
    [1200, 'about 100 years'],
    [Number.POSITIVE_INFINITY, 'without end'],
  ])('a wait of %d months is %s', (months, words) => {
    expect(sayWait(months)).toBe(words)
  })

  it('a move is named by its rungs', () => {
    const { case: conflictCase } = baselineScenario()
    expect(sayTransition(conflictCase, { from: 'calm', to: 'show-of-force' })).toBe(
      'Calm → Show of force',
    )
  })
})
