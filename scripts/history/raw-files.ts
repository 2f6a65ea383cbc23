import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RAW_PATHS, type RawFiles } from '../../src/history/records'

/** Where the raw records lie unless a command says so: the variable, or beside the checkout. */
export const defaultFolder = (): string => process.env.BRINK_DATA ?? '../shared/data'

export const readRawFiles = (folder: string): RawFiles =>
  Object.fromEntries(
    Object.entries(RAW_PATHS).map(([name, path]) => [
      name,
      readFileSync(join(folder, path), 'utf8'),
    ]),
  ) as Record<keyof RawFiles, string>
