import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingTools } from '../../scripts/test-tools.mjs'

const script = resolve(import.meta.dirname, '../../scripts/test-tools.mjs')

/** Other programs that read what Brink exports. */

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-tools-'))
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'sbin'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (place: string, mode = 0o755): void => {
  writeFileSync(join(folder, place), '')
  chmodSync(join(folder, place), mode)
}
const commandsMissing = (): string[] =>
  missingTools([join(folder, 'bin'), join(folder, 'sbin')].join(delimiter)).map(
    ({ command }) => command,
  )

test('a tool is missing when no folder of the path holds it, or it cannot be run', () => {
  const all = missingTools('').map(({ command }) => command)
  expect(all).toContain('strace')
  expect(commandsMissing()).toEqual(all)
  for (const tool of all.filter((each) => each !== 'mount' && each !== 'unshare'))
    put(`bin/${tool}`)
  expect(commandsMissing()).toEqual(['mount', 'unshare'])
  put('sbin/unshare')
  put('bin/mount', 0o644)
  expect(commandsMissing()).toEqual(['mount'])
})

test('where nothing can be installed, it is said what is skipped, and all goes on', () => {
  const program = `
    process.getuid = () => 1000
    const { ensureTestTools } = await import(${JSON.stringify(script)})
    console.log(await ensureTestTools())`
  const args = ['--input-type=module', '-e', program]
  const env = { ...process.env, PATH: join(folder, 'bin') }
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  expect(status).toBe(0)
  expect(stdout).toBe('false\n')
  expect(stderr).toContain(
    `lacks ${[...new Set(missingTools('').map(({ command }) => command))].join(', ')}; the tests that need it are skipped`,
  )
})
