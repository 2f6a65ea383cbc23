import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { findElectron } from './electron-binary.mjs'
import { passSignalsTo, root, Stop } from './run.mjs'

// Below fatal, Chromium reports services of a desktop that such a host does not have,
// between the lines of the app's own messages.
const QUIET = ['--log-level=3']
const HEADLESS = ['--ozone-platform=headless', '--disable-gpu']

/** The switches of Chromium that this host needs. */
export function chromiumSwitches({ headless }) {
  return [...QUIET, ...(mustDropSandbox() ? ['--no-sandbox'] : []), ...(headless ? HEADLESS : [])]
}

/** Makes the folder of a user who has started Brink before, and is not shown around any more. */
export function prepareUserData(folder) {
  mkdirSync(folder, { recursive: true })
  const settings = { recent: [], tourSeen: true }
  try {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings), { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/**
 * The same command, of which the system keeps no image of memory on the disk when it crashes:
 * what is open would be in it.
 */
export function withoutDump(command) {
  if (process.platform === 'win32') return command
  return ['/bin/sh', '-c', 'ulimit -c 0; exec "$0" "$@"', ...command]
}

/** Starts the app in the user's folder, shares its streams, and answers its exit code. */
export function startElectron(appArgs, { headless, cwd }) {
  const electron = findElectron()
  if (!electron) throw new Stop('Electron is not there; run `node scripts/setup.mjs`')
  const env = { ...process.env }
  // Set in the terminals of some editors; Electron would then start as plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  const args = [...chromiumSwitches({ headless }), root, ...appArgs]
  const [command, ...rest] = withoutDump([electron.executable, ...args])
  const child = spawn(command, rest, { cwd, env, stdio: 'inherit' })
  const signals = passSignalsTo(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      // Told to stop, Electron leaves with 0, as if it had done its work.
      const stoppedBy = signals.received ?? signal
      resolve(stoppedBy ? 128 + constants.signals[stoppedBy] : code)
    })
  })
}

/**
 * Chromium refuses to run as root with its sandbox, and as anyone else where the
 * system forbids user namespaces (containers, some desktops).
 */
function mustDropSandbox() {
  if (process.platform !== 'linux') return false
  if (process.getuid() === 0) return true
  const trial = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return trial.error === undefined && trial.status !== 0
}
