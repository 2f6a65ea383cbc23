import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Cell } from '../../briefing/cell'
import { writeCsv } from '../../briefing/csv'
import { writeAtomically } from '../documents/atomic-write'
import { writeFailureWords } from '../documents/write-words'
import { visibleText } from '../visible-text'
import type { Command } from './command'
import { EXIT } from './exit-status'
import { progressOf } from './progress'
import { type Result, readResult } from './result-file'
import { readSweepIndex, type SweepIndex, stemOf } from './sweep-index'
import type { Terminal } from './terminal'

type CollectCommand = Extract<Command, { kind: 'collect' }>

const BETWEEN_REPORTS = 1_000

const COLUMNS = [
  'file',
  'scenario',
  'scenario_sha256',
  'claim',
  'statement',
  'month',
  'mean',
  'p05',
  'p25',
  'p50',
  'p75',
  'p95',
  'standard_error',
  'verdict',
  'draws',
  'seed',
  'engine_version',
] as const

export async function runCollect(command: CollectCommand, terminal: Terminal): Promise<number> {
  const index = await readSweepIndex(command.index)
  if ('problem' in index) {
    await terminal.error(`brink: ${visibleText(command.index ?? '')}: ${index.problem}\n`)
    return EXIT.badInput
  }
  const collection = {
    files: await resultsIn(command.files),
    index,
    terminal,
    faults: { count: 0 },
  }
  if (command.table === undefined) {
    for await (const text of tableOf(collection)) await terminal.out(text)
  } else {
    try {
      await writeAtomically(resolve(command.table), tableOf(collection))
    } catch (error) {
      const name = visibleText(command.table)
      await terminal.error(`brink: ${name} was not written. ${writeFailureWords(error)}\n`)
      return EXIT.failed
    }
  }
  return collection.faults.count === 0 ? EXIT.done : EXIT.badInput
}

/** The files named, and those in the folders named, in the order of their names. */
async function resultsIn(named: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const name of named) {
    const inside = await readdir(resolve(name)).catch(() => undefined)
    if (inside === undefined) files.push(name)
    else {
      const results = inside.filter((file) => file.endsWith('.json')).sort()
      for (const file of results) files.push(join(name, file))
    }
  }
  return files
}

interface Collection {
  readonly files: readonly string[]
  readonly index: SweepIndex
  readonly terminal: Terminal
  readonly faults: { count: number }
}

/** One file after another; what is wrong is said on standard error and counted. */
async function* tableOf({ files, index, terminal, faults }: Collection): AsyncGenerator<string> {
  const fault = async (file: string, words: string): Promise<void> => {
    faults.count++
    await terminal.error(`brink: ${visibleText(file)}: ${visibleText(words)}\n`)
  }
  const report = progressOf(terminal, files.length, BETWEEN_REPORTS)
  const found = new Set<string>()
  yield writeCsv([[...COLUMNS, ...index.varied]])
  for (const [at, file] of files.entries()) {
    const read = await readResult(resolve(file))
    if ('problem' in read) await fault(file, read.problem)
    else {
      const stem = stemOf(file)
      const varied = index.valuesOf(stem)
      if (!varied) await fault(file, `The index has no file ${stem}; its values are left empty.`)
      else if (index.stems.length > 0 && found.has(stem)) {
        await fault(file, `It is a second result of ${stem}; both are in the table.`)
      }
      found.add(stem)
      yield writeCsv(rowsOf(file, read.result, varied ?? index.varied.map(() => '')), 'exact')
    }
    await report(at + 1)
  }
  for (const stem of index.stems) {
    if (!found.has(stem))
      await fault(`${stem}.brink`, 'No result of this file of the index was given.')
  }
}

function rowsOf(file: string, result: Result, varied: readonly Cell[]): Cell[][] {
  const { title, scenarioSha256 = '', months, conclusion, draws, seed, engine } = result
  const end = months.length - 1
  return conclusion.map((claim) => {
    const atEnd = (series: readonly (number | null)[]): Cell => series[end] ?? Number.NaN
    return [
      file,
      title,
      scenarioSha256,
      claim.id,
      claim.statement ?? '',
      months[end] as number,
      ...[claim.mean, claim.p05, claim.p25, claim.p50, claim.p75, claim.p95].map(atEnd),
      atEnd(claim.standardError),
      claim.verdict,
      draws,
      seed,
      engine,
      ...varied,
    ]
  })
}
