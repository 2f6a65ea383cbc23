import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { YardstickId } from '../../forecast/scenario'

export interface BundledFile {
  readonly name: string
  readonly text: string
}

/** A baseline goes by the name of its case alone, and so comes before what else is of that case. */
const orderedBy = (name: string): string => name.replace(/baseline\.brink$/, '')

/** The scenarios that come with Brink, case by case, the baseline of each first; none without the folder. */
export async function readBundled(folder: string): Promise<BundledFile[]> {
  const entries = await readdir(folder).catch((): string[] => [])
  const names = entries
    .filter((name) => name.endsWith('.brink'))
    .sort((a, b) => (orderedBy(a) < orderedBy(b) ? -1 : 1))
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
}

/** The same scenarios read in another yardstick: the words change, the numbers do not. */
export const inYardstick = (
  files: readonly BundledFile[],
  yardstick: YardstickId | undefined,
): BundledFile[] =>
  files.map(({ name, text }) => ({ name, text: yardstick ? withYardstick(text, yardstick) : text }))

function withYardstick(text: string, yardstick: YardstickId): string {
  const scenario = JSON.parse(text)
  scenario.judgment.yardstick = yardstick
  return `${JSON.stringify(scenario, null, 2)}\n`
}
