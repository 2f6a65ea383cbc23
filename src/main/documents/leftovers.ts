import { lstat, opendir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isLeftover } from './atomic-write'

const TEN_MINUTES = 10 * 60_000
const MOST_ENTRIES = 4_000

/**
 * Removes from these folders what writes that were cut short left behind, and answers
 * what it removed. What is younger than `olderThanMs` may be a write under way, and stays.
 */
export async function sweepLeftovers(
  folders: readonly string[],
  olderThanMs: number = TEN_MINUTES,
): Promise<string[]> {
  const removed: string[] = []
  for (const folder of new Set(folders)) {
    for (const path of await leftoversIn(folder)) {
      if (await removeIfOld(path, olderThanMs)) removed.push(path)
    }
  }
  return removed
}

/** The same for a folder in which nothing else writes, of whatever age. */
export async function clearLeftovers(folder: string): Promise<void> {
  await sweepLeftovers([folder], Number.NEGATIVE_INFINITY)
}

/** Looks at no more than the first few thousand entries: a start must not wait for a huge folder. */
async function leftoversIn(folder: string): Promise<string[]> {
  const found: string[] = []
  try {
    let seen = 0
    for await (const entry of await opendir(folder)) {
      if (isLeftover(entry.name)) found.push(join(folder, entry.name))
      seen += 1
      if (seen === MOST_ENTRIES) break
    }
  } catch {
    // A folder that is gone or closed to this person is no reason to stop the others.
  }
  return found
}

async function removeIfOld(path: string, olderThanMs: number): Promise<boolean> {
  try {
    const entry = await lstat(path)
    if (!entry.isFile() || Date.now() - entry.mtimeMs <= olderThanMs) return false
    await unlink(path)
    return true
  } catch {
    return false
  }
}
