import { createHash } from 'node:crypto'
import { mkdir, readdir, stat, unlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { writeOwnAtomically } from './atomic-write'
import { readSealed, sealedRecord } from './checked-file'
import { clearLeftovers } from './leftovers'
import { overBudget, thinned } from './version-thinning'

const MOST_BYTES = 100 * 1024 * 1024
const DOCUMENT = /^[0-9a-f]{32}$/
const ID = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)-([0-9a-f]{8})\.version$/

const contentSchema = z.strictObject({
  path: z.string(),
  title: z.string(),
  savedAt: z.iso.datetime(),
  text: z.string(),
})

/** A state that a document had when it was saved. */
export interface Version {
  readonly id: string
  /** When it was written, ISO. What another hand has written is kept later than that. */
  readonly savedAt: string
  readonly title: string
}

export interface Versions {
  /**
   * Keeps a state of the document at the path, written just now or at the time given; the text
   * of the newest kept is not kept twice. Never rejects: answers false where it could not be kept.
   */
  keep(path: string, text: string, title: string, writtenAt?: Date): Promise<boolean>
  /** Newest first; damaged ones are put aside. */
  list(path: string): Promise<readonly Version[]>
  /** The text of one; undefined where there is none, or it was damaged and is put aside. */
  read(path: string, id: string): Promise<string | undefined>
  /** Resolves when nothing is being kept any more. */
  settled(): Promise<void>
}

/** The previous versions of documents, spaced in time, in a folder for each. */
export function openVersions(folder: string, now: () => Date = () => new Date()): Versions {
  const folderOf = (path: string): string => join(folder, shortSum(resolve(path), 32))
  const keep: (...state: Parameters<Versions['keep']>) => Promise<void> = async (
    path,
    text,
    title,
    writtenAt,
  ) => {
    const place = folderOf(path)
    await mkdir(place, { recursive: true, mode: 0o700 })
    await clearLeftovers(place)
    const kept = await datedIn(place)
    const sum = shortSum(text, 8)
    const [newest] = kept
    // Two files of one instant would have no order.
    const time = freeTime(now().getTime(), new Set(kept.map((each) => each.time)))
    const isKnown =
      newest?.sum === sum &&
      (await readSealed(join(place, newest.id), contentSchema))?.text === text
    if (!isKnown) {
      const savedAt = new Date(Math.min(time, writtenAt?.getTime() ?? time)).toISOString()
      const content = sealedRecord({ path: resolve(path), title, savedAt, text })
      // By when it is kept: what is old already would be the first to go.
      await writeOwnAtomically(join(place, idOf(new Date(time).toISOString(), sum)), content)
    }
    await thin(place, now())
    await trim(folder)
  }

  // One after the other also over documents: the space is counted over all of them.
  let keeping: Promise<unknown> = Promise.resolve()
  return {
    keep: (...state) => {
      const isKept = keeping
        .then(() => keep(...state))
        .then(
          () => true,
          () => false,
        )
      keeping = isKept
      return isKept
    },
    list: async (path) => {
      const place = folderOf(path)
      const versions: Version[] = []
      for (const { id } of await datedIn(place)) {
        const content = await readSealed(join(place, id), contentSchema)
        if (content) versions.push({ id, savedAt: content.savedAt, title: content.title })
      }
      return versions
    },
    read: async (path, id) =>
      ID.test(id) ? (await readSealed(join(folderOf(path), id), contentSchema))?.text : undefined,
    settled: async () => {
      await keeping
    },
  }
}

const shortSum = (text: string, length: number): string =>
  createHash('sha256').update(text, 'utf8').digest('hex').slice(0, length)

const idOf = (savedAt: string, sum: string): string =>
  `${savedAt.replaceAll(':', '-')}-${sum}.version`

function freeTime(wanted: number, taken: ReadonlySet<number>): number {
  let time = wanted
  while (taken.has(time)) time++
  return time
}

/** What is kept in the folder of a document by name and date, newest first. */
async function datedIn(place: string) {
  const names = await readdir(place).catch((): string[] => [])
  return names
    .flatMap((id) => {
      const [, hour, minute, second, sum] = ID.exec(id) ?? []
      const time = Date.parse(`${hour}:${minute}:${second}`)
      return Number.isNaN(time) ? [] : [{ id, time, sum }]
    })
    .sort((a, b) => b.time - a.time)
}

const remove = (file: string): Promise<void> => unlink(file).catch(() => undefined)

async function thin(place: string, now: Date): Promise<void> {
  const kept = await datedIn(place)
  const stay = thinned(
    kept.map(({ time }) => new Date(time)),
    now,
  )
  for (const { id } of kept.filter((_, index) => !stay[index])) await remove(join(place, id))
}

async function trim(folder: string): Promise<void> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) =>
    DOCUMENT.test(name),
  )
  const documents = await Promise.all(
    names.map(async (name) => ({ versions: await sizedIn(join(folder, name)) })),
  )
  for (const file of overBudget(documents, MOST_BYTES)) await remove(file)
}

async function sizedIn(place: string) {
  const sizes = (await datedIn(place)).map(async ({ id, time }) => {
    const file = join(place, id)
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => 0,
    )
    return { file, time, bytes }
  })
  return Promise.all(sizes)
}
