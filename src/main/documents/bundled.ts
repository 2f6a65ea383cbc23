import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

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
