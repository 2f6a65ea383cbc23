import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { readArguments } from './command-line/arguments'
import type { Command } from './command-line/command'
import { EXIT } from './command-line/exit-status'
import { isReaderGone, writeTo } from './command-line/output'
import type { Terminal } from './command-line/terminal'
import { ownArguments } from './own-arguments'
import { policyPath, readPolicy, whyNotExported } from './policy'
import { keepDataBeside, PORTABLE_SWITCH } from './portable'
import { createPress, type Press } from './press/press'
import { answer } from './shell/ipc'
import { closeNetwork, turnOffSecureNames } from './shell/network'
import { denyNavigation, removeFilePickers } from './shell/permissions'
import { registerPageScheme, servePage } from './shell/protocol'
import { closeSessions } from './shell/sessions'
import { appInfo } from './version'
import { startWindowedApp } from './windowed-app'

// A network folder that is gone holds a thread for each question about it; the few there are
// otherwise would leave none for the notes of unsaved work.
process.env.UV_THREADPOOL_SIZE ??= '24'

if (process.argv.includes(PORTABLE_SWITCH) && !keepDataBeside(app.getPath('exe')))
  app.exit(EXIT.failed)

const invocation = readArguments(ownArguments(process.argv), existsSync)

/** From a checkout another file may stand for the machine’s, which no user of a package can choose. */
const policy = readPolicy(
  (!app.isPackaged && process.env.BRINK_POLICY) ||
    policyPath(process.platform, process.env.ProgramData),
)

registerPageScheme()
closeNetwork()
closeSessions()
denyNavigation()
removeFilePickers()
// As root the sandbox of child processes cannot be had, and asking for it ends them all.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// What a start leaves behind is tidied up sooner, and its room not kept.
app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=1')

async function prepareShell(): Promise<void> {
  await app.whenReady()
  turnOffSecureNames()
  servePage(join(import.meta.dirname, '../renderer'))
  answer('app:info', appInfo)
}

const writeError = writeTo(process.stderr)

const terminal: Terminal = {
  out: writeTo(process.stdout),
  // There is nowhere left to say that saying it failed; the exit status still does.
  error: (text) => writeError(text).catch(() => undefined),
  version: app.getVersion(),
  whyNotExported: (formats) => whyNotExported(policy, formats),
  press: pressOfCommand(),
}

/** The window of a command comes up with the first job. */
function pressOfCommand(): Terminal['press'] {
  let press: Press | undefined
  return async (job) => {
    if (!press) await prepareShell()
    press ??= createPress({ staysUp: true })
    return press.make(job)
  }
}

async function carryOutCommand(command: Command): Promise<void> {
  // Drawing charts opens and closes a window, which must not end the command.
  app.on('window-all-closed', () => undefined)
  // Only a signal asks a command to quit; the runtime would leave as if all were done.
  let leaveNothing = (): void => undefined
  app.on('before-quit', () => {
    leaveNothing()
    app.exit(EXIT.failed)
  })
  // A window has no need of the model in this process, and starts sooner without it.
  const { runCommand } = await import('./command-line/run')
  leaveNothing = (await import('./documents/atomic-write')).abandonWrites
  app.exit(await runCommand(command, terminal))
}

if (invocation.kind === 'window') {
  startWindowedApp(invocation.file, policy, prepareShell)
} else {
  carryOutCommand(invocation).catch(async (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    if (!isReaderGone(error)) await terminal.error(`brink: ${reason}\n`)
    app.exit(EXIT.failed)
  })
}
