import { describe, expect, it } from 'vitest'
import { meanChance } from '../../../src/forecast/explain/event-chances'
import { explain, isWholeExplanation } from '../../../src/forecast/explain/explain'
import { nearestPoint } from '../../../src/forecast/explain/nearest-point'
import { crossingsOf, overturn, withMoved } from '../../../src/forecast/explain/overturn'
import type { Claim, Scenario } from '../../../src/forecast/scenario'
import { bundledScenario } from '../../bundled'
import { exactly, withRun } from '../../scenarios'
import { finished } from './steps'
import { twoRungs, WAR } from './two-rungs'

const claimOf = (scenario: Scenario, id = 'war'): Claim => {
  const claim = scenario.case.conclusion.find((each) => each.id === id)
  if (!claim) throw new Error(`no claim ${id}`)
  return claim
}

const unitBox = (dimensions: number) => ({
  low: new Array<number>(dimensions).fill(0),
  high: new Array<number>(dimensions).fill(1),
})

describe('the nearest point', () => {
  it('of a plane is along its slope, in the units of each coordinate', () => {
    // 0.2 u + 0.1 v = 0.3 at u = 2 · 0.3 / 0.5 …: (u, v) = 0.3 / (0.04 + 0.01) · (0.2, 0.1).
    const point = finished(
      nearestPoint({
        ...{ start: [0.1, 0.1], units: [0.2, 0.1], low: [-9, -9], high: [9, 9] },
        slack: ([x = 0, y = 0]) => x + y - 0.5,
      }),
    )
    expect(point?.[0]).toBeCloseTo(0.1 + 0.2 * (0.06 / 0.05), 4)
    expect(point?.[1]).toBeCloseTo(0.1 + 0.1 * (0.03 / 0.05), 4)
  })

  it('keeps within its bounds, and lets the others go further', () => {
    const point = finished(
      nearestPoint({
        ...{ start: [0.9, 0.2], units: [1, 1], ...unitBox(2) },
        slack: ([x = 0, y = 0]) => 2 * x + y - 2.6,
      }),
    )
    expect(point?.[0]).toBeCloseTo(1, 3)
    expect(point?.[1]).toBeCloseTo(0.6, 3)
  })

  it('of a curved edge is what a fine grid finds', () => {
    const slack = ([x = 0, y = 0]: readonly number[]): number =>
      Math.log(0.2 + x ** 2 + 0.5 * y + x * y) - Math.log(0.9)
    const point = finished(
      nearestPoint({ start: [0.2, 0.3], units: [0.3, 0.2], ...unitBox(2), slack }),
    )
    const distance = ([x = 0, y = 0]: readonly number[]): number =>
      Math.hypot((x - 0.2) / 0.3, (y - 0.3) / 0.2)
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i <= 1000; i++) {
      for (let j = 0; j <= 1000; j++) {
        const at = [i / 1000, j / 1000]
        if (slack(at) >= 0) best = Math.min(best, distance(at))
      }
    }
    expect(point && slack(point)).toBeGreaterThanOrEqual(0)
    expect(distance(point ?? [])).toBeLessThan(best + 0.005)
  })

  it('is found where only the last bit of every coordinate is enough', () => {
    const slack = (point: readonly number[]): number =>
      point.reduce((sum, value) => sum + value, 0) - 2.999
    const point = finished(
      nearestPoint({ start: [0.999, 0.1, 0.2], units: [1, 0.1, 1], ...unitBox(3), slack }),
    )
    expect(point && slack(point)).toBeGreaterThanOrEqual(0)
    expect(point?.every((value) => value <= 1)).toBe(true)
  })

  it('is none where nothing within the bounds is enough', () => {
    const slack = ([x = 0, y = 0]: readonly number[]): number => x - y - 1.5
    expect(
      finished(nearestPoint({ start: [0.5, 0.5], units: [1, 1], ...unitBox(2), slack })),
    ).toBeUndefined()
  })
})

describe('what has to be passed', () => {
  it('is the other side of even for a word on one side of it, or the edge of the word', () => {
    expect(crossingsOf([0.2, 0.45], 'opposite', 0.02)).toEqual({
      goal: 'opposite',
      seeks: 'overturn',
      crossings: [{ at: 0.5, side: 'above' }],
    })
    expect(crossingsOf([0.2, 0.45], 'outside', 0.02).crossings).toEqual([
      { at: 0.45, side: 'above' },
    ])
    expect(crossingsOf([0.55, 0.8], 'opposite', 0.9).crossings).toEqual([
      { at: 0.5, side: 'below' },
    ])
    expect(crossingsOf([0.55, 0.8], 'outside', 0.9).crossings).toEqual([
      { at: 0.55, side: 'below' },
    ])
  })

  it('is the way back where the claim is overturned already', () => {
    expect(crossingsOf([0.2, 0.45], 'opposite', 0.6)).toMatchObject({
      seeks: 'restore',
      crossings: [{ at: 0.5, side: 'below' }],
    })
    expect(crossingsOf([0.1, 0.8], 'opposite', 0.05)).toMatchObject({
      seeks: 'restore',
      crossings: [{ at: 0.1, side: 'above' }],
    })
  })

  it('is either end of a word that spans even', () => {
    expect(crossingsOf([0.1, 0.8], 'opposite', 0.3)).toEqual({
      goal: 'outside',
      seeks: 'overturn',
      crossings: [
        { at: 0.1, side: 'below' },
        { at: 0.8, side: 'above' },
      ],
    })
    expect(crossingsOf([0, 0.8], 'opposite', 0.3).crossings).toEqual([{ at: 0.8, side: 'above' }])
  })
})

describe('what it would take', () => {
  // p = 1/2 where the multiple is ln 2 / (rate · months).
  const needed = (rate: number): number => Math.log(Math.LN2 / (12 * rate))

  it('of one driver alone is in closed form', () => {
    const scenario = twoRungs(0.03, [
      { id: 'strong', multiplier: 9, intensity: exactly(0.5) },
      { id: 'held', multiplier: 9, role: 'restrains', intensity: exactly(0.6) },
      { id: 'weak', multiplier: 1.5, intensity: exactly(0.5) },
    ])
    const { alone, verdict, seeks } = finished(overturn(scenario, claimOf(scenario), 'opposite'))
    expect([verdict, seeks]).toEqual(['within', 'overturn'])
    const [strong, held, weak] = alone
    // The second driver already holds back by 9^−0.1.
    const more = needed(0.03) + 0.1 * Math.log(9)
    const x = 0.5 + more / Math.log(9)
    expect(strong?.at).toBeGreaterThanOrEqual(x)
    expect(strong?.at).toBeLessThan(x + 2e-4)
    const back = 0.6 - more / Math.log(9)
    expect(held?.at).toBeLessThanOrEqual(back)
    expect(held?.at).toBeGreaterThan(back - 2e-4)
    expect(weak?.at).toBeNull()
  })

  it('of all together is nearest in halves of their own ranges', () => {
    // Ranges so narrow that only their widths matter, one twice the other.
    const range = (half: number) => ({ low: 0.5 - half, mode: 0.5, high: 0.5 + half })
    const scenario = twoRungs(0.03, [
      { id: 'wide', multiplier: 4, intensity: range(0.002) },
      { id: 'narrow', multiplier: 4, intensity: range(0.001) },
      { id: 'fixed', multiplier: 4, intensity: exactly(0.5) },
    ])
    const { together } = finished(overturn(scenario, claimOf(scenario), 'opposite'))
    // Along the slope (2, 1): moves of 4/5 and 1/5 of what is needed.
    const move = needed(0.03) / Math.log(4)
    expect(together.map(({ driver }) => driver)).toEqual(['wide', 'narrow'])
    expect(together[0]?.at).toBeCloseTo(0.5 + 0.8 * move, 3)
    expect(together[1]?.at).toBeCloseTo(0.5 + 0.2 * move, 3)
    expect(together[0]?.units).toBeCloseTo((0.8 * move) / 0.002, -1)
    expect(meanChance(withMoved(scenario, together), WAR)).toBeGreaterThan(0.5)
  })

  it('is none where no intensities do, and a way back where the claim is overturned', () => {
    const rare = twoRungs(1e-6, [{ id: 'a', intensity: exactly(0.5) }])
    const never = finished(overturn(rare, claimOf(rare), 'opposite'))
    expect(never.alone).toEqual([{ driver: 'a', at: null }])
    expect(never.together).toEqual([])
    const likely = twoRungs(0.1, [{ id: 'a', intensity: exactly(0.5) }])
    const back = finished(overturn(likely, claimOf(likely), 'opposite'))
    expect([back.verdict, back.seeks]).toEqual(['against', 'restore'])
    const at = 0.5 + needed(0.1) / Math.log(4)
    expect(back.alone[0]?.at).toBeLessThanOrEqual(at)
    expect(back.alone[0]?.at).toBeGreaterThan(at - 2e-4)
    expect(back.together[0]?.at).toBeCloseTo(at, 3)
  })

  it('of drivers at their limits keeps even the smallest move that is needed', () => {
    const scenario = twoRungs(0.03, [
      { id: 'near', multiplier: 100, intensity: { low: 0.995, mode: 0.997, high: 0.999 } },
      { id: 'far', multiplier: 1.5, intensity: { low: 0.49, mode: 0.5, high: 0.51 } },
    ])
    const withNear = (at: number): number =>
      meanChance(
        withMoved(scenario, [
          { driver: 'near', at },
          { driver: 'far', at: 1 },
        ]),
        WAR,
      )
    // With the one at its limit the other is still short by less than is mostly worth a word.
    const edge = withNear(0.9995)
    expect(edge).toBeGreaterThan(withNear(0.997))
    const claim = { ...claimOf(scenario), range: [edge, 1] as const }
    const { together, crossings } = finished(overturn(scenario, claim, 'outside'))
    expect(crossings).toEqual([{ at: edge, side: 'above' }])
    expect(together.map(({ driver }) => driver).sort()).toEqual(['far', 'near'])
    expect(meanChance(withMoved(scenario, together), WAR)).toBeGreaterThan(edge)
  })

  it('of the bundled baseline passes the edge, and a little less does not', () => {
    const scenario = withRun(bundledScenario('iran-azerbaijan-2023-baseline.brink'), 512)
    const claim = claimOf(scenario, 'limited-escalation')
    const { alone, together, crossings } = finished(overturn(scenario, claim, 'opposite'))
    expect(crossings.map(({ at }) => at)).toEqual([0.1, 0.8])
    const chance = (moved: Parameters<typeof withMoved>[1]): number =>
      meanChance(withMoved(scenario, moved), claim.event)
    const found = alone.filter(({ at }) => at !== null)
    expect(found.length).toBeGreaterThan(3)
    for (const { driver, at } of found) {
      const mode = scenario.judgment.drivers[driver]?.intensity.mode ?? 0
      expect(chance([{ driver, at: at ?? 0 }])).toBeLessThan(0.1)
      const lessFar = (at ?? 0) + 0.001 * Math.sign(mode - (at ?? 0))
      expect(chance([{ driver, at: lessFar }])).toBeGreaterThan(0.1)
    }
    expect(chance(together)).toBeLessThan(0.1)
    expect(Math.hypot(...together.map(({ units }) => units))).toBeLessThan(1)
    const lessFar = together.map(({ driver, at }) => {
      const mode = scenario.judgment.drivers[driver]?.intensity.mode ?? 0
      return { driver, at: mode + 0.97 * (at - mode) }
    })
    expect(chance(lessFar)).toBeGreaterThan(0.1)
  })
})

describe('an explanation', () => {
  it('comes part by part, and is whole at the end', () => {
    const scenario = withRun(bundledScenario('iran-azerbaijan-2023-baseline.brink'), 64)
    const claim = claimOf(scenario, 'no-direct-confrontation')
    const steps = explain(scenario, { event: claim.event, claim }, 'opposite')
    const orders: string[] = []
    let last = 0
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        expect(step.value.overturn?.verdict).toBe('stronger')
        expect(isWholeExplanation(step.value)).toBe(true)
        expect(step.value.attribution?.contributions).toHaveLength(7)
        break
      }
      expect(step.value.done).toBeGreaterThanOrEqual(last)
      last = step.value.done
      const parts = Object.keys(step.value).filter((key) => !orders.includes(key))
      orders.push(...parts)
    }
    expect(orders.slice(3)).toEqual(['attribution', 'tornado', 'spread', 'overturn'])
    expect(last).toBeCloseTo(1, 9)
  })
})
