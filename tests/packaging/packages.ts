import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
export const packages = join(root, 'out', 'packages')

/** The file that was built with a name that ends so. */
export function built(ending: string): string {
  const names = readdirSync(packages).filter((name) => name.endsWith(ending))
  const [name] = names
  if (name === undefined || names.length > 1) {
    throw new Error(`${names.length} packages end with ${ending}`)
  }
  return join(packages, name)
}

/** Runs a command to its end; what it printed, or an error with that where it failed. */
export function ran(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

/** Why something cannot be tried here; undefined if it can. */
export function lackingFor(...commands: readonly string[]): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can make a clean system'
  const missing = commands.filter((each) => spawnSync('which', [each]).status !== 0)
  return missing.length > 0 ? `this system lacks ${missing.join(', ')}` : undefined
}
