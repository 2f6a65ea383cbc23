import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sweepLeftovers } from '../../src/main/documents/leftovers'

const LEFT = '.brink-0123456789ab.tmp'
const MINUTE = 60

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-left-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const age = (path: string, minutes: number): void => {
  const then = Date.now() / 1000 - minutes * MINUTE
  utimesSync(path, then, then)
}

const put = (name: string, minutes: number): string => {
  writeFileSync(join(folder, name), 'left')
  age(join(folder, name), minutes)
  return join(folder, name)
}

it('removes what a write left more than ten minutes ago, and says so', async () => {
  const old = put(LEFT, 11)
  put('.brink-ba9876543210.tmp', 9)
  expect(await sweepLeftovers([folder, folder])).toEqual([old])
  expect(readdirSync(folder)).toEqual(['.brink-ba9876543210.tmp'])
})

it('takes another age where one is given', async () => {
  const left = put(LEFT, 2)
  expect(await sweepLeftovers([folder], 3 * MINUTE * 1000)).toEqual([])
  expect(await sweepLeftovers([folder], 1 * MINUTE * 1000)).toEqual([left])
})

it('touches no other name', async () => {
  const names = ['.brink-0123456789AB.tmp', '.brink-notes.tmp', `${LEFT}.brink`, 'case.brink']
  for (const name of names) put(name, 60)
  expect(await sweepLeftovers([folder])).toEqual([])
  expect(readdirSync(folder).sort()).toEqual([...names].sort())
})

it('touches nothing but files, and follows no link', async () => {
  const kept = put('kept', 60)
  symlinkSync(kept, join(folder, LEFT))
  mkdirSync(join(folder, '.brink-ba9876543210.tmp'))
  age(join(folder, '.brink-ba9876543210.tmp'), 60)
  expect(await sweepLeftovers([folder], -1)).toEqual([])
  expect(readdirSync(folder)).toHaveLength(3)
  expect(existsSync(kept)).toBe(true)
})

it('passes over a folder that is not there, or is none', async () => {
  const old = put(LEFT, 60)
  const file = put('file', 60)
  expect(await sweepLeftovers([join(folder, 'gone'), file, folder])).toEqual([old])
})

it('looks at no more than so many entries of a folder', async () => {
  const names = Array.from({ length: 4_001 }, (_, i) => `.brink-${String(i).padStart(12, '0')}.tmp`)
  for (const name of names) writeFileSync(join(folder, name), '')
  expect(await sweepLeftovers([folder], -1)).toHaveLength(4_000)
  expect(await sweepLeftovers([folder], -1)).toHaveLength(1)
})
