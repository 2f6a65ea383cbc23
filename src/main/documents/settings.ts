import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from './atomic-write'

const settingsSchema = z.strictObject({
  /** Paths, newest first. */
  recent: z.array(z.string()).max(100),
  window: z
    .strictObject({
      x: z.int(),
      y: z.int(),
      width: z.int().min(1),
      height: z.int().min(1),
      isMaximized: z.boolean(),
    })
    .optional(),
})

export type Settings = z.infer<typeof settingsSchema>

/** What is remembered from one start to the next. */
export interface SettingsStore {
  readonly current: () => Settings
  readonly change: (change: Partial<Settings>) => Promise<void>
  /** Resolves when every change is on the disk, or could not be put there. */
  readonly settled: () => Promise<void>
}

const defaults: Settings = { recent: [] }

/** Settings that cannot be read are those of a first start: they never stop one. */
function readSettings(path: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return defaults
  }
}

export function openSettings(path: string): SettingsStore {
  let settings = readSettings(path)
  let writing = Promise.resolve()
  return {
    current: () => settings,
    change: (change) => {
      settings = { ...settings, ...change }
      const text = `${JSON.stringify(settings, null, 2)}\n`
      const write = async () => void (await writeAtomically(path, text))
      writing = writing.then(write).catch(() => undefined)
      return writing
    },
    settled: () => writing,
  }
}
