import { describe, expect, it } from 'vitest'
import { drawColumns, drawRows } from '../../src/forecast/draw-rows'
import { eventChances } from '../../src/forecast/explain/event-chances'
import { type Forecast, forecast, type Series } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { baselineScenario, bundledNames, bundledScenario } from '../bundled'
import { exactly, withEveryRungClaimed, withRun } from '../scenarios'

/** Every column whole. */
function drawn(scenario: Scenario): Map<string, number[]> {
  const names = drawColumns(scenario)
  const columns = names.map((): number[] => [])
  let next = 0
  for (const { firstDraw, size, columns: block } of drawRows(scenario)) {
    expect(firstDraw).toBe(next)
    expect(block.map(({ length }) => length)).toEqual(names.map(() => size))
    for (const [index, column] of block.entries()) columns[index]?.push(...column)
    next += size
  }
  expect(next).toBe(scenario.run.draws)
  return new Map(names.map((name, index) => [name, columns[index] ?? []]))
}

/** R's type 7, of sorted values. */
function quantile(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability
  const rank = Math.floor(position)
  const [lower = 0, upper = lower] = sorted.slice(rank, rank + 2)
  return lower + (position - rank) * (upper - lower)
}

const outcomes = ({ conclusion, rungs }: Forecast): [string, Series][] => [
  ...conclusion.map((claim): [string, Series] => [`${claim.id}.chance`, claim]),
  ...rungs.map((rung): [string, Series] => [`${rung.id}.occupancy`, rung]),
]

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

describe('the draws', () => {
  it('are those of the forecast for claims on being on a rung or above it, too', () => {
    const scenario = withRun(withEveryRungClaimed(baselineScenario()), 512)
    const columns = drawn(scenario)
    for (const [column, series] of outcomes(forecast(scenario))) {
      const difference = mean(columns.get(column) ?? []) - (series.mean.at(-1) ?? Number.NaN)
      expect(Math.abs(difference)).toBeLessThan(1e-12)
    }
  })

  // Two whole segments and a third with a short last block; one block; less than a lane.
  it.each([
    ...bundledNames().map((name): [string, number] => [name, 4096]),
    ['iran-azerbaijan-2023-corridor-forced.brink', 8192 + 300],
    ['mount-spurr-2025-baseline.brink', 5],
    ['mount-spurr-2025-baseline.brink', 1],
  ])('of %s, %d of them, are those of its forecast', (name, draws) => {
    const scenario = withRun(bundledScenario(name), draws, 7)
    const columns = drawn(scenario)
    for (const [column, series] of outcomes(forecast(scenario))) {
      const sorted = (columns.get(column) ?? []).toSorted((a, b) => a - b)
      // Only the order of the sums differs.
      expect(Math.abs(mean(sorted) - (series.mean.at(-1) ?? Number.NaN))).toBeLessThan(1e-12)
      const reported = [series.p05, series.p25, series.p50, series.p75, series.p95]
      for (const [index, probability] of [0.05, 0.25, 0.5, 0.75, 0.95].entries()) {
        const difference = quantile(sorted, probability) - (reported[index]?.at(-1) ?? Number.NaN)
        // A bin of the tally.
        expect(Math.abs(difference)).toBeLessThan(1 / 2048)
      }
    }
  })

  it('give for each claim, draw by draw, what is computed of its event alone', () => {
    const scenario = withRun(baselineScenario(), 600, 3)
    const columns = drawn(scenario)
    for (const { id, event } of scenario.case.conclusion) {
      const alone = eventChances(scenario, event)
      expect(columns.get(`${id}.chance`)).toEqual([...alone])
    }
  })

  it('hold the inputs that their outcomes come from: known for certain, they give the same', () => {
    const scenario = withRun(bundledScenario('iran-azerbaijan-2023-corridor-forced.brink'), 300, 11)
    const columns = drawn(scenario)
    for (const draw of [0, 1, 100, 255, 256, 299]) {
      const at = (column: string): number => columns.get(column)?.[draw] ?? Number.NaN
      for (const [column, series] of outcomes(forecast(certainAt(scenario, at)))) {
        expect(at(column)).toBeCloseTo(series.mean.at(-1) ?? Number.NaN, 9)
      }
    }
  })

  it('keep their names whatever the order of the file', () => {
    const scenario = withRun(baselineScenario(), 256, 1)
    const { case: own } = scenario
    const turned = {
      ...scenario,
      case: {
        ...own,
        drivers: own.drivers.toReversed(),
        transitions: own.transitions.toReversed(),
        responses: own.responses.toReversed(),
        conclusion: own.conclusion.toReversed(),
      },
    }
    const columns = drawn(turned)
    expect([...columns.keys()].sort()).toEqual(drawColumns(scenario).sort())
    for (const [name, values] of drawn(scenario)) {
      const others = columns.get(name) ?? []
      expect(
        Math.max(...values.map((value, at) => Math.abs(value - (others[at] ?? 9)))),
      ).toBeLessThan(1e-12)
    }
  })
})

/** The scenario with each uncertain quantity known, and one draw. */
function certainAt(scenario: Scenario, at: (column: string) => number): Scenario {
  const { case: own, judgment } = scenario
  const known = <T extends { readonly id: string; readonly prior?: unknown }>(
    items: readonly T[],
  ) => items.map(({ prior: _, ...item }) => ({ ...item, rate: at(`${item.id}.rate`) }))
  const drivers = own.drivers.map(({ id }) => {
    const intensity = exactly(at(`${id}.intensity`))
    return [id, { ...judgment.drivers[id], intensity, multiplier: exactly(at(`${id}.weight`)) }]
  })
  return {
    ...scenario,
    case: {
      ...own,
      transitions: known(own.transitions),
      responses: known(own.responses),
    } as Scenario['case'],
    judgment: { ...judgment, drivers: Object.fromEntries(drivers) },
    run: { draws: 1, seed: 1 },
  }
}
