import { describe, expect, it } from 'vitest'
import { daysOf, timeScale, timeTicks } from '../../src/renderer/charts/time-scale'
import { type TimelineRow, timelineRows } from '../../src/renderer/charts/timeline-rows'
import { setDisputed } from '../../src/renderer/state/evidence-edits'
import { baselineScenario } from '../bundled'

const scenario = baselineScenario()
const { case: conflictCase, judgment } = scenario
const { asOf, evidence } = conflictCase
const day = (date: string): number => daysOf(date, asOf).from

describe('the days that a date may mean', () => {
  it('are one where the day is known, and all of a month or a year where it is not', () => {
    expect(daysOf('2023-03-05', asOf)).toEqual({
      from: day('2023-03-05'),
      to: day('2023-03-05'),
      isUncertain: false,
    })
    const march = daysOf('2023-03', asOf)
    expect(march).toEqual({ from: day('2023-03-01'), to: day('2023-03-31'), isUncertain: true })
    const leap = daysOf('2020', asOf)
    expect(leap.to - leap.from).toBe(365)
  })

  it('end at the as-of date, by which they were known', () => {
    expect(daysOf('2023', asOf).to).toBe(day(asOf))
    expect(daysOf('2023-05', asOf).to).toBe(day(asOf))
    expect(daysOf('2024', asOf).to).toBe(day('2024-12-31'))
  })

  it('are counted in the first century as in any other', () => {
    expect(day('0051-01-01') - day('0050-01-01')).toBe(365)
  })
})

describe('the scale of time', () => {
  const spans = evidence.map(({ date }) => daysOf(date, asOf))
  const scale = timeScale(spans, asOf)

  it('is broken where the recent items begin to crowd', () => {
    const [early, recent] = scale.parts
    expect(early.firstDay).toBe(day('2018-01-01'))
    expect(early.lastDay).toBe(day('2022-09-01'))
    expect(recent).toMatchObject({ firstDay: day('2022-09-01'), lastDay: day(asOf), to: 1 })
    expect(scale.place(day('2018-01-01'))).toBe(0)
    expect(scale.place(day(asOf))).toBe(1)
    expect(scale.place(day('2022-08-31'))).toBeLessThan(early.to)
    expect(scale.place(day('2022-09-01'))).toBe(recent?.from)
  })

  it('keeps the order of days, and each part is even', () => {
    const places = Array.from({ length: 1970 }, (_, after) =>
      scale.place(day('2018-01-01') + after),
    )
    const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
    const lengths = new Set(steps.map((step) => step.toFixed(9)))
    for (const step of steps) expect(step).toBeGreaterThan(0)
    // A day of the early part, a day of the recent one, and the break itself.
    expect(lengths.size).toBe(3)
  })

  it('is even where items are spread evenly', () => {
    const yearly = ['2019', '2020', '2021', '2022'].map((date) => daysOf(date, asOf))
    expect(timeScale(yearly, asOf).parts).toHaveLength(1)
  })

  it('stands with a single item of the as-of date, and with none', () => {
    for (const few of [[daysOf(asOf, asOf)], []]) {
      const { parts, place } = timeScale(few, asOf)
      expect(parts).toHaveLength(1)
      expect(Number.isFinite(place(day(asOf)))).toBe(true)
    }
  })

  it('names years, then months, as many as there is room for', () => {
    const names = (width: number): string[] => timeTicks(scale, width).map(({ label }) => label)
    expect(names(816)).toEqual([
      ...['2018', '2019', '2020', '2021', '2022'],
      ...['Sep 22', 'Oct', 'Nov', 'Dec', 'Jan 23', 'Feb', 'Mar', 'Apr', 'May'],
    ])
    expect(names(440)).toEqual(['2018', '2020', 'Sep 22', 'Nov', 'Jan 23', 'Mar', 'May'])
    expect(timeTicks(scale, 816)[1]?.at).toBe(scale.place(day('2019-01-01')))
    expect(timeTicks(scale, 816)[9]?.at).toBe(scale.place(day('2023-01-01')))
  })
})

type Row<K extends TimelineRow['kind']> = Extract<TimelineRow, { readonly kind: K }>
const only = <K extends TimelineRow['kind']>(rows: readonly TimelineRow[], kind: K): Row<K>[] =>
  rows.filter((row): row is Row<K> => row.kind === kind)

describe('the timeline', () => {
  const { rows } = timelineRows(conflictCase, judgment, undefined)
  const tracks = only(rows, 'track')

  it('has a lane for each driver, what pushes up first, and one for what stands alone', () => {
    const labels = tracks.flatMap(({ label }) => label ?? [])
    expect(labels).toEqual([
      'Azerbaijan–Israel ties',
      'Corridor disputes',
      'Nationalism',
      'Backing of opponents',
      'Cost of war',
      'Tehran’s normalization',
      'Mutual restraint',
      'On none, not counted',
    ])
  })

  it('shows every item once for each driver that it bears on, or for its move, or alone', () => {
    const drawn = [
      ...tracks.flatMap(({ marks }) => marks),
      ...only(rows, 'rung').flatMap(({ moves }) => moves),
    ].map(({ id }) => id)
    const expected = evidence.flatMap(({ id, bearsOn, counts }) => [
      ...bearsOn.map(() => id),
      ...(counts === undefined ? [] : [id]),
      ...(counts === undefined && bearsOn.length === 0 ? [id] : []),
    ])
    expect(drawn.sort()).toEqual(expected.sort())
  })

  it('lays no mark of a track on another', () => {
    for (const { marks } of tracks) {
      for (const [index, { from }] of marks.entries()) {
        if (index > 0) expect(from).toBeGreaterThan(marks[index - 1]?.to ?? 0)
      }
    }
  })

  it('draws uncertain dates as spans and certain ones as points', () => {
    const marks = tracks.flatMap((track) => track.marks)
    const arms = marks.find(({ id }) => id === 'arms-and-outpost')
    const cost = marks.find(({ id }) => id === 'cost')
    expect(arms).toMatchObject({ isSpan: false })
    expect(arms?.from).toBe(arms?.to)
    expect(cost).toMatchObject({ isSpan: true, to: 1 })
  })

  it('stands above the rungs, the highest first, with the moves that were counted', () => {
    const rungs = only(rows, 'rung')
    expect(rows.slice(-5)).toEqual(rungs)
    expect(rungs.map(({ label }) => label)[0]).toBe('Direct confrontation')
    expect(rungs.map(({ start }) => start)).toEqual([0, 0, 0.5, 0.5, 0])
    const moves = rungs.flatMap((rung) =>
      rung.moves.map(({ id, rows: by }) => [rung.label, id, by]),
    )
    expect(moves).toEqual([
      ['Diplomatic retaliation', 'lull', 1],
      ['Accusations', 'embassy-attack', -1],
      ['Accusations', 'baku-expels', -1],
    ])
  })

  it('marks what is disputed, and what is not about the topic', () => {
    const { disputed } = setDisputed(scenario, 'embassy-attack', true).judgment
    const topic = { kind: 'transition', id: 'accusations>diplomatic' } as const
    const shown = timelineRows(conflictCase, { ...judgment, disputed }, topic).rows
    const moves = only(shown, 'rung').flatMap((rung) => rung.moves)
    expect(moves.map(({ id, isDisputed, isAside }) => [id, isDisputed, isAside])).toEqual([
      ['lull', false, true],
      ['embassy-attack', true, false],
      ['baku-expels', false, false],
    ])
    expect(only(shown, 'track').every(({ marks }) => marks.every(({ isAside }) => isAside))).toBe(
      true,
    )
  })
})
