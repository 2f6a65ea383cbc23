import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docSnippets } from '../doc-snippets'
import { readCsv } from '../read-csv'
import { expect, scenarioPath, test } from './fixtures/brink'
import { brink, runToEnd } from './fixtures/command'
import { root } from './fixtures/launch'

const has = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined

/** Six scenarios in `sweep`, as the document has them but fewer. */
async function writeSweep(folder: string): Promise<string[]> {
  const { status, error } = await brink(
    ...['sweep', scenarioPath('baseline'), '--to', join(folder, 'sweep')],
    ...['--vary', 'israel-ties.intensity=0:1:0.5', '--vary', 'horizonMonths=6,12'],
  )
  expect({ status, error }).toEqual({ status: 0, error: '' })
  return readdirSync(join(folder, 'sweep')).filter((name) => name.endsWith('.brink'))
}

/** The results made one by one, of so many of the files. */
async function oneByOne(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const name of names) {
    const { out } = await brink('forecast', join(folder, 'sweep', name), '--json')
    texts.set(name.replace('.brink', '.json'), out)
  }
  return texts
}

const results = (folder: string): Map<string, string> => {
  const names = readdirSync(join(folder, 'results')).sort()
  return new Map(names.map((name) => [name, readFileSync(join(folder, 'results', name), 'utf8')]))
}

const collect = (folder: string, from: string) =>
  brink('collect', from, '--index', join(folder, 'sweep', 'sweep.csv'))

/** Without the column that says where a result lay. */
const rowsOf = (csv: string): string[][] => readCsv(csv).map(([, ...cells]) => cells)

test('a sweep run by GNU parallel, as the document has it, gives the table of one run by hand', async ({
  folder,
}) => {
  test.skip(!has('parallel'), 'GNU parallel is not installed (Debian: parallel)')
  const names = await writeSweep(folder)
  expect(names).toHaveLength(6)
  const [command = ''] = docSnippets('sweeps.md', 'run: parallel')
  const env = { ...process.env, BRINK: root, JOBS: '2' }
  const run = () => runToEnd('sh', ['-c', command], { cwd: folder, env })
  expect(await run()).toEqual({ status: 0, out: '', error: '' })
  const expected = await oneByOne(folder, names)
  expect(results(folder)).toEqual(expected)

  const byHand = join(folder, 'by-hand')
  mkdirSync(byHand)
  for (const [name, text] of expected) writeFileSync(join(byHand, name), text)
  const together = await collect(folder, join(folder, 'results'))
  const alone = await collect(folder, byHand)
  expect(together).toMatchObject({ status: 0, error: '' })
  expect(rowsOf(together.out)).toEqual(rowsOf(alone.out))
  expect(rowsOf(together.out)).toHaveLength(1 + 6 * 5)
  expect(
    rowsOf(together.out)
      .map((row) => row.slice(-2).join())
      .filter((_, at) => at % 5 === 1),
  ).toEqual(['0,6', '0,12', '0.5,6', '0.5,12', '1,6', '1,12'])

  // Given again, it runs what did not end well and nothing else.
  const log = readFileSync(join(folder, 'sweep.joblog'), 'utf8')
  rmSync(join(folder, 'results', 'sweep-00002.json'))
  rmSync(join(folder, 'results', 'sweep-00005.json'))
  writeFileSync(
    join(folder, 'sweep.joblog'),
    log.replace(/^(.*)\t0\t0\t(.*sweep-00002\.brink .*)$/m, '$1\t1\t0\t$2'),
  )
  expect(await run()).toMatchObject({ status: 0, error: '' })
  const missing = await collect(folder, join(folder, 'results'))
  expect(missing.status).toBe(2)
  expect(missing.error).toBe(
    'brink: sweep-00005.brink: No result of this file of the index was given.\n',
  )
})

test('the job script of the document runs one task of an array as it stands', async ({
  folder,
}) => {
  const names = await writeSweep(folder)
  const [script = ''] = docSnippets('sweeps.md', 'run: sbatch')
  const file = join(folder, 'sweep.sbatch')
  writeFileSync(file, script)
  expect(script.startsWith('#!/bin/bash\n#SBATCH ')).toBe(true)
  expect(await runToEnd('bash', ['-n', file])).toEqual({ status: 0, out: '', error: '' })
  const { SLURM_JOB_ID: _, ...host } = process.env
  const env = { ...host, BRINK: root, SLURM_ARRAY_TASK_ID: '1', TASKS: '3' }
  const run = () => runToEnd('bash', [file], { cwd: folder, env })
  expect(await run()).toEqual({ status: 0, out: '', error: '' })
  const own = names.filter((name) => /0000[14]/.test(name))
  const expected = await oneByOne(folder, own)
  expect(results(folder)).toEqual(expected)

  // Submitted again, it makes what is missing, and names what cannot be made.
  rmSync(join(folder, 'results', 'sweep-00001.json'))
  writeFileSync(join(folder, 'results', 'sweep-00004.json'), 'untouched')
  writeFileSync(join(folder, 'sweep', 'sweep-00001.brink'), 'broken')
  const again = await run()
  expect(again.status).toBe(1)
  expect(again.error).toContain('no forecast of sweep-00001.brink')
  const left = results(folder)
  expect(left.get('sweep-00004.json')).toBe('untouched')
  expect(left.has('sweep-00001.json')).toBe(false)
})

test('the draws reach standard output whole, also more than a pipe holds', async () => {
  const { status, out, error } = await brink('draws', scenarioPath('baseline'))
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const rows = readCsv(out)
  expect(rows).toHaveLength(4097)
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([rows[0]?.length]))
})

test('draws that are broken off leave nothing behind', async ({ folder }) => {
  const long = ['--vary', 'run.draws=1000000', '--to', folder]
  await brink('sweep', scenarioPath('baseline'), ...long)
  const before = readdirSync(folder)
  const script = join(root, 'scripts', 'brink.mjs')
  const table = join(folder, 'draws.csv')
  const args = [script, 'draws', join(folder, 'sweep-00001.brink'), '--to', table]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('close', resolve))
  await expect.poll(() => readdirSync(folder).length).toBeGreaterThan(before.length)
  child.kill('SIGINT')
  expect(await ended).not.toBe(0)
  expect(readdirSync(folder)).toEqual(before)
})
