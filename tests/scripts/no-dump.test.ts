import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutDump } from '../../scripts/electron.mjs'

/** A crash must not leave on the disk what was open; the system keeps as much as this limit says. */

/** What a command prints, started where all of memory would be kept. */
const printed = (...command: readonly string[]): string =>
  spawnSync('sh', ['-c', 'ulimit -c unlimited; exec "$@"', 'sh', ...command], {
    encoding: 'utf8',
  }).stdout?.trim() ?? ''

const TELLS_LIMITS = ['/bin/sh', '-c', 'ulimit -S -c; ulimit -H -c']
const isAllowed = printed(...TELLS_LIMITS) === 'unlimited\nunlimited'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!isAllowed)('where the system would keep an image of a crash', () => {
  test('it keeps none of the program as packed', () => {
    copyFileSync(join(import.meta.dirname, '../../build/linux/brink.sh'), join(folder, 'brink'))
    const lines = ['#!/bin/sh', 'ulimit -S -c', 'ulimit -H -c']
    writeFileSync(join(folder, 'brink-app'), lines.join('\n'))
    for (const name of ['brink', 'brink-app']) chmodSync(join(folder, name), 0o755)
    expect(printed(join(folder, 'brink'), 'forecast', 'x')).toBe('0\n0')
  })

  test('it keeps none of the program as started from a checkout', () => {
    expect(printed(...withoutDump(TELLS_LIMITS))).toBe('0\n0')
  })
})
