import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDocumentFiles } from '../../src/main/documents/document-files'
import { LARGEST_FILE, readTextFile } from '../../src/main/documents/read-file'
import { openSettings } from '../../src/main/documents/settings'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { chainScenario } from '../scenarios'

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

describe('reading', () => {
  it('takes UTF-8 with or without a mark', async () => {
    expect(await readTextFile(put('a', 'é'))).toEqual({ ok: true, text: 'é' })
    expect(await readTextFile(put('b', '\ufeffé'))).toEqual({ ok: true, text: 'é' })
  })

  it.each<[string, () => string, string]>([
    ['nothing there', () => at('nowhere'), 'not-found'],
    ['a folder', () => folder, 'folder'],
    ['a device without end', () => '/dev/zero', 'not-a-file'],
    ['UTF-16', () => put('u', new Uint8Array([0xff, 0xfe, 0x41, 0])), 'utf-16'],
    ['Latin 1', () => put('l', new Uint8Array([0x63, 0xe9])), 'not-utf-8'],
    ['one byte too many', () => put('big', new Uint8Array(LARGEST_FILE + 1)), 'too-large'],
  ])('refuses %s', async (_, make, failure) => {
    expect(await readTextFile(make())).toEqual({ ok: false, failure })
  })

  it('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')])
    expect(await readTextFile(at('pipe'))).toEqual({ ok: false, failure: 'not-a-file' })
  })
})

describe('documents', () => {
  const text = serializeScenario(chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }))

  it('are known by tokens, one for each path', async () => {
    const used: string[] = []
    const files = createDocumentFiles((path) => used.push(path))
    const saved = await files.save(at('a.brink'), text)
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    expect(files.pathOf(saved.token)).toBe(at('a.brink'))
    const opened = await files.open(at('a.brink'))
    expect(opened).toMatchObject({ kind: 'opened', document: { token: saved.token, text } })
    expect(used).toEqual([at('a.brink'), at('a.brink')])
  })

  it('are never written with anything but a scenario', async () => {
    put('a.brink', text)
    const files = createDocumentFiles(() => undefined)
    expect(await files.save(at('a.brink'), '{}')).toMatchObject({ kind: 'failed' })
    expect(readFileSync(at('a.brink'), 'utf8')).toBe(text)
  })
})

describe('settings', () => {
  it('are settled once the last change is on the disk', async () => {
    const settings = openSettings(at('settings.json'))
    for (const name of ['a', 'b', 'c']) void settings.change({ recent: [name] })
    await settings.settled()
    expect(openSettings(at('settings.json')).current().recent).toEqual(['c'])
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it('come back after a restart', async () => {
    await openSettings(at('settings.json')).change({ recent: ['/a.brink'] })
    expect(openSettings(at('settings.json')).current().recent).toEqual(['/a.brink'])
  })

  it.each(['', 'garbage', '{"recent": 7}', '{"recent": []'])(
    'are the first ones for %j',
    (text) => {
      expect(openSettings(put('settings.json', text)).current()).toEqual({ recent: [] })
    },
  )
})
