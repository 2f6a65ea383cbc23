import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadsheetCsv, writeCsv } from '../../src/briefing/csv'
import { seriesTable } from '../../src/briefing/series-table'
import { monthTicks, sayDate, shortMonth } from '../../src/forecast/calendar'
import { chosenEvent, eventOutlook } from '../../src/forecast/conclusion/outlook'
import { forecast } from '../../src/forecast/forecast'
import { exportRecord, exportSource } from '../../src/provenance/provenance'
import { bandPath, linePath, placeIn } from '../../src/renderer/charts/paths'
import {
  axisTicks,
  axisTop,
  conclusionRows,
  eventRows,
  ladderRows,
} from '../../src/renderer/charts/rows'
import { spreadAround, spreadLabels } from '../../src/renderer/charts/spread-labels'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario } from '../bundled'
import { readCsv } from '../read-csv'
import { withRun } from '../scenarios'

const scenario = withRun(baselineScenario(), 64)
const result = forecast(scenario)

describe('rows', () => {
  it('of the ladder add up to one in every month', () => {
    const rows = ladderRows(result)
    expect(rows).toHaveLength(13)
    for (const { rungs } of rows) {
      expect(rungs.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
    }
  })

  it('of an event nest their bands and carry the baseline when there is one', () => {
    const series = result.conclusion[1]
    if (!series) throw new Error('no claim')
    for (const row of eventRows(series, undefined)) {
      expect(row.outer[0]).toBeLessThanOrEqual(row.inner[0])
      expect(row.inner[1]).toBeLessThanOrEqual(row.outer[1])
      expect(row).not.toHaveProperty('baseline')
    }
    expect(eventRows(series, series)[12]?.baseline).toBe(series.mean[12])
  })

  it('of the conclusion are the claims at the horizon', () => {
    const rows = conclusionRows(scenario, result)
    expect(rows.map(({ id }) => id)).toEqual(scenario.case.conclusion.map(({ id }) => id))
    expect(rows[1]?.forecast).toBe(result.conclusion[1]?.mean[12])
  })
})

describe('axes', () => {
  it.each([
    [[0.01], 0.02],
    [[0.33, 0.45], 0.5],
    [[0.5], 0.5],
    [[0.97], 1],
    [[], 0.02],
  ])('to hold %j end at %d', (values, top) => {
    expect(axisTop(values)).toBe(top)
  })

  it.each([0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1])(
    'to %d are marked from 0 in even steps',
    (top) => {
      const ticks = axisTicks(top)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeCloseTo(top, 12)
      for (const tick of ticks) expect(tick * 1000).toBeCloseTo(Math.round(tick * 1000), 9)
    },
  )

  it.each([
    [12, 4, [0, 6, 12]],
    [12, 7, [0, 2, 4, 6, 8, 10, 12]],
    [1, 4, [0, 1]],
    [120, 4, [0, 36, 72, 120]],
    [7, 4, [0, 3, 7]],
  ])('of %d months name at most %d of them', (horizon, most, ticks) => {
    expect(monthTicks(horizon, most)).toEqual(ticks)
  })
})

describe('dates', () => {
  it('are said as far as they are known', () => {
    expect(['2023', '2023-03', '2023-04-06'].map(sayDate)).toEqual([
      '2023',
      'March 2023',
      '6 April 2023',
    ])
  })

  it('go over the end of a year', () => {
    expect(shortMonth('2023-05-25', 8)).toBe('Jan 24')
  })
})

describe('labels', () => {
  it('keep their distance, their order and their bounds', () => {
    const labels = spreadLabels([10, 12, 11, 90], 15, 0, 95)
    const places = labels.map(({ placed }) => placed)
    const sorted = [...places].sort((a, b) => a - b)
    for (const [index, place] of sorted.entries()) {
      expect(place).toBeGreaterThanOrEqual(0)
      expect(place).toBeLessThanOrEqual(95)
      if (index > 0) expect(place - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9)
    }
    expect((places[0] ?? 0) < (places[2] ?? 0) && (places[2] ?? 0) < (places[1] ?? 0)).toBe(true)
  })
})

describe('labels beside one that stays', () => {
  const room = { line: 15, clear: 18, top: 6, bottom: 300 }

  it.each([
    ['free of it, each stays where it is wanted', 200, [40, 250], [40, 250]],
    // Two lines that end 18 above: 100 − 18 − 15. The one at the same height goes below.
    ['close to it, they give way', 100, [80, 100], [67, 118]],
    ['both above it, the higher gives way to the lower', 100, [60, 80], [52, 82]],
    ['past the end, it stays within', 20, [296, 200], [285, 200]],
    ['without room above, it goes below', 20, [8, 20], [38, 68]],
    ['without room below, it goes above', 295, [296, 290], [262, 247]],
  ])('%s', (_case, fixed, [block = 0, single = 0], expected) => {
    const blocks = [
      { wanted: block, lines: 2 },
      { wanted: single, lines: 1 },
    ]
    expect(spreadAround(fixed, blocks, room)).toEqual(expected)
  })

  it('keep their distance wherever they are wanted, and leave it alone', () => {
    const place = fc.integer({ min: 6, max: 300 })
    fc.assert(
      fc.property(place, place, place, (fixed, block, single) => {
        const [first = 0, other = 0] = spreadAround(
          fixed,
          [
            { wanted: block, lines: 2 },
            { wanted: single, lines: 1 },
          ],
          room,
        )
        const lines = [first, first + 15, other]
        for (const line of lines) {
          expect(Math.abs(line - fixed)).toBeGreaterThanOrEqual(18)
          expect(line).toBeGreaterThanOrEqual(6)
          expect(line).toBeLessThanOrEqual(300)
        }
        const sorted = lines.toSorted((a, b) => a - b)
        expect(
          Math.min((sorted[1] ?? 0) - (sorted[0] ?? 0), (sorted[2] ?? 0) - (sorted[1] ?? 0)),
        ).toBeGreaterThanOrEqual(15)
      }),
    )
  })
})

describe('the event charted', () => {
  it('is the gravest of the conclusion unless another is chosen', () => {
    expect(chosenEvent(scenario, undefined)?.id).toBe('no-direct-confrontation')
    expect(chosenEvent(scenario, 'baku-responds')?.id).toBe('baku-responds')
    expect(chosenEvent(scenario, 'gone')?.id).toBe('no-direct-confrontation')
  })

  it('leaves a baseline of another horizon out', () => {
    const other = { ...result, months: [0, 1] }
    expect(eventOutlook({ scenario, forecast: result }, other, undefined)?.baseline).toBeUndefined()
  })
})

describe('CSV', () => {
  it('quotes as RFC 4180 says, defuses formulas, and leaves numbers alone', () => {
    expect(writeCsv([['a,b', 'say "x"', '=1+1', '-5', -5, 0.1 + 0.2, Number.NaN]])).toBe(
      '"a,b","say ""x""",\'=1+1,\'-5,-5,0.3,\r\n',
    )
  })

  it('holds every month of every series, stamped', async () => {
    const at = { appVersion: '9.9.9', exportedAt: '2026-11-28T18:06:32.000Z' }
    const { provenance } = await exportRecord(exportSource(scenario, result), at)
    const table = seriesTable({
      chart: 'conclusion',
      scenario,
      forecast: result,
      baseline: undefined,
      event: undefined,
    })
    const text = spreadsheetCsv(table, provenance)
    // Excel knows UTF-8 by the mark, which stands once and before the first head.
    expect(text.lastIndexOf('\ufeff')).toBe(0)
    const [header = [], ...rows] = readCsv(text.slice(1))
    expect(rows).toHaveLength(5 * 13)
    const last = rows.at(-1) ?? []
    const cell = (name: string) => last[header.indexOf(name)]
    expect(cell('date')).toBe('2024-05')
    expect(cell('verdict_at_horizon')).toBe('within')
    expect(cell('seed')).toBe('1')
    expect(cell('scenario_sha256')).toBe(
      createHash('sha256').update(serializeScenario(scenario)).digest('hex'),
    )
    expect(cell('brink_version')).toBe('9.9.9')
    expect(Number(cell('mean'))).toBeCloseTo(result.conclusion[4]?.mean[12] ?? Number.NaN, 9)
  })
})

describe('paths', () => {
  const place = placeIn({ x: 40, y: 10, width: 120, height: 200 }, 2, 0.5)

  it('go from the first month to the last, upwards from 0, and stop at the top', () => {
    expect(linePath([0, 0.25, 0.9], place)).toBe('M40,210L100,110L160,10')
  })

  it('close an area along its lower line', () => {
    expect(bandPath([0, 0, 0.1], [0.1, 0.2, 0.3], place)).toBe(
      'M40,170L100,130L160,90L160,170L100,210L40,210Z',
    )
  })
})
