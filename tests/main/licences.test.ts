import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LICENCES_FILE, readLicences } from '../../src/main/documents/third-party-licences'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (): string => join(folder, LICENCES_FILE)

describe('the licences of what Brink is built of', () => {
  it('are read as they were written', async () => {
    const text = 'react 19\n\nMIT License — “as is”\r\n\t<b>no markup</b>\n'
    writeFileSync(path(), text)
    expect(await readLicences(path())).toEqual({ kind: 'text', text })
  })

  it('are said to be missing where there is no such file, with the reason', async () => {
    expect(await readLicences(path())).toEqual({
      kind: 'none',
      reason: expect.stringMatching(/carries no THIRD-PARTY-LICENSES\.txt.*runs from its sources/),
    })
  })

  it.each<[string, () => void, RegExp]>([
    ['larger than 8 MB', () => writeFileSync(path(), Buffer.alloc(8_000_001, 32)), /larger than/],
    ['a folder', () => mkdirSync(path()), /could not be read/],
    ['not UTF-8', () => writeFileSync(path(), Buffer.from([0x4d, 0xe9])), /could not be read/],
  ])('are not taken from what is %s', async (_, make, reason) => {
    make()
    expect(await readLicences(path())).toEqual({
      kind: 'none',
      reason: expect.stringMatching(reason),
    })
  })

  it('may be 8 MB large', async () => {
    writeFileSync(path(), Buffer.alloc(8_000_000, 32))
    expect((await readLicences(path())).kind).toBe('text')
  })
})
