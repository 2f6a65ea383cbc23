import { describe, expect, it } from 'vitest'
import { articleBaseline } from '../../../src/forecast/article-baseline'
import { attribute, DISPUTED_EVIDENCE } from '../../../src/forecast/explain/attribution'
import { eventChances, meanChance } from '../../../src/forecast/explain/event-chances'
import { tornado, withIntensity } from '../../../src/forecast/explain/tornado'
import { eventSeries, forecast } from '../../../src/forecast/forecast'
import type { Scenario } from '../../../src/forecast/scenario'
import { bundledNames, bundledScenario } from '../../bundled'
import { exactly, withRun } from '../../scenarios'
import { finished } from './steps'
import { twoRungs, WAR } from './two-rungs'

const corridor = (): Scenario =>
  withRun(bundledScenario('iran-azerbaijan-2023-corridor-forced.brink'), 512)

const atHorizon = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

describe('the chance of one event', () => {
  it('is the forecast’s, for every claim of every bundled scenario', () => {
    for (const name of bundledNames()) {
      // Not a whole number of blocks.
      const scenario = withRun(bundledScenario(name), 700)
      const whole = forecast(scenario)
      for (const { event } of scenario.case.conclusion) {
        const series = eventSeries(whole, event)
        expect(meanChance(scenario, event)).toBeCloseTo(atHorizon(series.mean), 12)
      }
    }
  })

  it('comes draw by draw, with the forecast’s quantiles', () => {
    const scenario = withRun(bundledScenario('iran-azerbaijan-2023-baseline.brink'), 701)
    const event = { kind: 'reach', rung: 'show-of-force' } as const
    const sorted = eventChances(scenario, event).sort()
    const series = eventSeries(forecast(scenario), event)
    expect(sorted[350]).toBeCloseTo(atHorizon(series.p50), 3)
    expect(sorted[35]).toBeCloseTo(atHorizon(series.p05), 3)
  })
})

describe('why a forecast differs from the article', () => {
  it('adds up, for every claim, with trends and shocks counted with their driver', () => {
    const scenario = corridor()
    const [own, article] = [forecast(scenario), forecast(articleBaseline(scenario))]
    for (const { event } of scenario.case.conclusion) {
      const { baseline, forecast: reached, contributions } = finished(attribute(scenario, event))
      expect(baseline).toBeCloseTo(atHorizon(eventSeries(article, event).mean), 12)
      expect(reached).toBeCloseTo(atHorizon(eventSeries(own, event).mean), 12)
      const sum = contributions.reduce((all, { contribution }) => all + contribution, 0)
      expect(sum).toBeCloseTo(reached - baseline, 12)
      expect(contributions.every(({ kind }) => kind === 'driver')).toBe(true)
      expect(contributions).toHaveLength(7)
    }
  })

  it('is all of one driver where only one is moved, and nothing of the others', () => {
    const scenario = twoRungs(0.01, [
      { id: 'still', intensity: exactly(0.5) },
      { id: 'moved', intensity: exactly(0.9) },
    ])
    const { contributions, baseline } = finished(attribute(scenario, WAR))
    expect(baseline).toBeCloseTo(1 - Math.exp(-0.12), 10)
    expect(contributions[0]).toMatchObject({ id: 'moved', standardError: 0 })
    expect(contributions[0]?.contribution).toBeCloseTo(
      Math.exp(-0.12) - Math.exp(-0.12 * 4 ** 0.4),
      10,
    )
    expect(contributions[1]).toMatchObject({ id: 'still', contribution: 0 })
  })

  it('is by hand for two drivers that differ', () => {
    const scenario = twoRungs(0.01, [
      { id: 'a', multiplier: 4, intensity: exactly(1) },
      { id: 'b', multiplier: 9, intensity: exactly(1), role: 'restrains' },
    ])
    // A doubles the rate, b takes two thirds of it off.
    const p = (multiple: number): number => 1 - Math.exp(-0.12 * multiple)
    const { contributions } = finished(attribute(scenario, WAR))
    const of = (id: string) => contributions.find((each) => each.id === id)?.contribution
    expect(of('a')).toBeCloseTo((p(2) - p(1) + p(2 / 3) - p(1 / 3)) / 2, 10)
    expect(of('b')).toBeCloseTo((p(1 / 3) - p(1) + p(2 / 3) - p(2)) / 2, 10)
  })

  it('gives drivers that do the same the same, and one that acts on nothing nothing', () => {
    const scenario = twoRungs(0.02, [
      { id: 'one', intensity: { low: 0.5, mode: 0.7, high: 0.9 } },
      { id: 'idle', intensity: exactly(1), actsOn: [] },
      { id: 'other', intensity: exactly(0.8) },
      { id: 'same', intensity: exactly(0.8) },
    ])
    const { contributions } = finished(attribute(scenario, WAR))
    const of = (id: string) => contributions.find((each) => each.id === id)?.contribution
    expect(of('idle')).toBeCloseTo(0, 14)
    expect(of('other')).toBeCloseTo(of('same') ?? Number.NaN, 14)
    expect(of('one')).toBeGreaterThan(0)
  })

  it('counts the disputed evidence as one more', () => {
    const scenario = withRun(bundledScenario('iran-azerbaijan-2023-baseline.brink'), 256)
    const disputing = {
      ...scenario,
      judgment: {
        ...articleBaseline(scenario).judgment,
        disputed: ['embassy-attack', 'baku-expels'],
      },
    }
    const event = { kind: 'reach', rung: 'show-of-force' } as const
    const { contributions, baseline, forecast: reached } = finished(attribute(disputing, event))
    expect(contributions[0]).toMatchObject({ kind: 'evidence', id: DISPUTED_EVIDENCE })
    expect(contributions[0]?.contribution).toBeCloseTo(reached - baseline, 12)
    expect(contributions[0]?.contribution).toBeLessThan(-0.01)
  })
})

describe('the tornado', () => {
  it('holds each driver at its ends, all else as it is, widest first', () => {
    const scenario = corridor()
    const event = { kind: 'reach', rung: 'confrontation' } as const
    const bars = finished(tornado(scenario, event))
    expect(bars).toHaveLength(7)
    const widths = bars.map(({ low, high }) => Math.abs(high.forecast - low.forecast))
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    const bar = bars.find(({ driver }) => driver === 'corridor-disputes')
    for (const { at, forecast: held } of [bar?.low, bar?.high, bar?.none, bar?.full].flatMap(
      (end) => end ?? [],
    )) {
      const whole = forecast(withIntensity(scenario, 'corridor-disputes', exactly(at)))
      expect(held).toBeCloseTo(atHorizon(eventSeries(whole, event).mean), 12)
    }
    expect(bar?.low.at).toBe(0.45)
    expect(bar?.none.at).toBe(0)
  })
})
