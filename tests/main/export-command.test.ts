import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PressJob, PressMade } from '../../src/ipc/contract'
import { namesFor, runExport } from '../../src/main/command-line/export-command'
import { scenariosFolder } from '../bundled'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const baseline = join(scenariosFolder, 'iran-azerbaijan-2023-baseline.brink')

/** A press that makes of each output its own name, or fails as it is told. */
function exporter(press: (job: PressJob) => Promise<readonly PressMade[]> = asAsked) {
  const heard = { out: '', error: '' }
  const jobs: PressJob[] = []
  return {
    heard,
    jobs,
    exporter: {
      out: async (text: string) => {
        heard.out += text
      },
      error: async (text: string) => {
        heard.error += text
      },
      press: (job: PressJob) => {
        jobs.push(job)
        return press(job)
      },
    },
  }
}

const asAsked = async ({ outputs }: PressJob): Promise<readonly PressMade[]> =>
  outputs.map((output) => ({ output, name: 'ladder', content: strToU8(output) }))

const command = (files: readonly string[], to = join(folder, 'out')) =>
  ({ kind: 'export', files, folder: to, formats: ['svg', 'pdf'] }) as const

describe('exporting many files', () => {
  it('writes every format of every file, charts by their own names', async () => {
    const other = join(scenariosFolder, 'mount-spurr-2025-baseline.brink')
    const { exporter: given, heard, jobs } = exporter()
    expect(await runExport(command([baseline, other]), given)).toBe(0)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'iran-azerbaijan-2023-baseline-ladder.svg',
      'iran-azerbaijan-2023-baseline.pdf',
      'mount-spurr-2025-baseline-ladder.svg',
      'mount-spurr-2025-baseline.pdf',
    ])
    expect(readFileSync(join(folder, 'out', 'mount-spurr-2025-baseline.pdf'), 'utf8')).toBe('pdf')
    expect(jobs[0]?.scenarioText).toBe(readFileSync(baseline, 'utf8'))
    expect(heard.out).toContain('2 of 2 exported')
    expect(heard.error).toContain('1 of 2:')
  })

  it('gives the draws a name of their own beside the numbers', async () => {
    const { exporter: given } = exporter()
    expect(await runExport({ ...command([baseline]), formats: ['csv', 'draws'] }, given)).toBe(0)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'iran-azerbaijan-2023-baseline-draws.csv',
      'iran-azerbaijan-2023-baseline.csv',
    ])
  })

  it('names a file that fails, goes on with the others, and ends with status 1', async () => {
    const bad = join(folder, 'bad.brink')
    writeFileSync(bad, 'hello')
    const { exporter: given, heard } = exporter()
    expect(await runExport(command([bad, join(folder, 'gone.brink'), baseline]), given)).toBe(1)
    expect(heard.error).toMatch(/1 of 3: .*bad\.brink failed\. .*not valid JSON/)
    expect(heard.error).toMatch(/2 of 3: .*gone\.brink failed\. There is no such file/)
    expect(heard.out).toContain('1 of 3 exported')
    expect(heard.out).toContain('2 failed')
    expect(existsSync(join(folder, 'out', 'iran-azerbaijan-2023-baseline.pdf'))).toBe(true)
  })

  it('says why a drawing or a folder failed', async () => {
    const broken = exporter(() => Promise.reject(new Error('the drawing stopped')))
    expect(await runExport(command([baseline]), broken.exporter)).toBe(1)
    expect(broken.heard.error).toContain('failed. the drawing stopped.')

    const inTheWay = join(folder, 'file')
    writeFileSync(inTheWay, '')
    const blocked = exporter()
    expect(await runExport(command([baseline], join(inTheWay, 'out')), blocked.exporter)).toBe(1)
    expect(blocked.heard.error).toMatch(/^brink: .*out: /)
    expect(blocked.jobs).toEqual([])
  })

  it('takes every event that the window offers, and no other', async () => {
    const spurr = join(scenariosFolder, 'mount-spurr-2025-baseline.brink')
    for (const claim of ['no-direct-confrontation', 'reach diplomatic']) {
      const { exporter: given, jobs } = exporter()
      expect(await runExport({ ...command([baseline]), claim }, given)).toBe(0)
      expect(jobs.map((job) => job.claim)).toEqual([claim])
    }
    // One of two scenarios lacks it: nothing is made of either.
    const lost = exporter()
    const asked = {
      ...command([baseline, spurr], join(folder, 'lost')),
      claim: 'no-direct-confrontation',
    }
    expect(await runExport(asked, lost.exporter)).toBe(2)
    expect(lost.heard.out).toBe('')
    expect(lost.heard.error).toMatch(
      /^brink: .*mount-spurr-2025-baseline\.brink: there is no claim or event “no-direct-confrontation”; there are “.*“reach [a-z-]+”/,
    )
    expect(lost.jobs).toEqual([])
    expect(existsSync(join(folder, 'lost'))).toBe(false)
  })

  it('writes what could be made of a scenario, and names what could not', async () => {
    const { exporter: given, heard } = exporter(async () => [
      { output: 'draws', name: 'briefing', problem: 'the table is too large. Take fewer draws' },
      { output: 'pdf', name: 'briefing', content: strToU8('pdf') },
    ])
    expect(await runExport(command([baseline]), given)).toBe(1)
    expect(readdirSync(join(folder, 'out'))).toEqual(['iran-azerbaijan-2023-baseline.pdf'])
    expect(heard.error).toContain('→ iran-azerbaijan-2023-baseline.pdf\n')
    expect(heard.error).toContain(
      'failed. iran-azerbaijan-2023-baseline-draws.csv was not made: the table is too large. Take fewer draws.\n',
    )
    expect(heard.out).toContain('1 failed')
  })
})

it('files of one name from different folders keep apart, also where case does not count', () => {
  expect(namesFor(['/a/x.brink', '/b/x.brink', '/c/X.BRINK', '/d/y'])).toEqual([
    'x',
    'x-2',
    'X-3',
    'y',
  ])
  expect(namesFor(['x.brink', 'x.csv.brink', '.hid.brink', 'hid.brink'])).toEqual([
    'x',
    'x.csv',
    'hid',
    'hid-2',
  ])
})

it('a long name leaves room for what is added to it', async () => {
  const file = join(folder, `${'n'.repeat(240)}.brink`)
  writeFileSync(file, readFileSync(baseline))
  const { exporter: given } = exporter(async ({ outputs }) =>
    ['ladder', 'event'].flatMap((name) =>
      outputs.map((output) => ({ output, name, content: strToU8(output) })),
    ),
  )
  expect(await runExport({ ...command([file]), formats: ['svg'] }, given)).toBe(0)
  const written = readdirSync(join(folder, 'out'))
  expect(written).toHaveLength(2)
  for (const name of written) expect(name).toMatch(/^n{100,120}-(ladder|event)\.svg$/)
})
