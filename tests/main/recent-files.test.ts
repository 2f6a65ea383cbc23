import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecentFiles } from '../../src/main/documents/recent-files'
import { openSettings, type SettingsStore } from '../../src/main/documents/settings'

let folder = ''
let settings: SettingsStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
  settings = openSettings(join(folder, 'settings.json'))
})
afterEach(async () => {
  await settings.settled()
  rmSync(folder, { recursive: true, force: true })
})

describe('recent files', () => {
  it('are listed last used first, each once, ten at most, without those that are gone', async () => {
    const recent = createRecentFiles(settings, async (path) => path !== '/gone.brink')
    for (let at = 0; at < 12; at++) recent.use(`/${at}.brink`)
    recent.use('/gone.brink')
    recent.use('/5.brink')
    expect(await recent.list()).toEqual([5, 11, 10, 9, 8, 7, 6, 4, 3].map((at) => `/${at}.brink`))
  })

  it('come back with their folder', async () => {
    const there = new Set<string>()
    const recent = createRecentFiles(settings, async (path) => there.has(path))
    recent.use('/stick/a.brink')
    expect(await recent.list()).toEqual([])
    there.add('/stick/a.brink')
    expect(await recent.list()).toEqual(['/stick/a.brink'])
  })

  it('on a drive that does not answer stay in the list, and only one question waits for it', async () => {
    let asked = 0
    const recent = createRecentFiles(settings, () => {
      asked += 1
      return new Promise(() => undefined)
    })
    recent.use('/share/a.brink')
    recent.use('/share/b.brink')
    for (let times = 0; times < 3; times++) {
      expect(await recent.list()).toEqual(['/share/b.brink', '/share/a.brink'])
    }
    expect(asked).toBe(1)
  })
})
