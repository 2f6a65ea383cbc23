import { join } from 'node:path'
import { app, clipboard } from 'electron'
import { LICENCES_FILE, readLicences } from '../documents/third-party-licences'
import { answer } from '../shell/ipc'

/** Answers what windows ask about the program itself. */
export function answerAbout(): void {
  // Beside the resources of the runtime there may be another program's file.
  const folder = app.isPackaged ? process.resourcesPath : app.getAppPath()
  answer('licences:third-party', () => readLicences(join(folder, LICENCES_FILE)))
  answer('clipboard:text', ({ text }) => clipboard.writeText(text))
}
