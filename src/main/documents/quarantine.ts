import { readdirSync, renameSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const MOST_KEPT = 5
const MARK = '.unreadable-'
const STAMP = /^(\d{8}-\d{6})(?:-(\d+))?$/

/**
 * Moves a file that cannot be used out of the way of a new one, beside it and under a name
 * that says so. Answers where it is now, or undefined if it could not be moved.
 */
export const quarantine = async (path: string, now = new Date()): Promise<string | undefined> =>
  quarantineSync(path, now)

/** The same for a start, which waits for its settings. */
export function quarantineSync(path: string, now = new Date()): string | undefined {
  try {
    const second = stampOf(now)
    const former = putAside(path)
    const ofSecond = former.filter((each) => each.second === second)
    const count = Math.max(0, ...ofSecond.map((each) => each.count)) + 1
    const place = `${path}${MARK}${second}${count === 1 ? '' : `-${count}`}`
    renameSync(path, place)
    for (const { name } of former.slice(MOST_KEPT - 1)) removeFile(join(dirname(path), name))
    return place
  } catch {
    return undefined
  }
}

/** Of the form 20260131-235959, in universal time, which never runs an hour twice. */
const stampOf = (date: Date): string =>
  date.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')

/** What of that name was put aside before, newest first. */
function putAside(path: string) {
  const start = `${basename(path)}${MARK}`
  return readdirSync(dirname(path))
    .flatMap((name) => {
      const stamp = name.startsWith(start) && STAMP.exec(name.slice(start.length))
      return stamp ? [{ name, second: String(stamp[1]), count: Number(stamp[2] ?? 1) }] : []
    })
    .sort((a, b) => (a.second === b.second ? b.count - a.count : a.second < b.second ? 1 : -1))
}

/** A folder stays: nobody can say what is in it. */
function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch {}
}
