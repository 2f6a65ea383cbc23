import { basename, dirname } from 'node:path'
import type { Recovered } from '../../ipc/contract'
import { parseScenario } from '../../scenario-file/parse'
import { serializeScenario } from '../../scenario-file/serialize'
import type { Journal, JournalEntry } from './journal'
import { within } from './patience'
import { lookAt } from './standing'

/** The unsaved work that earlier sessions left, until the analyst has chosen. */
export interface Recovery {
  list(): Promise<readonly (Omit<Recovered, 'token'> & Pick<JournalEntry, 'path'>)[]>
  /**
   * The entry, to be worked on; it is no longer offered, but stays noted until it is saved.
   * Undefined for one that is gone or cannot be shown, such as a newer version's.
   */
  take(id: string): Promise<JournalEntry | undefined>
  /** Offers again what was taken and did not come on the screen. */
  putBack(id: string): Promise<void>
  find(id: string): Promise<JournalEntry | undefined>
  /** Given up for good, unless it is being worked on by now. */
  discard(id: string): Promise<void>
  /** How many notes could not be read. */
  damaged(): Promise<number>
}

export function createRecovery(journal: Journal, look: Look = lookAt): Recovery {
  const taken = new Map<string, JournalEntry>()
  const left = journal.left().then(async ({ entries, damaged }) => {
    const waiting = new Map<string, JournalEntry>()
    const areInFile = await Promise.all(entries.map((entry) => isInItsFile(entry, look)))
    for (const [index, entry] of entries.entries()) {
      // The program stopped between a save and the striking of the note.
      if (areInFile[index]) await journal.forget(entry.id)
      else waiting.set(entry.id, entry)
    }
    return { waiting, damaged }
  })
  return {
    list: async () =>
      Promise.all([...(await left).waiting.values()].map((entry) => describe(entry, look))),
    find: async (id) => (await left).waiting.get(id),
    take: async (id) => {
      const { waiting } = await left
      const entry = waiting.get(id)
      if (!entry || !parseScenario(entry.text).ok) return undefined
      waiting.delete(id)
      taken.set(id, entry)
      return entry
    },
    putBack: async (id) => {
      const entry = taken.get(id)
      if (entry) (await left).waiting.set(id, entry)
    },
    discard: async (id) => {
      const { waiting } = await left
      if (waiting.delete(id)) await journal.forget(id)
    },
    damaged: async () => (await left).damaged,
  }
}

/** Looks at a file; one that does not answer is left after a while. */
type Look = typeof lookAt

const PATIENCE_MS = 2000

/** As Brink would write it; undefined for what is no scenario. */
export const asWritten = (text: string): string | undefined => {
  const parsed = parseScenario(text)
  return parsed.ok ? serializeScenario(parsed.scenario) : undefined
}

async function isInItsFile({ path, text }: JournalEntry, look: Look): Promise<boolean> {
  if (path === null) return false
  const standing = await within(PATIENCE_MS, look(path))
  return standing?.kind === 'text' && asWritten(standing.text) === text
}

type Base = Pick<Recovered, 'file' | 'baseText'>

/** What the work began from, or itself where that cannot be known. */
export const beganFrom = ({ savedText, text }: JournalEntry): string =>
  savedText !== null && parseScenario(savedText).ok ? savedText : text

/** What recovered work is held against, and whether its file is still what the work began from. */
export async function baseOf(entry: JournalEntry, look: Look = lookAt): Promise<Base> {
  const began = beganFrom(entry)
  if (entry.path === null) return { file: 'none', baseText: began }
  const standing = await within(PATIENCE_MS, look(entry.path))
  if (!standing) return { file: 'out-of-reach', baseText: began }
  if (standing.kind === 'absent') return { file: 'gone', baseText: began }
  const now = standing.kind === 'text' ? asWritten(standing.text) : undefined
  if (now === undefined) return { file: 'changed', baseText: began }
  return { file: now === began ? 'as-saved' : 'changed', baseText: now }
}

async function describe(entry: JournalEntry, look: Look) {
  const { id, title, path, notedAt, text } = entry
  const place = path === null ? { fileName: '', folder: '' } : namesOf(path)
  return { id, title, path, notedAt, text, ...place, ...(await baseOf(entry, look)) }
}

const namesOf = (path: string) => ({ fileName: basename(path), folder: dirname(path) })
