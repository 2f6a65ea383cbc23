import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCommand } from '../../src/main/command-line/run'
import { readBundled } from '../../src/main/documents/bundled'
import { scenariosFolder } from '../bundled'
import { listeningTerminal } from './listening-terminal'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a terminal is sent nothing from a file that it would obey', async () => {
  const { heard, terminal } = listeningTerminal()
  const baseline = join(scenariosFolder, 'iran-azerbaijan-2023-baseline.brink')
  const hostile = { ...JSON.parse(readFileSync(baseline, 'utf8')), title: 'a\u202eb\u2066c' }
  const file = join(folder, 'hostile.brink')
  const command = { kind: 'forecast', file, asJson: false } as const
  writeFileSync(file, JSON.stringify(hostile))
  expect(await runCommand(command, terminal)).toBe(0)
  expect(heard.out.split('\n')[0]).toBe('a\ufffdb\ufffdc')
  writeFileSync(file, JSON.stringify({ ...hostile, 'key\u001b[2J': 1 }))
  expect(await runCommand(command, terminal)).toBe(2)
  expect(heard.error).toContain('key\ufffd[2J: expected no such field')
})

it('a missing folder of scenarios is one without any', async () => {
  expect(await readBundled(join(folder, 'gone'))).toEqual([])
})
