import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, session } from 'electron'
import { readArguments } from './command-line/arguments'
import { EXIT, runCommand, type Terminal } from './command-line/run'
import { ownArguments } from './own-arguments'
import { answer } from './shell/ipc'
import { closeNetwork, closeSessionNetwork } from './shell/network'
import { denyNavigation, denyPermissions } from './shell/permissions'
import { registerPageScheme, servePage } from './shell/protocol'
import { appInfo } from './version'
import { startWindowedApp } from './windowed-app'
import { drawCharts } from './windows/draw-charts'

const invocation = readArguments(ownArguments(process.argv), existsSync)

registerPageScheme()
closeNetwork()
denyNavigation()
// As root the sandbox of child processes cannot be had, and asking for it ends them all.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

async function prepareShell(): Promise<void> {
  await app.whenReady()
  closeSessionNetwork(session.defaultSession)
  denyPermissions(session.defaultSession)
  servePage(join(import.meta.dirname, '../renderer'))
  answer('app:info', appInfo)
}

/** Resolves when the text is out of this process, also into a pipe. */
const write =
  (stream: NodeJS.WriteStream) =>
  (text: string): Promise<void> =>
    new Promise((resolve) => stream.write(text, () => resolve()))

const terminal: Terminal = {
  out: write(process.stdout),
  error: write(process.stderr),
  version: app.getVersion(),
  drawCharts: async (scenarioText) => {
    await prepareShell()
    return drawCharts(scenarioText)
  },
}

if (invocation.kind === 'window') {
  startWindowedApp(invocation.file, prepareShell)
} else {
  // Drawing charts opens and closes a window, which must not end the command.
  app.on('window-all-closed', () => undefined)
  runCommand(invocation, terminal).then(
    (status) => app.exit(status),
    async (error: unknown) => {
      await terminal.error(`brink: ${error instanceof Error ? error.message : String(error)}\n`)
      app.exit(EXIT.failed)
    },
  )
}
