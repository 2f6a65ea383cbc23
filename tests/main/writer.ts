import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { isLeftover } from '../../src/main/documents/atomic-write'

const SOURCE = join(import.meta.dirname, '../../src/main/documents/atomic-write.ts')

export const OLD = 'old '.repeat(1_000)
const LENGTH = 50_000
export const NEW = 'n'.repeat(LENGTH)

/** Where the writer writes before it renames; strace can only follow a name that it knows. */
const TEMPORARY = '.brink-070707070707.tmp'

/**
 * Saves NEW to the path it is given and says `saved`, or `failed`, the system's reason, and
 * whether the content is in place. With `told` it first waits for a word from outside.
 */
const PROGRAM = `
import crypto from 'node:crypto'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
crypto.randomBytes = (length) => Buffer.alloc(length, 7)
syncBuiltinESMExports()
process.on('SIGXFSZ', () => {})
const { isInPlace, writeAtomically } = await import('./atomic-write.mjs')
const say = (line) => writeSync(1, line + '\\n')
const [path, told] = process.argv.slice(2)
if (told) {
  // Starts the thread that works on files, so that it can be watched from outside.
  await (await import('node:fs/promises')).stat('/')
  say('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  process.stdin.destroy()
}
say(
  await writeAtomically(path, 'n'.repeat(${LENGTH})).then(
    () => 'saved',
    (error) => ['failed', error.code, isInPlace(error)].join(' '),
  ),
)
`

/** Puts the writer, as it is in the source, into a folder of its own; answers its path. */
export function putWriter(): string {
  const folder = mkdtempSync(join(tmpdir(), 'brink-writer-'))
  chmodSync(folder, 0o755)
  const { outputText } = transpileModule(readFileSync(SOURCE, 'utf8'), {
    compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
  })
  writeFileSync(join(folder, 'atomic-write.mjs'), outputText)
  writeFileSync(join(folder, 'save.mjs'), PROGRAM)
  return join(folder, 'save.mjs')
}

/** One thread for files, and calls that strace can see. */
export const WRITER_ENV = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' }

/** Makes a folder with nothing but the file that is to be saved over, which holds OLD. */
export function putOldFile(): { folder: string; target: string } {
  const folder = mkdtempSync(join(tmpdir(), 'brink-written-'))
  const target = join(folder, 'case.brink')
  writeFileSync(target, OLD)
  return { folder, target }
}

export interface Outcome {
  /** What the writer said: `saved`, `failed …`, or nothing where it was cut short. */
  readonly said: string
  /** The calls that were made, as strace wrote them down. */
  readonly log: string
  readonly held: 'old' | 'new' | 'neither'
  /** What stands in the folder besides the file. */
  readonly left: readonly string[]
}

/** What is on the disk after a save, by looking; the folder is gone afterwards. */
export function lookAt(folder: string, target: string): Pick<Outcome, 'held' | 'left'> {
  const content = readFileSync(target, 'utf8')
  const left = readdirSync(folder).filter((name) => join(folder, name) !== target)
  rmSync(folder, { recursive: true })
  return { held: content === OLD ? 'old' : content === NEW ? 'new' : 'neither', left }
}

/** Saves once under strace, with its options for the fault, which sees only the calls on files of the save. */
export async function saveUnder(writer: string, faults: readonly string[]): Promise<Outcome> {
  const { folder, target } = putOldFile()
  const log = join(folder, 'strace.log')
  const paths = [folder, target, join(folder, TEMPORARY)].flatMap((path) => ['-P', path])
  const args = ['-f', '-o', log, ...paths, ...faults, process.execPath, writer, target]
  const said = await outputOf('strace', args)
  const calls = readFileSync(log, 'utf8')
  rmSync(log)
  return { said, log: calls, ...lookAt(folder, target) }
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: WRITER_ENV, stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', () => resolve(output.trim()))
  })
}

/** What an outcome breaks of what a save promises, in words; nothing where it is kept. */
export function brokenPromise(outcome: Outcome, mayLeave: boolean): string | undefined {
  const { said, held, left } = outcome
  if (held === 'neither') return 'the file is neither the old nor the new one'
  if (said.endsWith('saved') && held !== 'new') return 'it was said to be saved, and was not'
  if (said.endsWith('false') && held !== 'old') return 'it was said to be unchanged, and was not'
  if (said.endsWith('true') && held !== 'new') return 'it was said to be in place, and was not'
  if (left.length > 1 || !left.every(isLeftover)) return `it left ${left.join(', ')}`
  if (left.length > 0 && !mayLeave) return 'it left its temporary file'
  return undefined
}

/** How often each system call stands in a log of strace. */
export function countCalls(log: string): Map<string, number> {
  const counts = new Map<string, number>()
  // A call that another thread interrupted is shown in two parts, and counted by its first.
  for (const [, call = ''] of log.matchAll(/^(?:\d+ +)?(\w+)\(/gm)) {
    counts.set(call, (counts.get(call) ?? 0) + 1)
  }
  return counts
}

/** Runs tasks a few at a time, and answers their results in order. */
export async function fewAtOnce<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = []
  const waiting = tasks.entries()
  const work = async () => {
    for (const [index, task] of waiting) results[index] = await task()
  }
  await Promise.all([work(), work(), work()])
  return results
}

/** Whether strace is here and may look into a process. */
export const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
