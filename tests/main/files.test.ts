import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isLeftover, writeAtomically } from '../../src/main/documents/atomic-write'
import { LARGEST_FILE, readTextFile } from '../../src/main/documents/read-file'

const ATOMIC_WRITE = join(import.meta.dirname, '../../src/main/documents/atomic-write.ts')

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

describe('writing', () => {
  it('replaces the whole file and leaves nothing else', async () => {
    await writeAtomically(put('a', 'old and longer'), 'new')
    expect(readFileSync(at('a'), 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('keeps the mode, and writes through a link to its target', async () => {
    const target = put('target', 'old')
    execFileSync('chmod', ['600', target])
    symlinkSync(target, at('link'))
    await writeAtomically(at('link'), 'new')
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  it('keeps a mode that this process would mask', async () => {
    const shared = put('shared', 'old')
    chmodSync(shared, 0o664)
    await writeAtomically(shared, 'new')
    expect(statSync(shared).mode & 0o777).toBe(0o664)
  })

  /** A program of its own that writes so much over a file, as a process with limits meets it. */
  const writerOf = (path: string, length: number): string => {
    const { outputText } = transpileModule(readFileSync(ATOMIC_WRITE, 'utf8'), {
      compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
    })
    const call = `await writeAtomically(${JSON.stringify(path)}, 'x'.repeat(${length}))`
    return put('write.mjs', `${outputText}\nprocess.on('SIGXFSZ', () => {})\n${call}\n`)
  }

  it('refuses a file that is set read-only', () => {
    const kept = put('kept', 'old')
    chmodSync(kept, 0o444)
    const script = writerOf(kept, 10)
    // Root may write everything, and becomes nobody for the while, who owns the folder.
    const NOBODY = 65_534
    const isRoot = process.getuid?.() === 0
    if (isRoot) chownSync(folder, NOBODY, NOBODY)
    const { status, stderr } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    })
    expect(status).not.toBe(0)
    expect(stderr).toContain('EACCES')
    expect(readFileSync(kept, 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['kept', 'write.mjs'])
  })

  it('does not put a file in the place of a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')])
    await expect(writeAtomically(at('pipe'), 'new')).rejects.toMatchObject({ code: 'ENOTSUP' })
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  })

  it('leaves the old file whole where the disk takes no more', () => {
    const path = put('limited', 'old')
    const script = writerOf(path, 100_000)
    const limited = ['-c', 'ulimit -f 8; exec "$0" "$1"', process.execPath, script]
    const { status, stderr } = spawnSync('bash', limited, { encoding: 'utf8' })
    expect(status).not.toBe(0)
    expect(stderr).toContain('EFBIG')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['limited', 'write.mjs'])
  })

  it('leaves no temporary file when it fails', async () => {
    mkdirSync(at('occupied'))
    await expect(writeAtomically(at('occupied'), 'new')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['occupied'])
    expect(isLeftover('.brink-0123456789ab.tmp')).toBe(true)
    expect(isLeftover('.brink-notes.tmp')).toBe(false)
  })
})
