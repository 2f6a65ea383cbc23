import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quarantine, quarantineSync } from '../../src/main/documents/quarantine'
import { openSettings } from '../../src/main/documents/settings'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}

const NOBODY = 65_534

/** Root may read everything, and becomes nobody for the while, to whom the folder then belongs. */
function asSomeone(act: () => void): void {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) {
    for (const name of readdirSync(folder)) chownSync(at(name), NOBODY, NOBODY)
    chownSync(folder, NOBODY, NOBODY)
    process.seteuid?.(NOBODY)
  }
  try {
    act()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

const place = { x: -5, y: 10, width: 1200, height: 800, isMaximized: false }
const whole = { recent: ['/a.brink', '/b.brink'], window: place }

describe('settings', () => {
  it('are the first ones where there are none, and nothing is amiss', () => {
    const settings = openSettings(at('settings.json'))
    expect(settings.current()).toEqual({ recent: [] })
    expect(settings.damaged).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('are settled once the last change is on the disk', async () => {
    const settings = openSettings(at('settings.json'))
    for (const name of ['a', 'b', 'c']) void settings.change({ recent: [name] })
    await settings.settled()
    expect(openSettings(at('settings.json')).current().recent).toEqual(['c'])
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it('come back after a restart, also where their folder was not there yet', async () => {
    const path = at('new/settings.json')
    const settings = openSettings(path)
    await settings.change({ recent: ['/a.brink'] })
    await settings.change({ window: place })
    const again = openSettings(path)
    expect(again.current()).toEqual({ recent: ['/a.brink'], window: place })
    expect(again.damaged).toBeUndefined()
  })

  it('never fail a change that the disk does not take', async () => {
    const settings = openSettings(join(put('file', ''), 'settings.json'))
    await settings.change({ recent: ['/a.brink'] })
    expect(settings.current().recent).toEqual(['/a.brink'])
    expect(settings.damaged).toBeNull()
  })

  it('clear away what writes that were cut short left', async () => {
    put('.brink-0123456789ab.tmp', 'half')
    await openSettings(at('settings.json')).settled()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('damaged settings', () => {
  const path = () => at('settings.json')

  it.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['garbage', 'garbage'],
    ['cut short', JSON.stringify(whole).slice(0, -1)],
    ['no object', '[1, 2]'],
    ['not UTF-8', new Uint8Array([0x22, 0xe9, 0x22])],
    ['too large', JSON.stringify({ recent: ['x'.repeat(1024 * 1024)] })],
  ])('that are %s are put aside, and those of a first start used', async (_, content) => {
    put('settings.json', content)
    const settings = openSettings(path())
    expect(settings.current()).toEqual({ recent: [] })
    expect(readFileSync(settings.damaged ?? '').equals(Buffer.from(content))).toBe(true)
    await settings.settled()
    expect(openSettings(path()).damaged).toBeUndefined()
  })

  it.each<[string, () => void]>([
    ['a folder', () => mkdirSync(path())],
    ['a pipe', () => execFileSync('mkfifo', [path()])],
  ])('that are %s are put aside', async (_, make) => {
    make()
    const settings = openSettings(path())
    expect(settings.current()).toEqual({ recent: [] })
    expect(settings.damaged).toMatch(/settings\.json\.unreadable-\d{8}-\d{6}$/)
    await settings.change({ recent: ['/a.brink'] })
    expect(openSettings(path()).current().recent).toEqual(['/a.brink'])
  })

  it('that may not be read are put aside', () => {
    chmodSync(put('settings.json', JSON.stringify(whole)), 0)
    asSomeone(() => {
      const settings = openSettings(path())
      expect(settings.current()).toEqual({ recent: [] })
      expect(settings.damaged).toContain('.unreadable-')
    })
  })

  it.each<[string, object, object]>([
    ['a window that is nowhere', { ...whole, window: { x: 1 } }, { recent: whole.recent }],
    [
      'a window larger than any screen',
      { ...whole, window: { ...place, width: 1e9 } },
      { recent: whole.recent },
    ],
    ['a list of nothing', { ...whole, recent: 7 }, { recent: [], window: place }],
    [
      'a path that is none',
      { ...whole, recent: ['/a', 7, '/b'] },
      { ...whole, recent: ['/a', '/b'] },
    ],
    [
      'too many paths',
      { ...whole, recent: Array.from({ length: 101 }, String) },
      { ...whole, recent: Array.from({ length: 100 }, String) },
    ],
    ['a part nobody knows', { ...whole, theme: 'dark' }, whole],
    ['a word about the tour that is none', { ...whole, tourSeen: 'yes' }, whole],
    [
      'a window that is nowhere, and not that the tour was seen',
      { recent: [], window: 7, tourSeen: true },
      { recent: [], tourSeen: true },
    ],
  ])('lose only %s, and a copy stays', async (_, given, kept) => {
    put('settings.json', JSON.stringify(given))
    const settings = openSettings(path())
    expect(settings.current()).toEqual(kept)
    expect(JSON.parse(readFileSync(settings.damaged ?? '', 'utf8'))).toEqual(given)
    await settings.settled()
    const again = openSettings(path())
    expect(again.current()).toEqual(kept)
    expect(again.damaged).toBeUndefined()
  })
})

describe('quarantine', () => {
  const noon = new Date('2026-01-31T12:00:00Z')

  it('names the file by the second, and none twice', async () => {
    const places = []
    for (const content of ['a', 'b', 'c']) places.push(await quarantine(put('file', content), noon))
    const name = at('file.unreadable-20260131-120000')
    expect(places).toEqual([name, `${name}-2`, `${name}-3`])
    expect(places.map((each) => readFileSync(each ?? '', 'utf8'))).toEqual(['a', 'b', 'c'])
  })

  it('keeps the five newest of a name, and all of other names', () => {
    put('file.unreadable-notes', 'mine')
    quarantineSync(put('other', ''), noon)
    for (let count = 0; count < 12; count++) {
      quarantineSync(put('file', String(count)), new Date(noon.getTime() + (count < 1 ? 0 : 1000)))
    }
    const kept = readdirSync(folder).filter((name) => name.startsWith('file.unreadable-2'))
    expect(kept.map((name) => readFileSync(at(name), 'utf8')).sort()).toEqual([
      '10',
      '11',
      '7',
      '8',
      '9',
    ])
    expect(readdirSync(folder)).toContain('file.unreadable-notes')
    expect(readdirSync(folder)).toContain('other.unreadable-20260131-120000')
  })

  it('answers nothing where there is nothing to move', async () => {
    expect(await quarantine(at('nowhere'), noon)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('moves a link, not what it leads to', () => {
    const target = put('target', 'kept')
    symlinkSync(target, at('link'))
    quarantineSync(at('link'), noon)
    expect(readdirSync(folder).sort()).toEqual(['link.unreadable-20260131-120000', 'target'])
    expect(readFileSync(target, 'utf8')).toBe('kept')
  })
})
