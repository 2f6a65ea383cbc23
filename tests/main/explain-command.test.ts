import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articleBaseline } from '../../src/forecast/article-baseline'
import { withMoved } from '../../src/forecast/explain/overturn'
import { forecast } from '../../src/forecast/forecast'
import type { Command } from '../../src/main/command-line/command'
import { runCommand } from '../../src/main/command-line/run'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { bundledScenario } from '../bundled'
import { withRun } from '../scenarios'
import { listeningTerminal } from './listening-terminal'

const corridor = withRun(bundledScenario('iran-azerbaijan-2023-corridor-forced.brink'), 256)
const baseline = withRun(bundledScenario('iran-azerbaijan-2023-baseline.brink'), 256)

let folder = ''
const inFile = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(command: Command) {
  const { heard, terminal } = listeningTerminal()
  const status = await runCommand(command, terminal)
  return { ...heard, status }
}

const explaining = (file: string, change: Partial<Extract<Command, { kind: 'explain' }>> = {}) =>
  run({ kind: 'explain', file, asJson: true, until: 'opposite', ...change })

const claimOf = (id: string, scenario: Parameters<typeof forecast>[0]): number =>
  forecast(scenario)
    .conclusion.find((claim) => claim.id === id)
    ?.mean.at(-1) ?? Number.NaN

describe('brink explain', () => {
  it('--json prints why, what matters and what it would take, of the gravest claim', async () => {
    const { out, error, status } = await explaining(inFile('a.brink', serializeScenario(corridor)))
    expect([status, error]).toEqual([0, ''])
    const printed = JSON.parse(out)
    expect(printed).toMatchObject({ claim: 'no-direct-confrontation', draws: 256, seed: 1 })
    expect(printed.forecast).toBeCloseTo(claimOf('no-direct-confrontation', corridor), 12)
    expect(printed.baseline).toBeCloseTo(
      claimOf('no-direct-confrontation', articleBaseline(corridor)),
      12,
    )
    const ids = corridor.case.drivers.map(({ id }) => id).sort()
    const added = printed.attribution.map(
      ({ contribution }: { contribution: number }) => contribution,
    )
    expect(added.reduce((sum: number, each: number) => sum + each, 0)).toBeCloseTo(
      printed.forecast - printed.baseline,
      12,
    )
    const drivers = (list: { driver: string }[]) => list.map(({ driver }) => driver).sort()
    expect(drivers(printed.attribution)).toEqual(ids)
    expect(drivers(printed.tornado)).toEqual(ids)
    expect(drivers(printed.overturn.alone)).toEqual(ids)
    expect(printed.tornado[0]).toMatchObject({
      low: { at: expect.any(Number), forecast: expect.any(Number) },
      high: { at: expect.any(Number), forecast: expect.any(Number) },
    })
    expect(printed.indices[0]).toMatchObject({
      input: 'diplomatic>show-of-force',
      first: expect.any(Number),
      total: expect.any(Number),
    })
    // Applied, the nearest point does what it says.
    const applied = withMoved(corridor, printed.overturn.together)
    expect(claimOf('no-direct-confrontation', applied)).toBeGreaterThan(0.5)
    expect(claimOf('no-direct-confrontation', applied)).toBeLessThan(0.52)
  })

  it('prints it in words without, for the claim named', async () => {
    const file = inFile('a.brink', serializeScenario(corridor))
    const { out } = await explaining(file, { asJson: false, claim: 'limited-escalation' })
    expect(out).toContain('Show of force within 12 months: 3')
    expect(out).toMatch(/The largest step up is Corridor disputes \(\+8\.\d points\)/)
    expect(out).toMatch(/Of the spread between the draws, \d+ % comes from the base rates alone/)
    expect(out).toMatch(/has to go below 10 % or above 80 %/)
    expect(out).not.toMatch(/undefined|NaN|null/)
  })

  it('names a claim that is not there, with those that are', async () => {
    const file = inFile('a.brink', serializeScenario(corridor))
    const { out, error, status } = await explaining(file, { claim: 'gone' })
    expect([status, out]).toEqual([2, ''])
    expect(error).toMatch(/a\.brink: case\.conclusion: expected a claim “gone”, found accusations/)
  })

  it('of a case without a conclusion has nothing to overturn', async () => {
    const without = { ...corridor, case: { ...corridor.case, conclusion: [] } }
    const { out } = await explaining(inFile('a.brink', serializeScenario(without)))
    expect(JSON.parse(out)).toMatchObject({ claim: null, overturn: null })
    const words = await explaining(inFile('a.brink', serializeScenario(without)), { asJson: false })
    expect(words.out).toContain('The article makes no claim about this event')
  })
})

describe('brink compare', () => {
  const compare = (files: readonly string[], asJson = true) =>
    run({ kind: 'compare', files, asJson })

  it('--json prints forecasts, verdicts and what differs', async () => {
    const files = [
      inFile('a.brink', serializeScenario(baseline)),
      inFile('b.brink', serializeScenario(corridor)),
    ]
    const { out, status } = await compare(files)
    expect(status).toBe(0)
    const printed = JSON.parse(out)
    expect(printed.scenarios.map(({ title }: { title: string }) => title)).toEqual([
      'The article’s reading',
      'The corridor forced open',
    ])
    const war = printed.claims.find(({ id }: { id: string }) => id === 'no-direct-confrontation')
    expect(war.cells[1]).toMatchObject({
      mean: claimOf('no-direct-confrontation', corridor),
      verdict: 'stronger',
    })
    expect(printed.differences.map(({ label }: { label: string }) => label)).toContain(
      'Corridor disputes: intensity',
    )
    expect(printed.apart).toEqual([])
  })

  it('prints tables without it, and says where nothing differs', async () => {
    const file = inFile('a.brink', serializeScenario(baseline))
    const { out } = await compare([file, file], false)
    expect(out).toMatch(/A direct military confrontation +2 %, agrees, more firmly +2 %, agrees/)
    expect(out).toContain('Nothing differs.')
  })

  it('names the file that cannot be read', async () => {
    const good = inFile('a.brink', serializeScenario(baseline))
    const { error, out, status } = await compare([good, inFile('b.brink', '{')])
    expect([status, out]).toEqual([2, ''])
    expect(error).toMatch(/b\.brink: The file is not valid JSON/)
  })
})
