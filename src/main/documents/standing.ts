import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ReadFailure, readTextFile } from './read-file'

/** What stands at a path at this moment. `seen` names it: another content has another name. */
export type Standing =
  | { readonly kind: 'absent'; readonly seen: string }
  | { readonly kind: 'text'; readonly seen: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly seen: string; readonly failure: ReadFailure }

/** By content and not by date: a file copied over by itself is the same one. */
export const seenAs = (text: string): string => createHash('sha256').update(text).digest('hex')

export async function lookAt(path: string): Promise<Standing> {
  const read = await readTextFile(path)
  if (read.ok) return { kind: 'text', seen: seenAs(read.text), text: read.text }
  return read.failure === 'not-found'
    ? { kind: 'absent', seen: 'absent' }
    : { kind: 'unreadable', seen: `unreadable: ${read.failure}`, failure: read.failure }
}

/** The file itself, whichever link leads to it; of a file that is not there the path as given. */
export async function truePath(given: string): Promise<string> {
  const path = resolve(given)
  return realpath(path).catch(() => path)
}

/** Whether two paths lead to one file, also by two names of it. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  )
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino
}
