import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  isLeftover,
  writeAtomically,
  writeOwnAtomically,
} from '../../src/main/documents/atomic-write'
import { keepToOwner } from '../../src/main/documents/own-folder'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'brink-test-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (...names: string[]): string => join(folder, ...names)
const put = (name: string, content: string): string => {
  writeFileSync(at(name), content)
  return at(name)
}
const held = (...names: string[]): string => readFileSync(at(...names), 'utf8')

describe('a write', () => {
  it('replaces the whole file and leaves nothing else', async () => {
    const path = put('a', 'old and longer')
    expect(await writeAtomically(path, 'new')).toEqual({ path, otherNames: 0 })
    expect(held('a')).toBe('new')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('makes a file that was not there, and one of nothing', async () => {
    expect(await writeAtomically(at('a'), '')).toEqual({ path: at('a'), otherNames: 0 })
    expect(held('a')).toBe('')
    expect(statSync(at('a')).mode & 0o077).toBe(0o044 & ~process.umask())
  })

  it('is for those whom the person’s mask leaves, and what is the program’s own for its owner', async () => {
    const before = process.umask()
    try {
      for (const [mask, mode] of [
        [0o022, 0o644],
        [0o027, 0o640],
        [0o077, 0o600],
        [0o000, 0o644],
      ] as const) {
        process.umask(mask)
        await writeAtomically(at(`a-${mask}`), '')
        await writeOwnAtomically(at(`own-${mask}`), '')
        const modes = [`a-${mask}`, `own-${mask}`].map((name) => statSync(at(name)).mode & 0o777)
        expect(modes).toEqual([mode, 0o600])
      }
    } finally {
      process.umask(before)
    }
    // One of an earlier version, or of a hand that meant well.
    chmodSync(put('settings', 'old'), 0o664)
    await writeOwnAtomically(at('settings'), 'new')
    expect([held('settings'), statSync(at('settings')).mode & 0o777]).toEqual(['new', 0o600])
  })

  it('lies in a folder that is closed to others, made or found', () => {
    mkdirSync(at('found'))
    chmodSync(at('found'), 0o755)
    for (const name of ['found', 'made/deep']) {
      keepToOwner(at(name))
      expect(statSync(at(name)).mode & 0o777).toBe(0o700)
    }
    // A start is not held up where it cannot be.
    expect(() => keepToOwner(join(put('file', ''), 'deep'))).not.toThrow()
  })

  it('takes a text in pieces, of which one that fails leaves what was there', async () => {
    async function* pieces(fault?: Error) {
      yield 'one, '
      yield 'zwei und drei: é🙂'
      if (fault) throw fault
    }
    const path = put('a', 'old')
    await expect(writeAtomically(path, pieces(new Error('stopped')))).rejects.toThrow('stopped')
    expect(held('a')).toBe('old')
    await writeAtomically(path, pieces())
    expect(held('a')).toBe('one, zwei und drei: é🙂')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('keeps a mode, also one that this process would mask', async () => {
    for (const mode of [0o600, 0o664, 0o646]) {
      chmodSync(put('shared', 'old'), mode)
      await writeAtomically(at('shared'), 'new')
      expect(statSync(at('shared')).mode & 0o777).toBe(mode)
    }
  })

  it('shows nobody on the way what the file would not', async () => {
    const path = put('secret', 'old')
    chmodSync(path, 0o600)
    const modes: number[] = []
    async function* pieces() {
      for (const piece of ['one', 'two']) {
        for (const name of readdirSync(folder).filter(isLeftover)) {
          modes.push(statSync(at(name)).mode & 0o777)
        }
        yield piece
      }
    }
    await writeAtomically(path, pieces())
    expect(modes).toEqual([0o600, 0o600])
  })

  it('does not put a file in the place of a pipe or a folder', async () => {
    execFileSync('mkfifo', [at('pipe')])
    mkdirSync(at('occupied'))
    await expect(writeAtomically(at('pipe'), 'new')).rejects.toMatchObject({ code: 'ENOTSUP' })
    await expect(writeAtomically(at('occupied'), 'new')).rejects.toMatchObject({ code: 'EISDIR' })
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
    expect(readdirSync(folder)).toEqual(['occupied', 'pipe'])
  })

  it('needs its folder', async () => {
    mkdirSync(at('gone'))
    writeFileSync(at('gone', 'a'), 'old')
    rmSync(at('gone'), { recursive: true })
    await expect(writeAtomically(at('gone', 'a'), 'new')).rejects.toMatchObject({ code: 'ENOENT' })
    const inFile = join(put('file', 'old'), 'a')
    await expect(writeAtomically(inFile, 'new')).rejects.toMatchObject({ code: 'ENOTDIR' })
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('has a temporary name that nobody else would choose', () => {
    expect(isLeftover('.brink-0123456789ab.tmp')).toBe(true)
    expect(isLeftover('/folder/.brink-0123456789ab.tmp')).toBe(true)
    expect(isLeftover('.brink-notes.tmp')).toBe(false)
  })
})

describe('a link', () => {
  it('is followed, and what it leads to is written and named', async () => {
    const path = put('target', 'old')
    symlinkSync('target', at('link'))
    symlinkSync(at('link'), at('link to the link'))
    expect(await writeAtomically(at('link to the link'), 'new')).toEqual({ path, otherNames: 0 })
    expect(held('target')).toBe('new')
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['link', 'link to the link', 'target'])
  })

  it('may lead to a file that is not there yet, as for any other writer', async () => {
    symlinkSync('not yet', at('link'))
    expect(await writeAtomically(at('link'), 'new')).toMatchObject({ path: at('not yet') })
    expect(held('not yet')).toBe('new')
  })

  it('is not followed to a folder that is gone', async () => {
    symlinkSync(at('stick', 'case'), at('link'))
    await expect(writeAtomically(at('link'), 'new')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readdirSync(folder)).toEqual(['link'])
  })

  it('is not followed in a circle', async () => {
    symlinkSync('b', at('a'))
    symlinkSync('a', at('b'))
    await expect(writeAtomically(at('a'), 'new')).rejects.toMatchObject({ code: 'ELOOP' })
  })

  it('goes up from the folder it truly stands in', async () => {
    mkdirSync(at('real', 'inner'), { recursive: true })
    writeFileSync(at('real', 'case'), 'old')
    symlinkSync('real/inner', at('short'))
    symlinkSync('../case', at('real', 'inner', 'link'))
    symlinkSync('short/../case', at('up'))
    for (const link of [at('short', 'link'), at('up')]) {
      expect(await writeAtomically(link, link)).toMatchObject({ path: at('real', 'case') })
      expect(held('real', 'case')).toBe(link)
    }
    expect(readdirSync(folder).sort()).toEqual(['real', 'short', 'up'])
  })
})

describe('a second name of the same file', () => {
  it('keeps the former content, and is told of', async () => {
    linkSync(put('a', 'old'), at('b'))
    expect(await writeAtomically(at('a'), 'new')).toEqual({ path: at('a'), otherNames: 1 })
    expect([held('a'), held('b')]).toEqual(['new', 'old'])
    expect(await writeAtomically(at('a'), 'newer')).toMatchObject({ otherNames: 0 })
  })
})

describe('a name', () => {
  it('may be as long as the system takes', async () => {
    // 255 bytes: 126 letters of two bytes each, and three.
    const name = `${'é'.repeat(126)}.br`
    expect(Buffer.byteLength(name)).toBe(255)
    await writeAtomically(at(name), 'old')
    await writeAtomically(at(name), 'new')
    expect(held(name)).toBe('new')
    expect(readdirSync(folder)).toEqual([name])
  })

  it('may not be a byte longer', async () => {
    const name = 'n'.repeat(256)
    await expect(writeAtomically(at(name), 'new')).rejects.toMatchObject({ code: 'ENAMETOOLONG' })
    expect(readdirSync(folder)).toEqual([])
  })
})
