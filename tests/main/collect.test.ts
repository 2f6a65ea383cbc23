import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import { forecastJson } from '../../src/main/command-line/forecast-json'
import { runCommand } from '../../src/main/command-line/run'
import { baselineScenario, bundledScenario } from '../bundled'
import { readCsv } from '../read-csv'
import { withRun } from '../scenarios'
import { listeningTerminal } from './listening-terminal'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
  mkdirSync(join(folder, 'results'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text)
  return at(name)
}

const first = withRun(baselineScenario(), 64)
const second = withRun(bundledScenario('mount-spurr-2025-baseline.brink'), 64, 5)
const json = (scenario: typeof first): string =>
  forecastJson(scenario, forecast(scenario), 'ab'.repeat(32))

async function collect(files: string[], options: { table?: string; index?: string } = {}) {
  const { heard, terminal } = listeningTerminal()
  const status = await runCommand({ kind: 'collect', files, ...options }, terminal)
  return { status, ...heard }
}

describe('brink collect', () => {
  it('gives a row for each claim, at the horizon, with every digit', async () => {
    const files = [put('a.json', json(first)), put('b.json', json(second))]
    const { status, out, error } = await collect(files)
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const expected = [first, second].flatMap((scenario, index) =>
      forecast(scenario).conclusion.map((claim, place) => [
        files[index],
        scenario.title,
        'ab'.repeat(32),
        claim.id,
        scenario.case.conclusion[place]?.statement,
        String(scenario.judgment.horizonMonths),
        ...[claim.mean, claim.p05, claim.p25, claim.p50, claim.p75, claim.p95].map((series) =>
          String(series.at(-1)),
        ),
        String(claim.standardError.at(-1)),
        claim.verdict,
        '64',
        String(scenario.run.seed),
        '2',
      ]),
    )
    const [header, ...rows] = readCsv(out)
    expect(header?.join()).toBe(
      'file,scenario,scenario_sha256,claim,statement,month,mean,p05,p25,p50,p75,p95,standard_error,verdict,draws,seed,engine_version',
    )
    expect(rows).toEqual(expected)
  })

  it('takes folders, joins an index, and writes a file instead of printing', async () => {
    put('results/sweep-00002.json', json(second))
    put('results/sweep-00001.json', json(first))
    put('results/sweep-00003.part', 'half')
    const index = put(
      'sweep.csv',
      'file,a.intensity,horizonMonths\r\nsweep-00001.brink,0.05,6\r\n"sweep-00002.brink","0.1",12',
    )
    const { status, out, error } = await collect([at('results')], { index, table: at('t.csv') })
    expect({ status, out, error }).toEqual({ status: 0, out: '', error: '' })
    const [header = [], ...rows] = readCsv(readFileSync(at('t.csv'), 'utf8'))
    expect(header.slice(-3)).toEqual(['engine_version', 'a.intensity', 'horizonMonths'])
    expect([...new Set(rows.map((row) => `${row[0]} ${row.slice(-2)}`))]).toEqual([
      `${at('results/sweep-00001.json')} 0.05,6`,
      `${at('results/sweep-00002.json')} 0.1,12`,
    ])
  })

  it('names what an index lacks, what it lacks itself, and what comes twice', async () => {
    const index = put('sweep.csv', 'file,run.seed\r\ns-1.brink,1\r\ns-2.brink,2\r\ns-3.brink,3\r\n')
    const files = [put('s-1.json', json(first)), put('other.json', json(second))]
    files.push(put('results/s-1.json', json(first)))
    const { status, out, error } = await collect(files, { index })
    expect(status).toBe(2)
    expect(error).toBe(
      [
        `brink: ${files[1]}: The index has no file other; its values are left empty.`,
        `brink: ${files[2]}: It is a second result of s-1; both are in the table.`,
        'brink: s-2.brink: No result of this file of the index was given.',
        'brink: s-3.brink: No result of this file of the index was given.',
        '',
      ].join('\n'),
    )
    expect(
      readCsv(out)
        .filter(([file]) => file === files[1])
        .every((row) => row.at(-1) === ''),
    ).toBe(true)
  })

  const cut = { ...JSON.parse(json(first)), conclusion: [{ id: 'x' }] }
  it.each<[string, string, RegExp]>([
    ['an empty file', '', /The file is empty; expected a forecast/],
    ['half a result', json(first).slice(0, 900), /not valid JSON\. Expected a forecast/],
    ['a scenario', '{"format": "brink-scenario"}', /title: expected a forecast/],
    ['a claim without numbers', JSON.stringify(cut), /conclusion\.0\.mean: expected a forecast/],
    ['a list', '[]', /file: expected a forecast as brink forecast --json prints it\./],
  ])('names %s, takes the others in, and leaves with status 2', async (_, text, message) => {
    const bad = put('bad.json', text)
    const { status, out, error } = await collect([
      bad,
      at('lost.json'),
      put('good.json', json(first)),
    ])
    expect(status).toBe(2)
    expect(error).toMatch(message)
    expect(error).toContain(`brink: ${bad}: `)
    expect(error).toContain(`brink: ${at('lost.json')}: There is no such file.`)
    expect(readCsv(out)).toHaveLength(1 + first.case.conclusion.length)
  })

  it('takes results of before statements and sums were printed', async () => {
    const old = JSON.parse(json(first))
    delete old.scenarioSha256
    for (const claim of old.conclusion) delete claim.statement
    const { status, out } = await collect([put('old.json', JSON.stringify(old))])
    expect(status).toBe(0)
    expect(readCsv(out)[1]?.slice(2, 5)).toEqual(['', first.case.conclusion[0]?.id, ''])
  })

  it('leaves no title a formula, and no number where there is none', async () => {
    const single = withRun({ ...first, title: '=HYPERLINK("http://x")' }, 1)
    const { out } = await collect([put('a.json', json(single))])
    const [header = [], row = []] = readCsv(out)
    expect(row[1]).toBe(`'=HYPERLINK("http://x")`)
    expect(row[header.indexOf('standard_error')]).toBe('')
  })

  it.each<[string, string, RegExp]>([
    ['no index', 'a,b\r\n', /line 1: expected “file”/],
    [
      'semicolons',
      '\ufefffile;run.seed\r\ns-1.brink;1\r\n',
      /line 1: the cells are separated by semicolons; they are wanted with commas/,
    ],
    ['nothing', '', /line 1: expected “file”/],
    [
      'a short line',
      'file,run.seed\r\na.brink,1\r\nb.brink\r\n',
      /line 3: expected 2 cells, found 1/,
    ],
  ])('refuses %s as an index', async (_, text, message) => {
    const index = put('sweep.csv', text)
    const { status, out, error } = await collect([at('results')], { index })
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toMatch(message)
  })
})
