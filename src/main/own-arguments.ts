import { resolve } from 'node:path'
import { app } from 'electron'

const SWITCHES_OF_THE_RUNTIME =
  /^--(?:ozone-platform|disable-|enable-|no-sandbox|user-data-dir|log-level|inspect|remote-debugging|allow-|force-|lang=|portable$|original-process-start-time)/

/** The arguments that are meant for Brink: after the app's path, without the runtime's switches. */
export function ownArguments(argv: readonly string[]): string[] {
  const appPath = app.getAppPath()
  const place = app.isPackaged
    ? 0
    : argv.findIndex((argument, index) => index > 0 && resolve(argument) === appPath)
  return argv.slice(place + 1).filter((argument) => !SWITCHES_OF_THE_RUNTIME.test(argument))
}
