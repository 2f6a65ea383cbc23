import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, dialog } from 'electron'

export const PORTABLE_SWITCH = '--portable'

/** The folder that holds the program, which on macOS is a folder itself with the executable deep inside. */
export const folderBeside = (executable: string, platform: NodeJS.Platform): string =>
  platform === 'darwin' ? join(dirname(executable), '..', '..', '..') : dirname(executable)

/**
 * Keeps all that is remembered beside the program instead of in the user’s own folder; it
 * has to be asked for before anything is read. Answers false, and says so, where that
 * cannot be written: kept elsewhere, it would stay behind on a machine that is not meant to keep it.
 */
export function keepDataBeside(executable: string): boolean {
  const folder = join(folderBeside(executable, process.platform), 'data')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch {
    dialog.showErrorBox(
      'Brink cannot be used as portable here.',
      `Nothing can be written to ${folder}. Start it from a place that can be written, or without ${PORTABLE_SWITCH}.`,
    )
    return false
  }
  app.setPath('userData', folder)
  return true
}
