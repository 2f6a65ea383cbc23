import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface BundledFile {
  readonly name: string
  readonly text: string
}

const isBaseline = (name: string): boolean => name.endsWith('-baseline.brink')

/** The scenarios that come with Brink, the baseline first and the others by name; none without the folder. */
export async function readBundled(folder: string): Promise<BundledFile[]> {
  const entries = await readdir(folder).catch((): string[] => [])
  const names = entries.filter((name) => name.endsWith('.brink')).sort()
  const ordered = [...names.filter(isBaseline), ...names.filter((name) => !isBaseline(name))]
  return Promise.all(
    ordered.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
}
