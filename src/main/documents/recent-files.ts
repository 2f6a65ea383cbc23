import { access } from 'node:fs/promises'
import type { SettingsStore } from './settings'

const MOST = 10
/** The longest that a list waits to learn what is still there. */
const PATIENCE_MS = 300

export interface RecentFiles {
  /** The last used first, without those known to be gone. */
  list(): Promise<readonly string[]>
  /** Puts a file first. */
  use(path: string): void
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * The files last opened or saved. A network folder that is gone may not answer for
 * minutes: its files stay in the list meanwhile, and no more than one question of the
 * system waits for it.
 */
export function createRecentFiles(settings: SettingsStore, exists = isThere): RecentFiles {
  const gone = new Set<string>()
  let looking: Promise<void> | undefined
  const look = async (): Promise<void> => {
    for (const path of settings.current().recent) {
      if (await exists(path)) gone.delete(path)
      else gone.add(path)
    }
    looking = undefined
  }
  return {
    list: async () => {
      looking ??= look()
      await Promise.race([looking, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
      return settings.current().recent.filter((path) => !gone.has(path))
    },
    use: (path) => {
      const others = settings.current().recent.filter((other) => other !== path)
      void settings.change({ recent: [path, ...others].slice(0, MOST) })
    },
  }
}
