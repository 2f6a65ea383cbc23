import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RAW_PATHS, type RawFiles } from '../../src/history/records'

/** Where the raw records lie unless a command says so: the variable, or beside the checkout. */
export const defaultFolder = (): string => process.env.BRINK_DATA ?? '../shared/data'

/** Reads the raw records, or stops with a message that says which of them are not there. */
export function readRawFiles(folder: string): RawFiles {
  const missing = Object.values(RAW_PATHS).filter((path) => !existsSync(join(folder, path)))
  if (missing.length > 0) {
    console.error(`not in ${folder}: ${missing.join(', ')}; say --data FOLDER or set BRINK_DATA`)
    process.exit(2)
  }
  return Object.fromEntries(
    Object.entries(RAW_PATHS).map(([name, path]) => [
      name,
      readFileSync(join(folder, path), 'utf8'),
    ]),
  ) as Record<keyof RawFiles, string>
}
