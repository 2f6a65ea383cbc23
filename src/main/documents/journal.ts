import { mkdir, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeOwnAtomically } from './atomic-write'
import { readSealed, sealedRecord } from './checked-file'
import { lastOfEach } from './last-of-each'
import { clearLeftovers } from './leftovers'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ENDING = '.journal'

const entrySchema = z.strictObject({
  id: z.string(),
  path: z.string().nullable(),
  title: z.string(),
  notedAt: z.iso.datetime(),
  text: z.string(),
  savedText: z.string().nullable(),
})

/** Unsaved work of one document, as it was last noted. */
export interface JournalEntry {
  /** Of the document while it is open. */
  readonly id: string
  /** Where the document's file is. */
  readonly path: string | null
  readonly title: string
  /** When the work was noted, ISO. */
  readonly notedAt: string
  /** The scenario as serialised. */
  readonly text: string
  /** What the file (or the document before its first change) held; null where it cannot be known. */
  readonly savedText: string | null
}

export interface Journal {
  /** Notes the newest state. Resolves when it, or a later one, is on disk; rejects with the system's error. */
  note(entry: Omit<JournalEntry, 'notedAt'>): Promise<void>
  /** Forgets a document that was saved or given up, also a note of it under way. Never rejects. */
  forget(id: string): Promise<void>
  /** What earlier sessions left behind, newest first; damaged files are put aside and counted. */
  left(): Promise<{ readonly entries: readonly JournalEntry[]; readonly damaged: number }>
  /** Resolves when nothing is under way any more, however it ended. */
  settled(): Promise<void>
}

/** Where unsaved work is noted, a file for each document. */
export function openJournal(folder: string, now: () => Date = () => new Date()): Journal {
  const tasks = lastOfEach()
  const ofThisSession = new Set<string>()
  /** Forgotten, but with the file perhaps still there. */
  const forgotten = new Set<string>()
  const cleared = clearLeftovers(folder)
  const fileOf = (id: string): string => join(folder, `${id}${ENDING}`)

  const remove = async (id: string): Promise<void> => {
    forgotten.delete(id)
    await unlink(fileOf(id)).catch(() => undefined)
  }
  const write = async (entry: JournalEntry): Promise<void> => {
    const wasForgotten = forgotten.delete(entry.id)
    try {
      const content = contentOf(entry)
      await cleared
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeOwnAtomically(fileOf(entry.id), content)
    } catch (error) {
      // What was forgotten must not come back because what overtook its going failed.
      if (wasForgotten) await remove(entry.id)
      throw error
    }
  }
  return {
    note: async (entry) => {
      if (!UUID.test(entry.id)) throw new Error('a document in the journal goes by a UUID')
      ofThisSession.add(entry.id)
      const notedAt = now().toISOString()
      await tasks.run(entry.id, () => write({ ...entry, notedAt }))
    },
    forget: async (id) => {
      if (!UUID.test(id)) return
      ofThisSession.add(id)
      forgotten.add(id)
      await tasks.run(id, () => remove(id)).catch(() => undefined)
    },
    left: async () => {
      const { entries, damaged } = await readLeft(folder)
      return { entries: entries.filter(({ id }) => !ofThisSession.has(id)), damaged }
    },
    settled: () => tasks.settled(),
  }
}

/** What the file shall hold; without what was saved where both are more than could be read again. */
function contentOf({ id, path, title, notedAt, text, savedText }: JournalEntry): string {
  const record = { id, path, title, notedAt, text, savedText }
  try {
    return sealedRecord(record)
  } catch {
    return sealedRecord({ ...record, savedText: null })
  }
}

async function readLeft(folder: string) {
  const names = await readdir(folder).catch((): string[] => [])
  const ids = names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .filter((id) => UUID.test(id))
  const entries: JournalEntry[] = []
  let damaged = 0
  // One after the other: each may be large.
  for (const id of ids) {
    const schema = entrySchema.extend({ id: z.literal(id) })
    const entry = await readSealed(join(folder, `${id}${ENDING}`), schema)
    if (entry) entries.push(entry)
    if (entry === null) damaged++
  }
  return { entries: entries.sort((a, b) => (a.notedAt < b.notedAt ? 1 : -1)), damaged }
}
