import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isLeftover } from './atomic-write'

/** Removes what writes that were cut short left in a folder in which nothing is being written now. */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  await Promise.all(
    names.filter(isLeftover).map((name) => unlink(join(folder, name)).catch(() => undefined)),
  )
}
