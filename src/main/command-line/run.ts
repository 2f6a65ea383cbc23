import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { articleBaseline } from '../../forecast/article-baseline'
import { compareScenarios } from '../../forecast/compare/compare'
import { chosenEvent } from '../../forecast/conclusion/outlook'
import { explain, isWholeExplanation } from '../../forecast/explain/explain'
import { type Forecast, startForecast } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'
import type { PolicedFormat } from '../../ipc/contract'
import { sha256 } from '../../provenance/provenance'
import { serializeScenario } from '../../scenario-file/serialize'
import { writeAtomically } from '../documents/atomic-write'
import { writeFailureWords } from '../documents/write-words'
import { visibleText } from '../visible-text'
import { runCollect } from './collect'
import type { Command } from './command'
import { type ComparedFile, compareJson, compareTable } from './compare-output'
import { runDraws } from './draws'
import { EXIT } from './exit-status'
import { explainJson, explainTable } from './explain-output'
import { runExport } from './export-command'
import { forecastJson } from './forecast-json'
import { forecastTable } from './forecast-table'
import { generalHelp, topicHelp } from './help'
import { readInput } from './read-input'
import { runSweep } from './sweep'
import type { Terminal } from './terminal'

/** Carries out a command; answers the exit status. */
export async function runCommand(command: Command, terminal: Terminal): Promise<number> {
  const refusal = terminal.whyNotExported(formatsOf(command))
  if (refusal !== undefined) {
    await terminal.error(`brink: ${visibleText(refusal)}\n`)
    return EXIT.failed
  }
  switch (command.kind) {
    case 'help':
      await terminal.out(command.topic ? topicHelp[command.topic] : generalHelp)
      return EXIT.done
    case 'version':
      await terminal.out(`brink ${terminal.version}\n`)
      return EXIT.done
    case 'misused':
      await terminal.error(`brink: ${visibleText(command.message)}\nTry brink --help.\n`)
      return EXIT.badInput
    case 'forecast':
      return runForecast(command, terminal)
    case 'explain':
      return runExplain(command, terminal)
    case 'compare':
      return runCompare(command, terminal)
    case 'export':
      return runExport(command, terminal)
    case 'sweep':
      return runSweep(command, terminal)
    case 'collect':
      return runCollect(command, terminal)
    case 'draws':
      return runDraws(command, terminal)
  }
}

/** In which forms a command lets something leave the program, beside what it prints as a text. */
function formatsOf(command: Command): readonly PolicedFormat[] {
  switch (command.kind) {
    case 'forecast':
      return command.chartsFolder ? ['png', 'svg', 'csv'] : []
    case 'export':
      return command.formats
    case 'draws':
      return ['draws']
    case 'collect':
      return ['csv']
    default:
      return []
  }
}

type ForecastCommand = Extract<Command, { kind: 'forecast' }>

async function runForecast(command: ForecastCommand, terminal: Terminal): Promise<number> {
  const input = await readInput(command.file)
  if ('problem' in input) {
    await terminal.error(input.problem)
    return EXIT.badInput
  }
  const { scenario } = input
  const result = await forecastInterruptibly(scenario)
  const written = command.chartsFolder
    ? await writeCharts(scenario, command.chartsFolder, terminal)
    : []
  if ('problem' in written) {
    await terminal.error(written.problem)
    return EXIT.failed
  }
  await terminal.out(
    command.asJson
      ? forecastJson(scenario, result, await sha256(serializeScenario(scenario)))
      : forecastTable(scenario, result, await forecastInterruptibly(articleBaseline(scenario))),
  )
  if (written.length > 0) {
    const list = `\nWritten to ${command.chartsFolder}: ${written.join(', ')}\n`
    await (command.asJson ? terminal.error(list.trimStart()) : terminal.out(list))
  }
  return EXIT.done
}

type ExplainCommand = Extract<Command, { kind: 'explain' }>

async function runExplain(command: ExplainCommand, terminal: Terminal): Promise<number> {
  const input = await readInput(command.file)
  if ('problem' in input) {
    await terminal.error(input.problem)
    return EXIT.badInput
  }
  const { scenario } = input
  const { conclusion } = scenario.case
  if (command.claim !== undefined && !conclusion.some(({ id }) => id === command.claim)) {
    const known = conclusion.map(({ id }) => id).join(', ')
    const message = `case.conclusion: expected a claim “${command.claim}”, found ${known || 'none'}`
    await terminal.error(`brink: ${visibleText(command.file)}: ${visibleText(message)}\n`)
    return EXIT.badInput
  }
  const choice = chosenEvent(scenario, command.claim)
  if (!choice) throw new RangeError('a ladder without an event')
  const steps = explain(scenario, choice, command.until)
  let step = steps.next()
  for (; !step.done; step = steps.next()) await setImmediate()
  const explanation = step.value
  if (!isWholeExplanation(explanation)) throw new RangeError('a part of the explanation is missing')
  await terminal.out(
    command.asJson
      ? explainJson(scenario, choice, explanation)
      : explainTable(scenario, choice, explanation),
  )
  return EXIT.done
}

type CompareCommand = Extract<Command, { kind: 'compare' }>

async function runCompare(command: CompareCommand, terminal: Terminal): Promise<number> {
  const compared: ComparedFile[] = []
  for (const file of command.files) {
    const input = await readInput(file)
    if ('problem' in input) {
      await terminal.error(input.problem)
      return EXIT.badInput
    }
    const { scenario } = input
    compared.push({ file, scenario, forecast: await forecastInterruptibly(scenario) })
  }
  const comparison = compareScenarios(compared)
  await terminal.out(
    command.asJson ? compareJson(compared, comparison) : compareTable(compared, comparison),
  )
  return EXIT.done
}

const DRAWS_BETWEEN_LOOKS = 1024

/** A signal to stop is heard only between two slices of work. */
async function forecastInterruptibly(scenario: Scenario): Promise<Forecast> {
  const run = startForecast(scenario)
  while (run.hasWork) {
    run.advance(DRAWS_BETWEEN_LOOKS)
    await setImmediate()
  }
  const forecast = run.summary()
  run.end()
  return forecast
}

async function writeCharts(
  scenario: Scenario,
  folder: string,
  terminal: Terminal,
): Promise<string[] | { problem: string }> {
  const files = await terminal.press({
    scenarioText: serializeScenario(scenario),
    claim: null,
    outputs: ['chart-png', 'chart-svg', 'chart-csv'],
  })
  const named = files.map(({ output, name, ...made }) => ({
    fileName: `${name}.${output.replace('chart-', '')}`,
    ...made,
  }))
  const written: string[] = []
  try {
    await mkdir(resolve(folder), { recursive: true })
    for (const { fileName, ...made } of named) {
      if ('problem' in made) {
        return { problem: `brink: ${fileName} was not made. ${made.problem}.\n` }
      }
      await writeAtomically(join(resolve(folder), fileName), made.content)
      written.push(fileName)
    }
  } catch (error) {
    return {
      problem: `brink: the charts were not written to ${folder}. ${writeFailureWords(error)}\n`,
    }
  }
  return written
}
