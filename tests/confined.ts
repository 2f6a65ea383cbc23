import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a program said of each of its cases, how it ended, and what it complained of. */
export interface Ran<Outcome> {
  readonly outcomes: readonly Outcome[]
  readonly status: number | null
  readonly complaint: string
}

/**
 * Runs a program of the tests in a process of its own, with half the stack and a small part
 * of the memory that a window has. It says a line of JSON for each of its cases.
 */
export function runConfined<Outcome>(source: string, args: readonly string[]): Ran<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
  try {
    const program = join(folder, 'program.mjs')
    const bundler = join(import.meta.dirname, '../node_modules/rolldown/bin/cli.mjs')
    const bundling = [bundler, source, '--platform', 'node', '--file', program]
    execFileSync(process.execPath, bundling, { stdio: 'pipe', timeout: 60_000 })
    const limits = ['--max-old-space-size=256', '--stack-size=492']
    const child = spawnSync(process.execPath, [...limits, program, ...args], {
      encoding: 'utf8',
      timeout: 200_000,
    })
    const lines = child.stdout.trim().split('\n')
    return {
      outcomes: lines.map((line) => JSON.parse(line) as Outcome),
      status: child.status,
      complaint: child.stderr,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
