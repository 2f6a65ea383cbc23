import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../../src/main/command-line/run'
import {
  allowedFormats,
  policyFolder,
  policyPath,
  type ReadPolicy,
  readPolicy,
  whyNotExported,
} from '../../src/main/policy'
import { listeningTerminal } from './listening-terminal'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-policy-'))
  path = join(folder, 'policy.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (text: string): ReadPolicy => {
  writeFileSync(path, text)
  return readPolicy(path)
}

describe('the policy of a machine', () => {
  test('without a file allows everything', () => {
    const found = readPolicy(path)
    expect(found).toEqual({ path, policy: {} })
    expect(allowedFormats(found.policy)).toHaveLength(8)
    expect(whyNotExported(found, ['pdf', 'draws'])).toBeUndefined()
  })

  test('is read with all that it can say', () => {
    const said = { yardstick: 'phia', folder: '/srv/briefings', exportFormats: ['pdf', 'svg'] }
    // With the mark that some editors begin a file with.
    const found = read(`\uFEFF${JSON.stringify(said)}`)
    expect(found).toEqual({ path, policy: said })
    expect(whyNotExported(found, ['pdf', 'svg'])).toBeUndefined()
    expect(whyNotExported(found, ['pdf', 'xlsx', 'csv', 'csv'])).toBe(
      `The policy of this machine (${path}) does not allow exports as XLSX, CSV.`,
    )
  })

  test.each([
    ['{', 'it is not JSON'],
    ['[]', 'it is no list of settings'],
    ['{"yardstick":"icd203"}', 'yardstick is not one of what it may be'],
    ['{"exportFormats":["pdf","gif"]}', 'exportFormats.1 is not one of what it may be'],
    ['{"folder":"briefings"}', 'folder is not one of what it may be'],
    ['{"exportFormat":["pdf"]}', 'there is no setting exportFormat'],
    [`{"folder":"/${'a'.repeat(70_000)}"}`, 'it cannot be read'],
  ])('that is not as it should be lets nothing out: %.30s', (text, problem) => {
    const found = read(text)
    expect(found.problem).toBe(problem)
    expect(allowedFormats(found.policy)).toEqual([])
    expect(whyNotExported(found, ['svg'])).toBe(
      `Nothing is exported on this machine until its policy (${path}) is mended: ${problem}.`,
    )
    expect(whyNotExported(found, [])).toBeUndefined()
  })

  test('that is a folder lets nothing out', () => {
    mkdirSync(path)
    expect(readPolicy(path).problem).toBe('it cannot be read')
  })

  test('names the user’s own folder by ~/', () => {
    expect(policyFolder({ folder: '~/Assessments' }, '/home/ana')).toBe('/home/ana/Assessments')
    expect(policyFolder({ folder: '/srv/briefings' }, '/home/ana')).toBe('/srv/briefings')
    expect(policyFolder({}, '/home/ana')).toBeUndefined()
  })

  test('lies where each system keeps what holds for all users', () => {
    expect(policyPath('linux')).toBe('/etc/brink/policy.json')
    expect(policyPath('darwin')).toBe('/Library/Application Support/Brink/policy.json')
    expect(policyPath('win32', 'D:\\Data')).toBe('D:\\Data\\Brink\\policy.json')
  })
})

const scenario = join(import.meta.dirname, '../../scenarios/iran-azerbaijan-2023-baseline.brink')

describe('a command that lets out what the policy bars', () => {
  test.each([
    { kind: 'draws', file: scenario } as const,
    { kind: 'export', files: [scenario], folder: '/nowhere', formats: ['svg', 'xlsx'] } as const,
    { kind: 'collect', inputs: [] } as never,
    { kind: 'forecast', file: scenario, asJson: false, chartsFolder: '/nowhere' } as const,
  ])('is refused before anything is done: $kind', async (command) => {
    const { heard, terminal } = listeningTerminal()
    const barred = { path, policy: { exportFormats: ['svg' as const] } }
    const whyNot: typeof terminal.whyNotExported = (formats) => whyNotExported(barred, formats)
    expect(await runCommand(command, { ...terminal, whyNotExported: whyNot })).toBe(1)
    expect(heard.out).toBe('')
    expect(heard.error).toContain('does not allow exports as')
  })

  test('is carried out where it lets out nothing of the kind', async () => {
    const { heard, terminal } = listeningTerminal()
    const barred = { path, policy: { exportFormats: [] } }
    const whyNot: typeof terminal.whyNotExported = (formats) => whyNotExported(barred, formats)
    const command = { kind: 'forecast', file: scenario, asJson: true } as const
    expect(await runCommand(command, { ...terminal, whyNotExported: whyNot })).toBe(0)
    expect(JSON.parse(heard.out).case).toBe('iran-azerbaijan-2023')
  })
})
