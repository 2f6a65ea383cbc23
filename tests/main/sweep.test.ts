import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArguments } from '../../src/main/command-line/arguments'
import { runCommand } from '../../src/main/command-line/run'
import { baselineScenario, readScenario, scenariosFolder } from '../bundled'
import { readCsv } from '../read-csv'
import { listeningTerminal } from './listening-terminal'

const baseline = join(scenariosFolder, 'iran-azerbaijan-2023-baseline.brink')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function sweep(...argv: string[]) {
  const { heard, terminal } = listeningTerminal()
  const command = readArguments(['sweep', ...argv], () => false)
  if (command.kind === 'window') throw new Error('no command')
  return { status: await runCommand(command, terminal), ...heard }
}

describe('brink sweep', () => {
  it('writes a scenario for each combination that differs in what was varied and nothing else', async () => {
    const to = join(folder, 'new', 'sweep')
    const { status, out, error } = await sweep(
      baseline,
      ...['--vary', 'israel-ties.intensity=0:1:0.25', '--vary=corridor-disputes.weight=1,2,4'],
      ...['--vary', 'normalization.trend=-0.5', '--vary', 'horizonMonths=6,24'],
      ...['--vary', 'run.draws=256', '--vary', 'run.seed=9', '--to', to, '--range', 'point'],
    )
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(out).toBe(`Written to ${to}: 30 scenarios and sweep.csv\n`)
    const names = readdirSync(to).sort()
    const [index = [], ...rows] = readCsv(readFileSync(join(to, 'sweep.csv'), 'utf8'))
    expect(index).toEqual([
      'file',
      'israel-ties.intensity',
      'corridor-disputes.weight',
      'normalization.trend',
      'horizonMonths',
      'run.draws',
      'run.seed',
    ])
    expect(names).toEqual([...rows.map(([name]) => name), 'sweep.csv'])
    expect(names[0]).toBe('sweep-00001.brink')
    const grid = rows.map((row) => row.slice(1).join())
    expect(new Set(grid).size).toBe(30)
    expect(grid.slice(0, 3)).toEqual(['0,1,-0.5,6,256,9', '0,1,-0.5,24,256,9', '0,2,-0.5,6,256,9'])

    const base = baselineScenario()
    const { drivers } = base.judgment
    for (const [name = '', ...values] of rows) {
      const [ties = 0, weight = 0, trendPerYear = 0, horizonMonths = 0] = values.map(Number)
      const { title, ...rest } = readScenario(readFileSync(join(to, name), 'utf8'))
      const point = (value: number) => ({ low: value, mode: value, high: value })
      expect(rest).toEqual({
        summary: base.summary,
        case: base.case,
        run: { draws: 256, seed: 9 },
        judgment: {
          ...base.judgment,
          horizonMonths,
          drivers: {
            ...drivers,
            'israel-ties': { ...drivers['israel-ties'], intensity: point(ties) },
            'corridor-disputes': { ...drivers['corridor-disputes'], multiplier: point(weight) },
            normalization: { ...drivers.normalization, trendPerYear },
          },
        },
      })
      expect(title).toContain(`israel-ties.intensity ${ties}, corridor-disputes.weight ${weight}`)
    }
  })

  it('says how far it is, where that takes a while', async () => {
    const { status, error } = await sweep(
      baseline,
      ...['--vary', 'run.seed=1:2050:1', '--to', folder],
    )
    expect({ status, error }).toEqual({ status: 0, error: '1,000 of 2,050\n2,000 of 2,050\n' })
  })

  it.each(['sweep.csv', 'sweep-00007.brink', 'sweep-000001.brink'])(
    'touches no folder that holds a sweep’s %s',
    async (former) => {
      writeFileSync(join(folder, former), 'mine')
      writeFileSync(join(folder, 'notes.txt'), 'mine')
      const { status, out, error } = await sweep(baseline, '--vary=run.seed=1', '--to', folder)
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(error).toContain(`expected a folder without a sweep in it, found ${former}`)
      expect(readdirSync(folder).sort()).toEqual(['notes.txt', former].sort())
    },
  )

  it('leaves whatever else a folder holds', async () => {
    writeFileSync(join(folder, 'sweep.sbatch'), 'mine')
    mkdirSync(join(folder, 'results'))
    const { status } = await sweep(baseline, '--vary=run.seed=1', '--to', folder)
    expect(status).toBe(0)
    expect(readdirSync(folder)).toHaveLength(4)
  })

  it('names the drivers there are where one is asked for that there is not', async () => {
    const to = join(folder, 'none')
    const { status, out, error } = await sweep(baseline, '--vary=israel.intensity=1', '--to', to)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toMatch(/case\.drivers: expected a driver “israel”, found israel-ties, corridor/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('says that a sweep is not whole where it could not be written, and gives it no index', async () => {
    const { status, error } = await sweep(baseline, '--vary=run.seed=1', '--to', baseline)
    expect(status).toBe(1)
    expect(error).toMatch(/is not whole and has no sweep\.csv/)
  })
})
