import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { overBudget, thinned } from '../../src/main/documents/version-thinning'
import { openVersions } from '../../src/main/documents/versions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY
const noon = new Date('2026-01-31T12:00:00.000Z')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = '/somewhere/a.brink'
/** A clock that is moved by hand. */
const clockAt = (start: Date) => {
  let time = start.getTime()
  return {
    now: () => new Date(time),
    pass: (duration: number) => {
      time += duration
    },
  }
}
const onlyFolder = (): string => join(folder, String(readdirSync(folder)[0]))

describe('versions', () => {
  it('come back newest first, each with its text, also after a restart', async () => {
    const clock = clockAt(noon)
    const versions = openVersions(folder, clock.now)
    for (const text of ['first', 'second', 'third']) {
      expect(await versions.keep(path, text, `the ${text}`)).toBe(true)
      clock.pass(MINUTE)
    }
    const again = openVersions(folder, clock.now)
    const list = await again.list(path)
    expect(list.map(({ title }) => title)).toEqual(['the third', 'the second', 'the first'])
    expect(list.map(({ savedAt }) => savedAt)).toEqual([
      '2026-01-31T12:02:00.000Z',
      '2026-01-31T12:01:00.000Z',
      '2026-01-31T12:00:00.000Z',
    ])
    const texts = await Promise.all(list.map(({ id }) => again.read(path, id)))
    expect(texts).toEqual(['third', 'second', 'first'])
    expect(readdirSync(folder)).toHaveLength(1)
    expect(String(readdirSync(folder)[0])).toMatch(/^[0-9a-f]{32}$/)
    expect(statSync(onlyFolder()).mode & 0o777).toBe(0o700)
    expect(list[0]?.id).toMatch(/^2026-01-31T12-02-00\.000Z-[0-9a-f]{8}\.version$/)
  })

  it('carry the time at which they were written, however much later they are kept', async () => {
    const clock = clockAt(noon)
    const versions = openVersions(folder, clock.now)
    const longAgo = new Date(noon.getTime() - 2 * YEAR)
    await versions.keep(path, 'first', 'first', longAgo)
    await versions.keep(path, 'second', 'second')
    clock.pass(MINUTE)
    // A clock elsewhere may run ahead.
    await versions.keep(path, 'theirs', 'theirs', new Date(noon.getTime() + DAY))
    expect((await versions.list(path)).map(({ title, savedAt }) => [title, savedAt])).toEqual([
      ['theirs', '2026-01-31T12:01:00.000Z'],
      ['second', '2026-01-31T12:00:00.001Z'],
      ['first', longAgo.toISOString()],
    ])
    // They are spaced by when they were kept: what was there first does not go at once.
    for (let count = 0; count < 5; count++) {
      clock.pass(MINUTE)
      await versions.keep(path, `${count}`, `${count}`)
    }
    expect((await versions.list(path)).at(-1)?.title).toBe('first')
  })

  it('are not kept twice in a row, but again after another', async () => {
    const clock = clockAt(noon)
    const versions = openVersions(folder, clock.now)
    for (const text of ['a', 'a', 'b', 'b', 'a']) {
      expect(await versions.keep(path, text, text)).toBe(true)
      clock.pass(1)
    }
    expect((await versions.list(path)).map(({ title }) => title)).toEqual(['a', 'b', 'a'])
  })

  it('keep their order where all are saved at once, also in one instant', async () => {
    const versions = openVersions(folder, () => noon)
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`)
    await Promise.all(texts.map((text) => versions.keep(path, text, text)))
    expect((await versions.list(path)).map(({ title }) => title)).toEqual(texts.reverse())
  })

  it('are of one document each', async () => {
    const versions = openVersions(folder)
    await versions.keep(path, 'a', 'A')
    await versions.keep('/somewhere/b.brink', 'b', 'B')
    expect(await versions.list('/somewhere/c.brink')).toEqual([])
    const [ofA] = await versions.list(path)
    expect(ofA?.title).toBe('A')
    expect(await versions.read('/somewhere/b.brink', String(ofA?.id))).toBeUndefined()
  })

  it('are reached by no name but their own', async () => {
    const versions = openVersions(folder, () => noon)
    await versions.keep(path, 'a', 'A')
    const [kept] = await versions.list(path)
    const secret = '2026-01-31T12-00-00.000Z-00000000.version'
    writeFileSync(join(folder, secret), readFileSync(join(onlyFolder(), String(kept?.id))))
    for (const id of [
      `../${secret}`,
      '',
      '.',
      '..',
      `${kept?.id}/`,
      `./${kept?.id}`,
      `${kept?.id}\0`,
    ]) {
      expect(await versions.read(path, id)).toBeUndefined()
    }
    expect(await versions.read(path, String(kept?.id))).toBe('a')
    expect(readdirSync(onlyFolder())).toEqual([kept?.id])
  })

  it.each<[string, (file: string) => void]>([
    ['empty', (file) => truncateSync(file, 0)],
    ['cut short', (file) => truncateSync(file, readFileSync(file).length - 1)],
    ['garbage', (file) => writeFileSync(file, 'garbage')],
    ['a folder', (file) => [rmSync(file), mkdirSync(file)]],
  ])('that are %s are put aside, and cost no other', async (_, damage) => {
    const clock = clockAt(noon)
    const versions = openVersions(folder, clock.now)
    for (const text of ['a', 'b', 'c']) {
      await versions.keep(path, text, text)
      clock.pass(MINUTE)
    }
    const [c, b] = (await versions.list(path)).map(({ id }) => id)
    damage(join(onlyFolder(), String(b)))
    expect(await versions.read(path, String(b))).toBeUndefined()
    expect(readdirSync(onlyFolder()).filter((name) => name.includes('.unreadable-'))).toHaveLength(
      1,
    )
    damage(join(onlyFolder(), String(c)))
    expect((await versions.list(path)).map(({ title }) => title)).toEqual(['a'])
    expect(await versions.keep(path, 'c', 'again')).toBe(true)
    expect((await versions.list(path)).map(({ title }) => title)).toEqual(['again', 'a'])
  })

  it('answer false, and never more, where the disk takes nothing', async () => {
    const inside = join(folder, 'versions')
    writeFileSync(inside, 'a file where the folder should be')
    const versions = openVersions(inside)
    expect(await versions.keep(path, 'a', 'A')).toBe(false)
    expect(await versions.list(path)).toEqual([])
    expect(await versions.keep(path, 'x'.repeat(21 * 1024 * 1024), 'A')).toBe(false)
    rmSync(inside)
    expect(await versions.keep(path, 'a', 'A')).toBe(true)
    expect(await versions.list(path)).toHaveLength(1)
  })

  it('clear away what writes that were cut short left', async () => {
    const versions = openVersions(folder)
    await versions.keep(path, 'a', 'A')
    writeFileSync(join(onlyFolder(), '.brink-0123456789ab.tmp'), 'half')
    await versions.keep(path, 'b', 'B')
    expect(readdirSync(onlyFolder()).every((name) => name.endsWith('.version'))).toBe(true)
  })

  it('keep what was saved after the clock was set back, and what was before', async () => {
    const clock = clockAt(noon)
    const versions = openVersions(folder, clock.now)
    for (let count = 0; count < 30; count++) {
      await versions.keep(path, `before ${count}`, 'before')
      clock.pass(MINUTE)
    }
    clock.pass(-2 * YEAR)
    await versions.keep(path, 'after', 'after')
    await versions.settled()
    const titles = (await versions.list(path)).map(({ title }) => title)
    expect(titles.filter((title) => title === 'before')).toHaveLength(10)
    expect(titles.at(-1)).toBe('after')
  })

  it('of 100 MB at most: those used longest ago go, but for two of each document', async () => {
    const clock = clockAt(noon)
    const versions = openVersions(folder, clock.now)
    const folders: string[] = []
    for (const each of ['/b', '/a', '/c']) {
      for (let count = 0; count < 4; count++) {
        await versions.keep(each, `${count}`, `${count}`)
        clock.pass(MINUTE)
      }
      folders.push(...readdirSync(folder).filter((name) => !folders.includes(name)))
    }
    const filesOf = (name: string) =>
      readdirSync(join(folder, name)).map((file) => join(folder, name, file))
    const oldest = folders.map((name) => filesOf(name).sort()[0])
    // Only their size is looked at, and it takes no room on the disk.
    for (const file of folders.flatMap(filesOf)) truncateSync(file, 10 * 1024 * 1024)
    await versions.keep('/c', 'newest', 'newest')
    expect(folders.map((name) => filesOf(name).length)).toEqual([2, 3, 5])
    const left = folders.flatMap(filesOf)
    expect(oldest.map((file) => left.includes(String(file)))).toEqual([false, false, true])
  })
})

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
