import { describe, expect, it } from 'vitest'
import {
  overturnRows,
  spreadRows,
  tornadoRows,
  waterfallRows,
} from '../../src/renderer/charts/marked-rows'
import { baselineScenario } from '../bundled'

const scenario = baselineScenario()
const exact = { kind: 'driver', standardError: 0 } as const

describe('the rows of a waterfall', () => {
  const rows = waterfallRows(scenario, {
    baseline: 0.02,
    forecast: 0.0603,
    contributions: [
      { ...exact, id: 'israel-ties', contribution: 0.06 },
      { ...exact, id: 'normalization', contribution: -0.02 },
      { ...exact, id: 'nationalism', contribution: 0.0002 },
      { ...exact, id: 'cost-of-war', contribution: 0.0001 },
    ],
  })
  const bars = rows.map(({ marks }) => marks[0])

  it('go from the article’s figure to the scenario’s, each from where the last ended', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      'article',
      'israel-ties',
      'normalization',
      'others',
      'scenario',
    ])
    expect(bars[0]).toMatchObject({ from: 0, to: 0.02 })
    expect(bars[1]).toMatchObject({ from: 0.02, tone: 'up' })
    expect(bars[1]?.to).toBeCloseTo(0.08, 12)
    expect(bars[2]?.from).toBe(bars[1]?.to)
    expect(bars[2]).toMatchObject({ tone: 'down' })
    expect(bars[3]?.to).toBeCloseTo(0.0603, 12)
    expect(bars[4]).toMatchObject({ from: 0, to: 0.0603 })
  })

  it('gather what hardly adds anything, and give every step its number', () => {
    expect(rows.map(({ value }) => value)).toEqual([
      '2.0\u202f%',
      '+6.0 points',
      '−2.0 points',
      '<\u202f0.1 points',
      '6.0\u202f%',
    ])
    expect(rows[3]?.label).toBe('2 others')
  })
})

describe('the rows of a tornado', () => {
  it('colour what lies above the forecast and below it, whichever end that is', () => {
    const [row] = tornadoRows(
      scenario,
      [
        {
          driver: 'cost-of-war',
          low: { at: 0.6, forecast: 0.12 },
          high: { at: 0.9, forecast: 0.05 },
          none: { at: 0, forecast: 0.3 },
          full: { at: 1, forecast: 0.04 },
        },
      ],
      0.08,
    )
    expect(row?.marks).toEqual([
      { shape: 'line', from: 0.3, to: 0.04, tone: 'quiet' },
      { shape: 'bar', from: 0.08, to: 0.05, tone: 'down', text: '90' },
      { shape: 'bar', from: 0.08, to: 0.12, tone: 'up', text: '60' },
      { shape: 'tick', from: 0.08, to: 0.08, tone: 'accent' },
    ])
    expect(row?.value).toBe('5.0\u202f% to 12\u202f%')
  })
})

describe('the rows of what it would take', () => {
  it('show where a driver is, where it would be, and nothing where no value does', () => {
    const [first, second] = overturnRows(scenario, {
      verdict: 'stronger',
      goal: 'opposite',
      seeks: 'overturn',
      crossings: [],
      alone: [
        { driver: 'israel-ties', at: 0.95 },
        { driver: 'nationalism', at: null },
      ],
      together: [{ driver: 'israel-ties', at: 0.8, units: 1 }],
    })
    expect(first?.value).toBe('alone 95, together 80')
    expect(first?.marks.map(({ shape }) => shape)).toEqual([
      'thin',
      'thin',
      'thin',
      'dot',
      'ring',
      'tick',
    ])
    expect(second?.value).toBe('no value does')
    expect(second?.marks.map(({ shape }) => shape)).toEqual(['thin', 'thin', 'dot'])
  })
})

describe('the rows of the band’s width', () => {
  it('keep within 0 and 1, whatever the estimate', () => {
    const [row] = spreadRows(scenario, {
      standardDeviation: 0.1,
      baseRates: 0,
      drivers: 1,
      together: 0,
      points: 8,
      inputs: [
        {
          kind: 'driver',
          id: 'israel-ties',
          first: -0.01,
          total: 1.02,
          firstInterval: [-0.02, 0],
          totalInterval: [0.9, 1.1],
        },
      ],
    })
    for (const { from, to } of row?.marks ?? []) {
      expect(Math.min(from, to)).toBeGreaterThanOrEqual(0)
      expect(Math.max(from, to)).toBeLessThanOrEqual(1)
    }
    expect(row?.marks).toHaveLength(3)
  })
})
