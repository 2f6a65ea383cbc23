import type { Edition } from './edition.mjs'

export declare function writeAppArchive(
  scratch: string,
  target: string,
  edition: Edition,
  date: number,
): Promise<void>
