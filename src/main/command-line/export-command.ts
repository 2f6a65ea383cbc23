import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { PressFile, PressJob, PressOutput } from '../../ipc/contract'
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
  press(job: PressJob): Promise<readonly PressFile[]>
}

/** Writes each file in every format asked for; one that fails is named, and the others go on. */
export async function runExport(command: ExportCommand, exporter: Exporter): Promise<number> {
  const { files, folder } = command
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
    if ('problem' in written) failures++
    const said =
      'problem' in written ? `failed. ${written.problem}` : `→ ${written.names.join(', ')}`
    await exporter.error(`${place} ${said}\n`)
  }
  const done = `${files.length - failures} of ${files.length} exported to ${visibleText(folder)}`
  await exporter.out(failures > 0 ? `${done}, ${failures} failed\n` : `${done}\n`)
  return failures > 0 ? EXIT.failed : EXIT.done
}

async function exportOne(
  file: string,
  name: string,
  { folder, formats, claim }: ExportCommand,
  { press }: Exporter,
): Promise<{ readonly names: readonly string[] } | { readonly problem: string }> {
  const input = await readScenario(file)
  if ('problem' in input) return { problem: input.problem }
  const { scenario } = input
  const { conclusion } = scenario.case
  if (claim !== undefined && !conclusion.some(({ id }) => id === claim)) {
    const known = conclusion.map(({ id }) => id).join(', ') || 'none'
    return { problem: `There is no claim ${visibleText(claim)}; its claims are ${known}.` }
  }
  try {
    const made = await press({
      scenarioText: serializeScenario(scenario),
      claim: claim ?? null,
      outputs: formats.map((format) => EXPORT_FORMATS[format]),
    })
    return { names: await writeAll(made, resolve(folder), name) }
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}.` }
  }
}

async function writeAll(
  files: readonly PressFile[],
  folder: string,
  name: string,
): Promise<readonly string[]> {
  const names: string[] = []
  try {
    for (const { output, name: chart, content } of files) {
      const fileName = `${name}${endingOf(output, chart)}`
      await writeAtomically(join(folder, fileName), content)
      names.push(fileName)
    }
  } catch (error) {
    throw new Error(writeFailureWords(error).replace(/\.$/, ''))
  }
  return names
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
