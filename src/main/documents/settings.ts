import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeOwnAtomically } from './atomic-write'
import { clearLeftovers } from './leftovers'
import { quarantineSync } from './quarantine'

const MOST_RECENT = 100
const LARGEST_SETTINGS = 1024 * 1024
/** Beyond any arrangement of screens, and within what a window can be given. */
const FARTHEST = 100_000

const placeSchema = z.strictObject({
  x: z.int().min(-FARTHEST).max(FARTHEST),
  y: z.int().min(-FARTHEST).max(FARTHEST),
  width: z.int().min(1).max(FARTHEST),
  height: z.int().min(1).max(FARTHEST),
  isMaximized: z.boolean(),
})

const settingsSchema = z.strictObject({
  /** Paths, newest first. */
  recent: z.array(z.string()).max(MOST_RECENT),
  window: placeSchema.optional(),
  /** The tour of a first start has been shown. */
  tourSeen: z.boolean().optional(),
})

export type Settings = z.infer<typeof settingsSchema>

/** What is remembered from one start to the next. */
export interface SettingsStore {
  readonly current: () => Settings
  /** Takes effect at once. Resolves when it is on the disk, or could not be put there. */
  readonly change: (change: Partial<Settings>) => Promise<void>
  /** Resolves when every change is on the disk, or could not be put there. */
  readonly settled: () => Promise<void>
  /** Where a file that could not be read, or not whole, was put; undefined if all was well, null if it could not be moved. */
  readonly damaged: string | null | undefined
}

/** Settings that cannot be read are those of a first start: they never stop one. */
export function openSettings(path: string): SettingsStore {
  const { read, isWhole } = readSettings(path)
  const damaged = isWhole ? undefined : (quarantineSync(path) ?? null)
  let settings = read
  let writing = clearLeftovers(dirname(path))
  const write = (): Promise<void> => {
    const text = `${JSON.stringify(settings, null, 2)}\n`
    writing = writing.then(() => put(path, text)).catch(() => undefined)
    return writing
  }
  // What could be saved of the damaged one is otherwise gone if nothing changes.
  if (damaged) void write()
  return {
    current: () => settings,
    change: (change) => {
      settings = { ...settings, ...change }
      return write()
    },
    settled: () => writing,
    damaged,
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeOwnAtomically(path, text)
}

interface ReadSettings {
  readonly read: Settings
  /** False where something was there that could not be taken over. */
  readonly isWhole: boolean
}

function readSettings(path: string): ReadSettings {
  try {
    const given: unknown = JSON.parse(readBounded(path))
    const whole = settingsSchema.safeParse(given)
    return whole.success
      ? { read: whole.data, isWhole: true }
      : { read: salvaged(given), isWhole: false }
  } catch (error) {
    const isFirstStart = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { read: { recent: [] }, isWhole: isFirstStart }
  }
}

/** At once, so that the window can be placed; but not by waiting for a pipe. */
function readBounded(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const kind = fstatSync(file)
    if (!kind.isFile() || kind.size > LARGEST_SETTINGS) throw new Error('no file of settings')
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } finally {
    closeSync(file)
  }
}

/** Each part by itself: a damaged one costs none of the others. */
function salvaged(given: unknown): Settings {
  const parts = z.record(z.string(), z.unknown()).catch({}).parse(given)
  const recent = z
    .array(z.unknown())
    .catch([])
    .parse(parts.recent)
    .filter((path) => typeof path === 'string')
  const place = placeSchema.safeParse(parts.window)
  const tourSeen = z.boolean().safeParse(parts.tourSeen)
  return {
    recent: recent.slice(0, MOST_RECENT),
    ...(place.success ? { window: place.data } : {}),
    ...(tourSeen.success ? { tourSeen: tourSeen.data } : {}),
  }
}
