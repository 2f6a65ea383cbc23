import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NEW, OLD, putOldFile, putWriter, WRITER_ENV } from './writer'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

let writer = ''
beforeAll(() => {
  writer = putWriter()
})
afterAll(() => rmSync(dirname(writer), { recursive: true, force: true }))

let folder = ''
let target = ''
beforeEach(() => {
  ;({ folder, target } = putOldFile())
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const expectUntouched = () => {
  expect(readFileSync(target, 'utf8')).toBe(OLD)
  expect(readdirSync(folder)).toEqual(['case.brink'])
}

describe('a save by someone who may not', () => {
  // Root may write everything, and becomes nobody for the while.
  const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const save = (): string =>
    spawnSync(process.execPath, [writer, target], { encoding: 'utf8', env: WRITER_ENV, ...who })
      .stdout

  const give = (path: string, mode: number, owner: number, group = owner): void => {
    if (isRoot) chownSync(path, owner, group)
    chmodSync(path, mode)
  }

  it('change the file fails, though a renaming could', () => {
    give(target, 0o444, NOBODY)
    give(folder, 0o755, NOBODY)
    expect(save()).toBe('failed EACCES false\n')
    expectUntouched()
  })

  it('put anything into the folder fails', () => {
    give(target, 0o666, NOBODY)
    give(folder, 0o555, NOBODY)
    expect(save()).toBe('failed EACCES false\n')
    expectUntouched()
  })

  const needsTwo = isRoot ? '' : ' (skipped: it takes root to be two people)'

  it.skipIf(!isRoot)(`remove the file of another from a shared folder fails${needsTwo}`, () => {
    give(target, 0o666, 0)
    give(folder, 0o1777, 0)
    expect(save()).toBe('failed EPERM false\n')
    expectUntouched()
  })

  it.skipIf(!isRoot)(`give the file away keeps its group and mode${needsTwo}`, () => {
    give(target, 0o664, 0, NOBODY)
    give(folder, 0o775, 0, NOBODY)
    expect(save()).toBe('saved\n')
    const { uid, gid, mode } = statSync(target)
    expect([uid, gid, mode & 0o777]).toEqual([NOBODY, NOBODY, 0o664])
  })

  it.skipIf(!isRoot)(`keep its group gives the own one no more than everyone${needsTwo}`, () => {
    give(target, 0o662, 0)
    give(folder, 0o777, 0)
    expect(save()).toBe('saved\n')
    const { uid, gid, mode } = statSync(target)
    expect([uid, gid, mode & 0o777]).toEqual([NOBODY, NOBODY, 0o622])
  })
})

it.skipIf(!isRoot)(
  `a save by root leaves the file to its owner and group, with its mode${isRoot ? '' : ' (skipped: this is not root)'}`,
  () => {
    for (const [owner, group, mode] of [
      [NOBODY, NOBODY, 0o644],
      [NOBODY, 4242, 0o660],
      [0, NOBODY, 0o640],
      [4242, 0, 0o604],
    ] as const) {
      chownSync(target, owner, group)
      chmodSync(target, mode)
      const { stdout } = spawnSync(process.execPath, [writer, target], { encoding: 'utf8' })
      expect(stdout).toBe('saved\n')
      const now = statSync(target)
      expect([now.uid, now.gid, now.mode & 0o7777]).toEqual([owner, group, mode])
    }
  },
)

/** Runs lines of a shell in which `save` saves, and which may mount for itself alone. */
const inShell = (lines: string, mounting: boolean): string[] => {
  const script = `set -e; cd "$1"; writer=$2; node=$3
    save() { "$node" "$writer" "$PWD/stick/case.brink"; }
    look() { cmp -s stick/case.brink case.brink && echo old; ls -A stick; }
    ${lines}`
  const args = ['-c', script, 'bash', folder, writer, process.execPath]
  const [command, ...rest] = mounting ? ['unshare', '-m', 'bash', ...args] : ['bash', ...args]
  const options = { encoding: 'utf8', env: WRITER_ENV } as const
  const { stdout, stderr, status } = spawnSync(command as string, rest, options)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout.trim().split('\n')
}

it('a save past the largest size of a file fails, and a later one works', () => {
  const lines = `mkdir stick; cp case.brink stick
    (ulimit -f 8; save); look; save; cmp stick/case.brink case.brink >/dev/null || echo new`
  expect(inShell(lines, false)).toEqual(['failed EFBIG false', 'old', 'case.brink', 'saved', 'new'])
})

const tryMount = ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()]
const canMount = spawnSync('unshare', tryMount).status === 0
const place = canMount ? 'a stick' : 'a stick (skipped: only root can mount one, with unshare)'

describe.skipIf(!canMount)(place, () => {
  const insert = `mkdir stick; mount -t tmpfs -o size=64k none stick; cp case.brink stick`

  it('that is full keeps the old file, and takes the new one once there is room', () => {
    // 40 of 64 kB are taken, and of the 50 that are to be saved the disk takes some.
    const lines = `${insert}; head -c 40000 /dev/zero > stick/other
      save; look; rm stick/other; save; look; cat stick/case.brink`
    expect(inShell(lines, true)).toEqual([
      'failed ENOSPC false',
      'old',
      'case.brink',
      'other',
      'saved',
      'case.brink',
      NEW,
    ])
  })

  it('that has become read-only keeps the old file', () => {
    const lines = `${insert}; mount -o remount,ro stick; save; look`
    expect(inShell(lines, true)).toEqual(['failed EROFS false', 'old', 'case.brink'])
  })

  it('that was pulled has no such folder any more', () => {
    const lines = `mkdir -p stick; mount -t tmpfs -o size=64k none stick; mkdir stick/cases
      cp case.brink stick/cases; save() { "$node" "$writer" "$PWD/stick/cases/case.brink"; }
      umount -l stick; save; ls -A stick`
    expect(inShell(lines, true)).toEqual(['failed ENOENT false'])
  })
})
