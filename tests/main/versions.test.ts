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
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVersions } from '../../src/main/documents/versions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
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
