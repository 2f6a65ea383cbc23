import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import { runCommand } from '../../src/main/command-line/run'
import { baselineScenario, scenariosFolder } from '../bundled'
import { listeningTerminal } from './listening-terminal'

const baseline = join(scenariosFolder, 'iran-azerbaijan-2023-baseline.brink')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('brink forecast', () => {
  it('--json prints one object with every series', async () => {
    const { heard, terminal } = listeningTerminal()
    const status = await runCommand({ kind: 'forecast', file: baseline, asJson: true }, terminal)
    expect(status).toBe(0)
    expect(heard.error).toBe('')
    const printed = JSON.parse(heard.out)
    expect(printed).toMatchObject({
      title: 'The article’s reading',
      case: 'iran-azerbaijan-2023',
      asOf: '2023-05-25',
      draws: 4096,
      seed: 1,
    })
    expect(printed.months).toEqual(Array.from({ length: 13 }, (_, month) => month))
    const own = forecast(baselineScenario())
    const statements = baselineScenario().case.conclusion.map(({ statement }) => ({ statement }))
    const expected = own.conclusion.map((claim, index) => ({ ...claim, ...statements[index] }))
    expect(printed.conclusion).toEqual(JSON.parse(JSON.stringify(expected)))
    // The bundled file is as Brink writes it.
    const bytes = readFileSync(baseline)
    expect(printed.scenarioSha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(printed.conclusion[1]).toMatchObject({
      wording: 'unlikely',
      range: [0.2, 0.45],
      verdict: 'stronger',
    })
    expect(Object.keys(printed.severity).sort()).toEqual(
      ['mean', 'p05', 'p25', 'p50', 'p75', 'p95', 'standardError'].sort(),
    )
    for (const series of [...printed.rungs, ...printed.reach, ...printed.responses]) {
      expect(series.mean).toHaveLength(13)
    }
  })

  it('prints a table in words without it', async () => {
    const { heard, terminal } = listeningTerminal()
    await runCommand({ kind: 'forecast', file: baseline, asJson: false }, terminal)
    expect(heard.out).toMatch(
      /A direct military confrontation +unlikely +20–45 % +2 % +0–9 % +agrees, more firmly/,
    )
    expect(heard.out).toContain('4,096 draws, seed 1')
    expect(heard.out).toContain('Direct confrontation within 12 months: 2 % (0–9 %)')
    expect(heard.out).toContain('The article’s own drivers give 2 %.')
  })

  it('says in a line where intensities sit oddly together, and nothing where they do not', async () => {
    const printed = async (name: string): Promise<string> => {
      const { heard, terminal } = listeningTerminal()
      const file = join(scenariosFolder, `${name}.brink`)
      await runCommand({ kind: 'forecast', file, asJson: false }, terminal)
      return heard.out
    }
    expect((await printed('iran-azerbaijan-2023-strike-from-azerbaijan')).split('\n')).toContain(
      'These intensities sit oddly together: with Azerbaijan–Israel ties high, the case expects Tehran’s normalization low; with Backing of opponents as now, the case expects Azerbaijan–Israel ties as now.',
    )
    for (const name of ['iran-azerbaijan-2023-everything-at-once', 'mount-spurr-2025-baseline']) {
      expect(await printed(name)).not.toContain('oddly')
    }
  })

  it('writes charts where it is told to', async () => {
    const { heard, terminal } = listeningTerminal()
    const charts = join(folder, 'new', 'charts')
    const command = {
      kind: 'forecast',
      file: baseline,
      asJson: false,
      chartsFolder: charts,
    } as const
    expect(await runCommand(command, terminal)).toBe(0)
    expect(readdirSync(charts)).toEqual(['ladder.svg'])
    expect(heard.out).toContain('ladder.svg')
  })

  it.each<[string, string, RegExp]>([
    ['a file that is not there', '', /There is no such file/],
    ['not JSON', 'hello', /not valid JSON\.\n {2}It stops making sense at line 1, column 1/],
    [
      'a newer version',
      '{"format": "brink-scenario", "formatVersion": 4}',
      /formatVersion: expected 3 or lower, found 4/,
    ],
    [
      'a missing field',
      '{"format": "brink-scenario", "formatVersion": 1}',
      /title: expected text, found nothing/,
    ],
  ])('refuses %s with status 2 and nothing on standard output', async (name, text, message) => {
    const { heard, terminal } = listeningTerminal()
    const file = join(folder, 'bad.brink')
    if (name !== 'a file that is not there') writeFileSync(file, text)
    const charts = join(folder, 'charts')
    const command = { kind: 'forecast', file, asJson: true, chartsFolder: charts } as const
    expect(await runCommand(command, terminal)).toBe(2)
    expect(heard.out).toBe('')
    expect(heard.error.toLowerCase()).toContain('bad.brink')
    expect(heard.error).toMatch(message)
    expect(readdirSync(folder)).not.toContain('charts')
  })

  it('answers help, version and misuse', async () => {
    const { heard, terminal } = listeningTerminal()
    expect(await runCommand({ kind: 'help' }, terminal)).toBe(0)
    expect(await runCommand({ kind: 'version' }, terminal)).toBe(0)
    expect(heard.out).toContain('brink 1.2.3')
    expect(await runCommand({ kind: 'misused', message: 'what?' }, terminal)).toBe(2)
    expect(heard.error).toBe('brink: what?\nTry brink --help.\n')
  })
})
