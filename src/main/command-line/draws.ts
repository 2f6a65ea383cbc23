import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { drawsTable } from '../../briefing/draws-table'
import { ENGINE_VERSION } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'
import { exportRecord } from '../../provenance/provenance'
import { writeAtomically } from '../documents/atomic-write'
import { writeFailureWords } from '../documents/write-words'
import { visibleText } from '../visible-text'
import type { Command } from './command'
import { EXIT } from './exit-status'
import { progressOf } from './progress'
import { readInput } from './read-input'
import type { Terminal } from './terminal'

type DrawsCommand = Extract<Command, { kind: 'draws' }>

const BETWEEN_REPORTS = 100_000

export async function runDraws({ file, table }: DrawsCommand, terminal: Terminal): Promise<number> {
  const input = await readInput(file)
  if ('problem' in input) {
    await terminal.error(input.problem)
    return EXIT.badInput
  }
  const { scenario } = input
  const texts = tableOf(scenario, progressOf(terminal, scenario.run.draws, BETWEEN_REPORTS))
  if (table === undefined) {
    for await (const text of texts) await terminal.out(text)
    return EXIT.done
  }
  const origin = besideTable(table)
  const problem =
    // No table ever stands beside the origin of another.
    (await problemOf(table, async () => {
      await rm(resolve(origin), { force: true })
      await writeAtomically(resolve(table), texts)
    })) ??
    (await problemOf(origin, async () =>
      writeAtomically(resolve(origin), await provenanceOf(scenario, terminal)),
    ))
  if (problem !== undefined) {
    await terminal.error(problem)
    return EXIT.failed
  }
  await terminal.out(`Written: ${[table, origin].map(visibleText).join(' and ')}\n`)
  return EXIT.done
}

const problemOf = (file: string, write: () => Promise<unknown>): Promise<string | undefined> =>
  write().then(
    () => undefined,
    (error: unknown) =>
      `brink: ${visibleText(file)} was not written. ${writeFailureWords(error)}\n`,
  )

/** The table's name with another ending. */
const besideTable = (table: string): string => `${table.replace(/\.csv$/i, '')}.provenance.json`

async function* tableOf(
  scenario: Scenario,
  report: (done: number) => Promise<void>,
): AsyncGenerator<string> {
  for (const { text, done } of drawsTable(scenario)) {
    yield text
    if (done > 0) await report(done)
    // A signal to stop is heard only between two blocks.
    await setImmediate()
  }
}

async function provenanceOf(scenario: Scenario, { version }: Terminal): Promise<string> {
  const { draws, seed } = scenario.run
  const { provenance } = await exportRecord(
    { scenario, run: { draws, seed, engineVersion: ENGINE_VERSION }, title: scenario.title },
    { appVersion: version, exportedAt: new Date().toISOString() },
  )
  return `${JSON.stringify(provenance, null, 2)}\n`
}
