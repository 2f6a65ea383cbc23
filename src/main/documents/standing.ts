import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { within } from './patience'
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

/**
 * The file itself, whichever link leads to it or to its folder. One that is not there yet has
 * the path that it will have; where its folder is not there either, the path as given.
 */
export async function truePath(given: string): Promise<string> {
  const path = resolve(given)
  return realpath(path).catch(() =>
    realpath(dirname(path)).then(
      (folder) => join(folder, basename(path)),
      () => path,
    ),
  )
}

interface Identity {
  readonly dev: bigint
  readonly ino: bigint
}

const PATIENCE_MS = 1000

const identify = (path: string): Promise<Identity | undefined> =>
  stat(path, { bigint: true }).catch(() => undefined)

/**
 * Whether two paths lead to one file, also by two names of it. Of a folder that does not
 * answer it is not known to, so that other work need not wait for it.
 */
export async function isSameFile(one: string, other: string, look = identify): Promise<boolean> {
  if (one === other) return true
  const looks = [one, other].map((path) => within(PATIENCE_MS, look(path)))
  const [first, second] = await Promise.all(looks)
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino
}
