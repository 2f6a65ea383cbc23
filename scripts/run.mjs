import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const at = (...parts) => join(root, ...parts)

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A failure that is told in one message, without a stack. */
export class Stop extends Error {}

/** Everything said here goes to stderr: stdout belongs to the app. */
export function say(line) {
  process.stderr.write(`brink: ${line}\n`)
}

/**
 * Runs a command to its end. Its output is kept and answered with `capture`, goes
 * where this process writes with `shown`, and otherwise to stderr.
 */
export function run(command, args, { capture, shown, timeout, shell = false, env } = {}) {
  const target = capture ? 'pipe' : shown ? 'inherit' : process.stderr
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      shell,
      timeout,
      env: { ...process.env, ...env },
      stdio: ['ignore', target, capture ? 'pipe' : 'inherit'],
    })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }))
    const signals = passSignalsTo(child)
    child.on('close', (code) => {
      // A step that was interrupted must not lead to the next one.
      if (signals.received) process.exit(128 + constants.signals[signals.received])
      signals.stopPassing()
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Sends what would stop this process to the child instead, so that neither outlives the other. */
export function passSignalsTo(child) {
  const signals = { received: null, stopPassing }
  const pass = (signal) => {
    signals.received = signal
    child.kill(signal)
  }
  function stopPassing() {
    for (const name of STOPPING) process.off(name, pass)
  }
  for (const name of STOPPING) process.on(name, pass)
  return signals
}

export function npm(args, options) {
  // npm names its own script to what it runs, which spares a shell on Windows.
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Runs a command of an installed package, by this same Node and on every system alike. */
export function tool(packageName, args, options, command = packageName) {
  const manifest = at('node_modules', packageName, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const script = join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
  return run(process.execPath, [script, ...args], options)
}

/** Where the user stood: npm moves to the top of the checkout before it runs a script. */
export function userFolder(npmScript) {
  const movedByNpm = process.env.npm_lifecycle_event === npmScript && process.env.INIT_CWD
  return movedByNpm ? process.env.INIT_CWD : process.cwd()
}

/** Runs `main` when the module at `moduleUrl` is what Node was started with. */
export async function runIfStarted(moduleUrl, main) {
  if (!process.argv[1] || moduleUrl !== pathToFileURL(process.argv[1]).href) return
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0
  } catch (error) {
    say(error instanceof Stop ? error.message : error.stack)
    process.exitCode = 1
  }
}
