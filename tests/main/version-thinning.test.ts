import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overBudget, thinned } from '../../src/main/documents/version-thinning'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY
const noon = new Date('2026-01-31T12:00:00.000Z')

const agesIn = (longest: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: longest }), { maxLength })
/** Dates as work leaves them: close together and far apart, old, and still to come. */
const ages = fc
  .tuple(
    agesIn(HOUR, 60),
    agesIn(2 * DAY, 60),
    agesIn(2 * MONTH, 60),
    agesIn(2 * YEAR, 60),
    agesIn(YEAR, 30),
  )
  .map(([hour, days, months, years, future]) => [
    ...hour,
    ...days,
    ...months,
    ...years,
    ...future.map((age) => -age),
  ])
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
const datesOf = (all: readonly number[]): Date[] => all.map((age) => new Date(noon.getTime() - age))
const keptOf = (all: readonly number[]): number[] => {
  const stay = thinned(datesOf(all), noon)
  return all.filter((_, index) => stay[index])
}
const ascending = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b)

describe('thinning', () => {
  it('never takes the newest two, nor the newest two that are not still to come', () => {
    fc.assert(
      fc.property(ages, (all) => {
        const kept = ascending(keptOf(all))
        expect(kept.slice(0, 2)).toEqual(ascending(all).slice(0, 2))
        const past = (some: readonly number[]) => ascending(some).filter((age) => age >= 0)
        expect(past(kept).slice(0, 2)).toEqual(past(all).slice(0, 2))
      }),
    )
  })

  it('changes nothing the second time, and leaves 40 at most', () => {
    fc.assert(
      fc.property(ages, (all) => {
        const kept = keptOf(all)
        expect(keptOf(kept)).toEqual(kept)
        expect(kept.length).toBeLessThanOrEqual(40)
      }),
    )
  })

  it('does not depend on the order in which they are given', () => {
    fc.assert(
      fc.property(ages, (all) => {
        expect(ascending(keptOf(ascending(all)))).toEqual(ascending(keptOf(all)))
      }),
    )
  })

  /** How much later than one that went the next that stayed may be. */
  const promised = (age: number): number => (age <= DAY ? HOUR : age <= MONTH ? DAY : MONTH)

  it('leaves for each that goes a later one, no further off than promised', () => {
    // Too few for the limit of forty to take any.
    const few = fc
      .tuple(agesIn(HOUR, 60), agesIn(DAY, 6), agesIn(MONTH, 7), agesIn(YEAR, 7))
      .map((parts) => parts.flat())
    fc.assert(
      fc.property(few, (all) => {
        const kept = ascending(keptOf(all))
        for (const age of all) {
          const next = kept.filter((other) => other <= age).at(-1)
          expect(age - (next ?? Number.NaN)).toBeLessThanOrEqual(promised(age))
        }
      }),
    )
  })

  it('keeps twenty of the last hour, the newest ten and others back to the earliest, and nothing of more than a year ago', () => {
    const minutes = Array.from({ length: 30 }, (_, index) => index * MINUTE)
    expect(keptOf(minutes.slice(0, 20))).toEqual(minutes.slice(0, 20))
    const kept = keptOf(minutes)
    expect(kept).toHaveLength(20)
    expect(kept.slice(0, 10)).toEqual(minutes.slice(0, 10))
    expect(kept.at(-1)).toBe(29 * MINUTE)
    const gaps = kept.slice(1).map((age, index) => age - (kept[index] ?? Number.NaN))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(4 * MINUTE)
    expect(keptOf([0, MINUTE, YEAR, YEAR + 1, 3 * YEAR])).toEqual([0, MINUTE, YEAR])
    expect(keptOf([2 * YEAR, 3 * YEAR, 4 * YEAR])).toEqual([2 * YEAR, 3 * YEAR])
  })

  it('does not give up what was there before a burst of saves', () => {
    // One half an hour ago, and then one every ten seconds for ten minutes, thinned at each.
    let saved = [0]
    for (let second = 1200; second <= 1800; second += 10) {
      const all = [...saved, second]
      const dates = all.map((each) => new Date(noon.getTime() + each * 1000))
      const stay = thinned(dates, new Date(noon.getTime() + second * 1000))
      saved = all.filter((_, index) => stay[index])
    }
    expect(saved).toHaveLength(20)
    expect(saved[0]).toBe(0)
    expect(saved.slice(-2)).toEqual([1790, 1800])
    // Of the burst the beginning and the middle are there too.
    for (const [from, to] of [
      [1200, 1380],
      [1380, 1560],
      [1560, 1740],
    ] as const) {
      expect(saved.some((each) => each >= from && each <= to)).toBe(true)
    }
  })

  it('keeps the newest two in the thick of others, and behind those still to come', () => {
    const instants = Array.from({ length: 20 }, (_, index) => index)
    const hours = Array.from({ length: 22 }, (_, index) => (index + 2) * HOUR)
    const days = Array.from({ length: 28 }, (_, index) => (index + 2) * DAY)
    expect(ascending(keptOf([...instants, ...hours, ...days])).slice(0, 2)).toEqual([0, 1])
    expect(keptOf([-DAY, -HOUR, 2 * YEAR, 3 * YEAR, 4 * YEAR])).toEqual([
      -DAY,
      -HOUR,
      2 * YEAR,
      3 * YEAR,
    ])
  })

  it('keeps the newest of each hour, day and month', () => {
    // At noon: 10:00, 9:30, 9:00 and 8:30.
    const halves = [4, 5, 6, 7].map((count) => (count * HOUR) / 2)
    expect(keptOf([0, 1, ...halves])).toEqual([0, 1, 2 * HOUR, 2.5 * HOUR, 3.5 * HOUR])
    // At noon on day d, and six hours either side: the evening is the newest of that day.
    const days = [5, 6, 7].flatMap((day) => [day * DAY - 6 * HOUR, day * DAY, day * DAY + 6 * HOUR])
    expect(keptOf([0, 1, ...days])).toEqual([
      0,
      1,
      5 * DAY - 6 * HOUR,
      6 * DAY - 6 * HOUR,
      7 * DAY - 6 * HOUR,
    ])
  })

  it('still reaches back over the year where every hour of it was worked', () => {
    const clock = Array.from({ length: 2 * 24 * 364 }, (_, index) => (index * HOUR) / 2)
    const kept = ascending(keptOf(clock))
    expect(kept).toHaveLength(40)
    expect(kept.filter((age) => age > MONTH).length).toBeGreaterThanOrEqual(6)
    expect(kept.filter((age) => age > DAY && age <= MONTH).length).toBeGreaterThanOrEqual(6)
    expect(kept.filter((age) => age <= DAY).length).toBeGreaterThanOrEqual(6)
  })
})

describe('the space for versions', () => {
  const version = fc.record({ time: fc.nat(1000), bytes: fc.nat(100) })
  const documents = fc
    .array(fc.array(version, { minLength: 1, maxLength: 6 }), { maxLength: 6 })
    .map((all) =>
      all.map((versions, at) => ({
        versions: versions
          .sort((a, b) => b.time - a.time)
          .map((each, index) => ({ ...each, file: `${at}/${index}` })),
      })),
    )

  it('is kept to, but for the newest two of each; and no more goes than must', () => {
    fc.assert(
      fc.property(documents, fc.nat(2000), (all, most) => {
        const going = new Set(overBudget(all, most))
        const files = all.flatMap(({ versions }) => versions)
        const staying = files.filter(({ file }) => !going.has(file))
        const sum = (some: readonly { bytes: number }[]) =>
          some.reduce((total, { bytes }) => total + bytes, 0)
        for (const { versions } of all) {
          const kept = versions.map(({ file }) => !going.has(file))
          expect(kept.slice(0, 2)).not.toContain(false)
          // The oldest go first: none that stays is older than one that goes.
          expect(kept).toEqual([...kept].sort((a, b) => Number(b) - Number(a)))
        }
        const isAtLeast = all.every(
          ({ versions }) => versions.filter(({ file }) => !going.has(file)).length <= 2,
        )
        if (!isAtLeast) expect(sum(staying)).toBeLessThanOrEqual(most)
        const last = files.find(({ file }) => file === [...going].at(-1))
        if (last) expect(sum(staying) + last.bytes).toBeGreaterThan(most)
      }),
    )
  })
})
