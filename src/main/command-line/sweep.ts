import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeCsv } from '../../briefing/csv'
import type { Scenario } from '../../forecast/scenario'
import {
  type Axis,
  combinationAt,
  countCombinations,
  nameOfQuantity,
  type SweptRange,
  sweptScenario,
} from '../../forecast/sweep'
import { serializeScenario } from '../../scenario-file/serialize'
import { writeAtomically } from '../documents/atomic-write'
import { writeFailureWords } from '../documents/write-words'
import { visibleText } from '../visible-text'
import type { Command } from './command'
import { EXIT } from './exit-status'
import { progressOf } from './progress'
import { readInput } from './read-input'
import type { Terminal } from './terminal'

type SweepCommand = Extract<Command, { kind: 'sweep' }>

const INDEX = 'sweep.csv'
const OF_A_SWEEP = /^sweep(-\d+\.brink|\.csv)$/
const SHORTEST_NUMBER = 5
/** Files written at once: each waits for the disk, and several wait no longer than one. */
const AT_ONCE = 16
const BETWEEN_REPORTS = 1_000

export async function runSweep(command: SweepCommand, terminal: Terminal): Promise<number> {
  const { file, axes, range } = command
  const input = await readInput(file)
  const problem = 'problem' in input ? input.problem : unknownDriver(file, input.scenario, axes)
  if ('problem' in input || problem) {
    await terminal.error(problem ?? '')
    return EXIT.badInput
  }
  const folder = resolve(command.folder)
  const shown = visibleText(command.folder)
  try {
    const former = await prepareFolder(folder)
    if (former !== undefined) {
      const message = `expected a folder without a sweep in it, found ${former}`
      await terminal.error(`brink: ${shown}: ${message}\n`)
      return EXIT.badInput
    }
    await writeSweep({ scenario: input.scenario, axes, range, folder }, terminal)
  } catch (error) {
    await terminal.error(
      `brink: the sweep in ${shown} is not whole and has no ${INDEX}. ${writeFailureWords(error)}\n`,
    )
    return EXIT.failed
  }
  const count = countCombinations(axes)
  const scenarios = `${count.toLocaleString('en-GB')} ${count === 1 ? 'scenario' : 'scenarios'}`
  await terminal.out(`Written to ${shown}: ${scenarios} and ${INDEX}\n`)
  return EXIT.done
}

/** Makes the folder; answers a file of a sweep that is in it already. */
async function prepareFolder(folder: string): Promise<string | undefined> {
  await mkdir(folder, { recursive: true })
  return (await readdir(folder)).sort().find((name) => OF_A_SWEEP.test(name))
}

function unknownDriver(
  file: string,
  { case: { drivers } }: Scenario,
  axes: readonly Axis[],
): string | undefined {
  const known = drivers.map(({ id }) => id)
  for (const { quantity } of axes) {
    if ('driver' in quantity && !known.includes(quantity.driver)) {
      const message = `case.drivers: expected a driver “${quantity.driver}”, found ${known.join(', ')}`
      return `brink: ${visibleText(file)}: ${visibleText(message)}\n`
    }
  }
  return undefined
}

interface Sweep {
  readonly scenario: Scenario
  readonly axes: readonly Axis[]
  readonly range: SweptRange
  readonly folder: string
}

/** Names that sort as they are numbered, from 1. */
const namesOf = (count: number): ((index: number) => string) => {
  const digits = Math.max(String(count).length, SHORTEST_NUMBER)
  return (index) => `sweep-${String(index + 1).padStart(digits, '0')}.brink`
}

/** The index comes last: where it stands, the sweep is whole. */
async function writeSweep(sweep: Sweep, terminal: Terminal): Promise<void> {
  const { scenario, axes, range, folder } = sweep
  const count = countCombinations(axes)
  const nameOf = namesOf(count)
  const report = progressOf(terminal, count, BETWEEN_REPORTS)
  const writeOne = async (index: number): Promise<void> => {
    const swept = sweptScenario(scenario, axes, combinationAt(axes, index), range)
    await writeAtomically(join(folder, nameOf(index)), serializeScenario(swept))
  }
  for (let first = 0; first < count; first += AT_ONCE) {
    const here = Math.min(AT_ONCE, count - first)
    const outcomes = await Promise.allSettled(
      Array.from({ length: here }, (_, offset) => writeOne(first + offset)),
    )
    const failed = outcomes.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    await report(first + here)
  }
  await writeAtomically(join(folder, INDEX), indexOf(axes, count, nameOf))
}

const LINES_AT_ONCE = 1_000

async function* indexOf(
  axes: readonly Axis[],
  count: number,
  nameOf: (index: number) => string,
): AsyncGenerator<string> {
  yield writeCsv([['file', ...axes.map(({ quantity }) => nameOfQuantity(quantity))]], 'exact')
  for (let first = 0; first < count; first += LINES_AT_ONCE) {
    const here = Math.min(LINES_AT_ONCE, count - first)
    const rows = Array.from({ length: here }, (_, offset) => {
      const index = first + offset
      return [nameOf(index), ...combinationAt(axes, index)]
    })
    yield writeCsv(rows, 'exact')
  }
}
