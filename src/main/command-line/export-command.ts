import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { eventChoices } from '../../forecast/conclusion/outlook'
import type { PressJob, PressMade, PressOutput } from '../../ipc/contract'
import { serializeScenario } from '../../scenario-file/serialize'
import { writeAtomically } from '../documents/atomic-write'
import { safeFileName } from '../documents/safe-name'
import { writeFailureWords } from '../documents/write-words'
import { visibleText } from '../visible-text'
import { EXIT } from './exit-status'
import { EXPORT_FORMATS, type ExportCommand } from './export-formats'
import { readScenario } from './read-input'

interface Exporter {
  out(text: string): Promise<void>
  error(text: string): Promise<void>
  press(job: PressJob): Promise<readonly PressMade[]>
}

/**
 * Writes each file in every format asked for; one that fails is named, and the others go on.
 * An event that a scenario does not have is bad input, and then nothing is made.
 */
export async function runExport(command: ExportCommand, exporter: Exporter): Promise<number> {
  const { files, folder } = command
  const unknown = await unknownEvent(command)
  if (unknown !== undefined) {
    await exporter.error(`brink: ${unknown}\n`)
    return EXIT.badInput
  }
  const names = namesFor(files)
  // Before anything is computed that could not be written there.
  const noFolder = await mkdir(resolve(folder), { recursive: true }).then(
    () => undefined,
    writeFailureWords,
  )
  if (noFolder !== undefined) {
    await exporter.error(`brink: ${visibleText(folder)}: ${noFolder}\n`)
    return EXIT.failed
  }
  let failures = 0
  for (const [index, file] of files.entries()) {
    const place = `${index + 1} of ${files.length}: ${visibleText(file)}`
    const written = await exportOne(file, names[index] ?? '', command, exporter)
    if (written.problems.length > 0) failures++
    if (written.names.length > 0) await exporter.error(`${place} → ${written.names.join(', ')}\n`)
    for (const problem of written.problems) await exporter.error(`${place} failed. ${problem}\n`)
  }
  const done = `${files.length - failures} of ${files.length} exported to ${visibleText(folder)}`
  await exporter.out(failures > 0 ? `${done}, ${failures} failed\n` : `${done}\n`)
  return failures > 0 ? EXIT.failed : EXIT.done
}

/** What is wrong with the event asked for, in the first scenario that does not have it. */
async function unknownEvent({ files, claim }: ExportCommand): Promise<string | undefined> {
  if (claim === undefined) return undefined
  for (const file of files) {
    const input = await readScenario(file)
    // What cannot be read is named in its turn.
    if ('problem' in input) continue
    const known = eventChoices(input.scenario).map(({ id }) => id)
    if (known.includes(claim)) continue
    const ids = known.map((id) => `“${id}”`).join(', ')
    return `${visibleText(file)}: there is no claim or event “${visibleText(claim)}”; there are ${ids}`
  }
  return undefined
}

/** What came of a file: the names of what was written, and a sentence for each thing that was not. */
interface Written {
  readonly names: readonly string[]
  readonly problems: readonly string[]
}

async function exportOne(
  file: string,
  name: string,
  { folder, formats, claim }: ExportCommand,
  { press }: Exporter,
): Promise<Written> {
  const input = await readScenario(file)
  if ('problem' in input) return { names: [], problems: [input.problem] }
  const { scenario } = input
  try {
    const made = await press({
      scenarioText: serializeScenario(scenario),
      claim: claim ?? null,
      outputs: formats.map((format) => EXPORT_FORMATS[format]),
    })
    return await writeAll(made, resolve(folder), name)
  } catch (error) {
    const problem = `${error instanceof Error ? error.message : String(error)}.`
    return { names: [], problems: [problem] }
  }
}

async function writeAll(all: readonly PressMade[], folder: string, name: string): Promise<Written> {
  const names: string[] = []
  const problems: string[] = []
  for (const { output, name: chart, ...made } of all) {
    const fileName = `${name}${endingOf(output, chart)}`
    if ('problem' in made) {
      problems.push(`${fileName} was not made: ${made.problem}.`)
      continue
    }
    try {
      await writeAtomically(join(folder, fileName), made.content)
      names.push(fileName)
    } catch (error) {
      problems.push(`${fileName} was not written. ${writeFailureWords(error)}`)
    }
  }
  return { names, problems }
}

function endingOf(output: PressOutput, chart: string): string {
  if (output === 'draws') return '-draws.csv'
  return output.startsWith('chart-') ? `-${chart}.${output.slice('chart-'.length)}` : `.${output}`
}

/** Each file’s own name without its ending, as every system takes it; what would be the same is counted. */
export function namesFor(files: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const stem = safeFileName(basename(file).replace(/\.brink$/i, ''), ENDING).slice(
      0,
      -ENDING.length,
    )
    let name = stem
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}`
    taken.add(name.toLowerCase())
    return name
  })
}

const ENDING = '.brink'
