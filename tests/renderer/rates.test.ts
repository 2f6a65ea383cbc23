import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/forecast/scenario'
import { movedRows, multipleAxis } from '../../src/renderer/charts/moved-rates-rows'
import { intervalOn, rateAxis, ratesRows } from '../../src/renderer/charts/rates-rows'
import { sayFactors, sayInterval, sayRates } from '../../src/renderer/features/rates/rates-words'
import { movedTable, ratesTable } from '../../src/renderer/features/rates/tables'
import { setIntensity, setTrend } from '../../src/renderer/state/edits'
import { setDisputed } from '../../src/renderer/state/evidence-edits'
import { baselineScenario } from '../bundled'
import { exactly } from '../scenarios'

const scenario = baselineScenario()
const rowsOf = ({ case: conflictCase, judgment }: Scenario) =>
  ratesRows(conflictCase, judgment.disputed)
const rows = rowsOf(scenario)

describe('rows of base rates', () => {
  it('are the transitions, then the responses', () => {
    const { transitions, responses } = scenario.case
    expect(rows.map(({ id }) => id)).toEqual([...transitions, ...responses].map(({ id }) => id))
    expect(rows.at(-1)?.label).toBe('Tehran closer to Armenia and Central Asia')
  })

  it('add what is counted and watched to the prior, and follow what is disputed', () => {
    const [, , row] = rows
    expect(row).toMatchObject({
      label: 'Accusations → Diplomatic retaliation',
      counted: 2,
      prior: { events: 1, months: 12 },
      posterior: { events: 3, months: 17.2 },
    })
    expect(row?.before.mean).toBeCloseTo(1, 14)
    expect(row?.after.mean).toBeCloseTo(36 / 17.2, 14)
    const [, , disputed] = rowsOf(setDisputed(scenario, 'baku-expels', true))
    expect(disputed).toMatchObject({ counted: 1, posterior: { events: 2, months: 17.2 } })
  })

  it('lie on a scale of powers of ten that holds their intervals', () => {
    const axis = rateAxis(rows)
    expect(axis.ticks.map(({ label }) => label)).toEqual(['0.1', '1', '10'])
    // From 0.03 to 30: three powers of ten, of which the first is reached after log 10/3.
    expect(axis.place(0.1)).toBeCloseTo(Math.log10(10 / 3) / 3, 12)
    expect(axis.place(1) - axis.place(0.1)).toBeCloseTo(1 / 3, 12)
    for (const { before, after } of rows) {
      for (const rate of [before, after]) {
        expect(rate.p05).toBeGreaterThan(0.03)
        expect(rate.p95).toBeLessThan(30)
        const interval = intervalOn(axis, rate)
        expect(interval?.low).toBeLessThan(interval?.mean ?? 0)
        expect(interval?.mean).toBeLessThan(interval?.high ?? 0)
      }
    }
  })

  it('of a rate that may come near never are cut off, and a rate of zero has no place', () => {
    const rate = (mean: number, p05: number) => ({ mean, p05, p95: mean, meanWaitMonths: 12 })
    const axis = rateAxis([{ before: rate(1, 1e-200), after: rate(0, 0) }])
    expect(axis.place(1e-200)).toBe(0)
    expect(axis.place(1)).toBeGreaterThan(0.5)
    expect(intervalOn(axis, rate(0, 0))).toBeUndefined()
  })

  it('say themselves in words', () => {
    expect(sayRates(scenario)).toMatch(/^8 moves between rungs and 2 responses, each at a prior/)
    expect(sayInterval({ mean: 1, p05: 0.0513, p95: 2.9957, meanWaitMonths: 12 })).toBe('0.051–3')
    expect(sayInterval({ mean: 1, p05: 1, p95: 1, meanWaitMonths: 12 })).toBe('taken as known')
  })
})

describe('rows of moved rates', () => {
  it('stand at 1 where the drivers stand at the article', () => {
    for (const row of movedRows(scenario)) {
      expect(row).toMatchObject({ now: 1, later: undefined, push: 'neither', factors: [] })
    }
  })

  it('push up where upward moves grow and downward ones shrink, the strongest driver first', () => {
    const tense = setIntensity(
      setIntensity(scenario, 'nationalism', exactly(0.6)),
      'israel-ties',
      exactly(1),
    )
    const moved = new Map(movedRows(tense).map((row) => [row.id, row]))
    const up = moved.get('calm>accusations')
    // 3^0.3 · 2^0.1
    expect(up?.now).toBeCloseTo(3 ** 0.3 * 2 ** 0.1, 12)
    expect(up?.push).toBe('up')
    expect(up?.factors.map(({ driver }) => driver)).toEqual(['israel-ties', 'nationalism'])
    expect(moved.get('accusations>calm')).toMatchObject({ push: 'up' })
    expect(moved.get('accusations>calm')?.now).toBeCloseTo(1 / (3 ** 0.3 * 2 ** 0.1), 12)
    expect(moved.get('baku-turkey-israel')).toMatchObject({ push: 'neither' })
    expect(sayFactors(up ?? { factors: [] }, (id) => id)).toBe(
      'israel-ties ×1.4, nationalism ×1.07',
    )
  })

  it('push down with a stronger restraint, and only on the moves that it acts on', () => {
    const dear = movedRows(setIntensity(scenario, 'cost-of-war', exactly(1)))
    expect(dear.flatMap(({ id, push }) => (push === 'down' ? [id] : []))).toEqual([
      'show-of-force>confrontation',
      'confrontation>show-of-force',
    ])
  })

  it('tell where a trend leads', () => {
    const [row] = movedRows(setTrend(scenario, 'nationalism', 0.24))
    expect(row).toMatchObject({ now: 1, push: 'up' })
    // 2^(0.24 · 11.5 / 12)
    expect(row?.later).toBeCloseTo(2 ** 0.23, 12)
  })

  it.each([
    [
      [1, 1],
      ['×1/2', '×1', '×2'],
    ],
    [
      [1.9, 0.6],
      ['×1/2', '×1', '×2'],
    ],
    [
      [0.3, 1],
      ['×1/4', '×1/2', '×1', '×2', '×4'],
    ],
    [
      [5.8, 0.17],
      ['×1/16', '×1/4', '×1', '×4', '×16'],
    ],
  ])('lie on a scale around 1 that holds %j', (multiples, labels) => {
    const axis = multipleAxis(multiples.map((now) => ({ now, later: undefined })))
    expect(axis.ticks.map(({ label }) => label)).toEqual(labels)
    expect(axis.place(1)).toBe(0.5)
    for (const multiple of multiples) {
      expect(axis.place(multiple) + axis.place(1 / multiple)).toBeCloseTo(1, 12)
      expect(Math.abs(axis.place(multiple) - 0.5)).toBeLessThan(0.5)
    }
  })
})

describe('the tables that leave the program', () => {
  it('hold every figure of every base rate', () => {
    const [header, ...body] = ratesTable(scenario)
    expect(body).toHaveLength(10)
    const cells = Object.fromEntries((header ?? []).map((name, index) => [name, body[2]?.[index]]))
    expect(cells).toMatchObject({
      kind: 'transition',
      id: 'accusations>diplomatic',
      prior_events: 1,
      evidence_counted: 2,
      observed_months: 5.2,
      posterior_months: 17.2,
      known_rate_per_month: Number.NaN,
    })
    expect(cells.mean_wait_months).toBeCloseTo(17.2 / 3, 12)
    expect((header ?? []).slice(-5)).toEqual([
      'basis',
      'reference_class',
      'reference_level',
      'reference_from',
      'reference_to',
    ])
    expect(body[2]?.slice(-4)).toEqual(['', '', '', ''])
    expect(body[4]?.slice(-4)).toEqual(['pair-373-630', 'dispute', 'calm', 'any'])
  })

  it('hold every driver’s factor on every rate, now and in the last month', () => {
    const [, ...body] = movedTable(scenario)
    // Six drivers act on six transitions, seven on two, two and three on the responses; twice.
    expect(body).toHaveLength(2 * (6 * 6 + 2 * 7 + 2 + 3))
    expect(new Set(body.map((row) => row[2]))).toEqual(new Set([0, 11.5]))
  })
})
