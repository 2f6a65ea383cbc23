import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSameFile, truePath } from '../../src/main/documents/standing'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'brink-test-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (...names: string[]): string => join(folder, ...names)

describe('the true path', () => {
  it('is the same before the first save into a linked folder and after it', async () => {
    mkdirSync(at('real'))
    symlinkSync(at('real'), at('link'))
    expect(await truePath(at('link', 'a.brink'))).toBe(at('real', 'a.brink'))
    writeFileSync(at('real', 'a.brink'), '')
    expect(await truePath(at('link', 'a.brink'))).toBe(at('real', 'a.brink'))
  })

  it('of what has no folder is the path as given, made whole', async () => {
    expect(await truePath(at('gone', '..', 'gone', 'a.brink'))).toBe(at('gone', 'a.brink'))
  })
})

describe('one file', () => {
  it('is known by its names, and no other is taken for it', async () => {
    writeFileSync(at('a'), '')
    writeFileSync(at('b'), '')
    linkSync(at('a'), at('alias'))
    symlinkSync(at('a'), at('link'))
    expect(await isSameFile(at('a'), at('alias'))).toBe(true)
    expect(await isSameFile(at('a'), at('link'))).toBe(true)
    expect(await isSameFile(at('a'), at('b'))).toBe(false)
    expect(await isSameFile(at('gone'), at('gone'))).toBe(true)
    expect(await isSameFile(at('gone'), at('gone too'))).toBe(false)
  })

  it('of a folder that does not answer is another one after a while, so that work can go elsewhere', async () => {
    const never = () => new Promise<never>(() => undefined)
    expect(await isSameFile('/net/a', at('b'), never)).toBe(false)
    expect(await isSameFile('/net/a', '/net/a', never)).toBe(true)
  })
})
