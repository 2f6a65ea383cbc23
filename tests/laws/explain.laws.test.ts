import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanChance } from '../../src/forecast/explain/event-chances'
import { explain } from '../../src/forecast/explain/explain'
import { withMoved } from '../../src/forecast/explain/overturn'
import type { DriverJudgment, Scenario } from '../../src/forecast/scenario'
import { baselineScenario } from '../bundled'
import { finished } from '../forecast/explain/steps'
import { withRun } from '../scenarios'

/** What must hold of every explanation, however extreme the judgment. */

const baseline = withRun(baselineScenario(), 32)
const ids = baseline.case.drivers.map(({ id }) => id)

const share = fc.oneof(
  fc.constantFrom(0, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4),
)
const judged = fc
  .tuple(share, share, share)
  .map((values) => values.toSorted((a, b) => a - b))
  .map(([low = 0, mode = 0, high = 0]) => ({ low, mode, high }))
const judgment: fc.Arbitrary<DriverJudgment> = fc.record(
  {
    intensity: judged,
    trendPerYear: fc.double({ min: -2, max: 2, noNaN: true }),
    shocks: fc.array(
      fc.record({
        month: fc.integer({ min: 0, max: 12 }),
        change: fc.constantFrom(-1, -0.3, 0.4, 1),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['intensity'] },
)

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    drivers: fc.tuple(...ids.map(() => judgment)),
    start: fc.constantFrom('calm', 'diplomatic', 'show-of-force', 'confrontation'),
    horizonMonths: fc.constantFrom(1, 6),
    disputed: fc.constantFrom<readonly string[]>([], ['baku-expels']),
  })
  .map(({ drivers, start, horizonMonths, disputed }) => ({
    ...baseline,
    judgment: {
      ...baseline.judgment,
      horizonMonths,
      disputed,
      start: { [start]: 1 },
      drivers: Object.fromEntries(ids.map((id, index) => [id, drivers[index] as DriverJudgment])),
    },
  }))

const PARTS = ['attribution', 'tornado', 'overturn'] as const

describe('an explanation', () => {
  it('adds up, is made of probabilities, and does what it says', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.constantFrom(...baseline.case.conclusion),
        fc.constantFrom('opposite' as const, 'outside' as const),
        (scenario, claim, goal) => {
          const { attribution, tornado, overturn } = finished(
            explain(scenario, { event: claim.event, claim }, goal, PARTS),
          )
          const isChance = (p: number): boolean => p >= 0 && p <= 1
          const { baseline: from, forecast: to, contributions } = attribution ?? {}
          const sum = contributions?.reduce((all, { contribution }) => all + contribution, 0)
          expect(sum).toBeCloseTo((to ?? 0) - (from ?? 0), 10)
          for (const { low, high, none, full } of tornado ?? []) {
            for (const { forecast } of [low, high, none, full])
              expect(isChance(forecast)).toBe(true)
          }
          const isPast = (p: number): boolean =>
            overturn?.crossings.some(({ at, side }) => (side === 'above' ? p > at : p < at)) ??
            false
          for (const { driver, at } of overturn?.alone ?? []) {
            if (at === null) continue
            expect(isChance(at)).toBe(true)
            expect(isPast(meanChance(withMoved(scenario, [{ driver, at }]), claim.event))).toBe(
              true,
            )
          }
          const together = overturn?.together ?? []
          if (together.length > 0) {
            expect(isPast(meanChance(withMoved(scenario, together), claim.event))).toBe(true)
          }
        },
      ),
      { numRuns: 16 },
    )
  })

  it('takes a band apart into shares that are numbers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...baseline.case.conclusion), (scenario, claim) => {
        const { spread } = finished(
          explain(scenario, { event: claim.event, claim }, 'opposite', ['spread']),
        )
        for (const { first, total } of spread?.inputs ?? []) {
          expect(Number.isFinite(first) && Number.isFinite(total)).toBe(true)
        }
        const { baseRates = 0, drivers = 0, together = 0 } = spread ?? {}
        expect([0, 1]).toContain(Math.round((baseRates + drivers + together) * 1e9) / 1e9)
      }),
      { numRuns: 6 },
    )
  })
})
