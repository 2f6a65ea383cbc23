import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawColumns, drawRows } from '../../src/forecast/draw-rows'
import { forecast } from '../../src/forecast/forecast'
import { runCommand } from '../../src/main/command-line/run'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario, scenariosFolder } from '../bundled'
import { docSnippets } from '../doc-snippets'
import { readCsv } from '../read-csv'
import { withRun } from '../scenarios'
import { listeningTerminal } from './listening-terminal'

const baseline = join(scenariosFolder, 'iran-azerbaijan-2023-baseline.brink')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function draws(file: string, table?: string) {
  const { heard, terminal } = listeningTerminal()
  const command = { kind: 'draws', file, ...(table ? { table } : {}) } as const
  return { status: await runCommand(command, terminal), ...heard }
}

describe('brink draws', () => {
  it('prints a row for each draw, numbers to the last bit, and nothing beside the table', async () => {
    const scenario = withRun(baselineScenario(), 300)
    const file = join(folder, 'short.brink')
    writeFileSync(file, serializeScenario(scenario))
    const { status, out, error } = await draws(file)
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const [header, ...rows] = readCsv(out)
    expect(header).toEqual(['draw', ...drawColumns(scenario)])
    expect(rows.map(([draw]) => draw)).toEqual(rows.map((_, at) => String(at + 1)))
    const expected = [...drawRows(scenario)].length
    expect(expected).toBe(2)
    let at = 0
    for (const { size, columns } of drawRows(scenario)) {
      for (let draw = 0; draw < size; draw++, at++) {
        expect(rows[at]?.slice(1).map(Number)).toEqual(columns.map((column) => column[draw]))
      }
    }
    expect(rows).toHaveLength(300)
    expect(readdirSync(folder)).toEqual(['short.brink'])
  })

  it('writes beside a table of what file and run it is', async () => {
    const { status, out, error } = await draws(baseline, join(folder, 'my draws.csv'))
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(out).toContain('my draws.provenance.json')
    expect(readdirSync(folder).sort()).toEqual(['my draws.csv', 'my draws.provenance.json'])
    expect(JSON.parse(readFileSync(join(folder, 'my draws.provenance.json'), 'utf8'))).toEqual({
      title: 'The article’s reading',
      scenarioSha256: createHash('sha256').update(readFileSync(baseline)).digest('hex'),
      caseTitle: 'Iran–Azerbaijan',
      asOf: '2023-05-25',
      source: expect.stringContaining('Future for Advanced Research and Studies'),
      yardstick: 'ICD 203',
      draws: 4096,
      seed: 1,
      engineVersion: '2',
      appVersion: '1.2.3',
      exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    })
  })

  it('refuses what is no scenario, and says where it cannot write', async () => {
    const bad = join(folder, 'bad.brink')
    writeFileSync(bad, 'hello')
    expect(await draws(bad, join(folder, 'a.csv'))).toMatchObject({ status: 2, out: '' })
    expect(readdirSync(folder)).toEqual(['bad.brink'])
    const { status, error } = await draws(baseline, join(folder, 'none', 'a.csv'))
    expect(status).toBe(1)
    expect(error).toMatch(/a\.csv was not written\. The folder is no longer there/)
  })
})

/** A program of a list that runs here, or why none does. */
function interpreter(command: string): string | undefined {
  const { error, status } = spawnSync(command, ['--version'], { stdio: 'ignore' })
  return error || status !== 0 ? undefined : command
}

describe.each([
  { language: 'python', command: 'python3', ending: 'py' },
  { language: 'R', command: 'Rscript', ending: 'R' },
])('the document’s own $language', ({ language, command, ending }) => {
  const found = interpreter(command)
  const reason = found ? '' : ` (skipped: ${command} is not here)`

  it.skipIf(!found)(`reads the forecast’s mean and band off the draws${reason}`, async () => {
    copyFileSync(baseline, join(folder, 'baseline.brink'))
    await draws(join(folder, 'baseline.brink'), join(folder, 'draws.csv'))
    const [first = ''] = docSnippets('draws.md', `run: ${language}`)
    const program = join(folder, `program.${ending}`)
    writeFileSync(program, first)
    const { status, stdout } = spawnSync(command, [program], { cwd: folder, encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toBe(docSnippets('draws.md', 'printed')[0])
    const claim = forecast(baselineScenario()).conclusion.find(
      ({ id }) => id === 'no-direct-confrontation',
    )
    const [mean = 0, low = 0, high = 0] = stdout.split('\n').map(Number)
    // As many digits as are printed; quantiles of a forecast are those of its bins.
    expect(Math.abs(mean - (claim?.mean.at(-1) ?? 1))).toBeLessThan(5e-7)
    expect(Math.abs(low - (claim?.p05.at(-1) ?? 1))).toBeLessThan(1 / 2048)
    expect(Math.abs(high - (claim?.p95.at(-1) ?? 1))).toBeLessThan(1 / 2048)
  })
})

const canRunR = interpreter('Rscript') !== undefined
const alsoR = canRunR ? '' : ' (skipped: Rscript is not here)'

it.skipIf(!canRunR)(`all R of the document runs as it stands${alsoR}`, async () => {
  await draws(baseline, join(folder, 'draws.csv'))
  const program = join(folder, 'program.R')
  writeFileSync(program, docSnippets('draws.md', 'run: R').join('\n'))
  const { status, stdout } = spawnSync('Rscript', [program], { cwd: folder, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('show-of-force>confrontation.rate')
})
