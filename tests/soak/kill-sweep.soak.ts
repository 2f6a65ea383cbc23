import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  brokenPromise,
  canTrace,
  countCalls,
  fewAtOnce,
  lookAt,
  type Outcome,
  putOldFile,
  putWriter,
  WRITER_ENV,
} from '../main/writer'

/** A program told that one of its own threads' calls failed may hang; it is then stopped. */
const PATIENCE_MS = 2_000

/** A busy machine takes its time for the undisturbed saves, one for each thread. */
const MOST_FOR_THE_FIRST_MS = 120_000

const ERRORS = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'ENOMEM', 'EINTR']

/** Calls that end what makes them, and so have no answer that could be another. */
const NEVER_ANSWERED = new Set(['exit', 'exit_group'])

const isOnFiles = (call: string): boolean =>
  /^(openat|close|read|write|fsync|fch|access|rename|statx|fstat|newfstat)/.test(call)

/** What the tests run on, and what the app does. */
const RUNTIMES = [
  ['Node', process.execPath],
  ['Electron', createRequire(import.meta.url)('electron') as string],
] as const

const skipped = canTrace ? '' : ' (skipped: strace is not here, or may not trace)'

/** Starts a writer that waits to be told, and answers it with the threads it has. */
async function startWriter(executable: string, writer: string, target: string) {
  const child = spawn(executable, [writer, target, 'told'], {
    env: { ...WRITER_ENV, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said += chunk
  })
  child.stdin.on('error', () => undefined)
  while (!said.includes('ready')) await once(child.stdout, 'data')
  const threads = readdirSync(`/proc/${child.pid}/task`).map(Number)
  return { child, threads: threads.sort((a, b) => a - b), said: () => said.trim() }
}

/** Attaches strace to one thread, so that its counts begin with the save, and waits until it has. */
async function watch(thread: number, log: string, faults: readonly string[]) {
  const args = ['-o', log, '-p', String(thread), ...faults]
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  // Not awaited by the caller at once: an object around it keeps `await` from doing so.
  const end = { ended: once(strace, 'close') }
  let told = ''
  strace.stderr.setEncoding('utf8').on('data', (chunk) => {
    told += chunk
  })
  const refused = end.ended.then(() => {
    if (!told.includes('attached')) throw new Error(`strace may not look: ${told}`)
  })
  while (!told.includes('attached')) await Promise.race([once(strace.stderr, 'data'), refused])
  return end
}

async function endOf(child: ChildProcess): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await once(child, 'close')
  clearTimeout(timer)
}

/** Saves once while every call of one thread, from the word to the end, is open to the fault. */
async function saveWatched(
  executable: string,
  writer: string,
  thread: number,
  faults: readonly string[],
): Promise<Outcome & { readonly threads: number }> {
  const { folder, target } = putOldFile()
  const logs = mkdtempSync(join(tmpdir(), 'brink-strace-'))
  const log = join(logs, 'log')
  const { child, threads, said } = await startWriter(executable, writer, target)
  const strace = await watch(threads[thread] as number, log, faults)
  child.stdin.end('now\n')
  await endOf(child)
  await strace.ended
  const calls = readFileSync(log, 'utf8')
  rmSync(logs, { recursive: true })
  return { said: said(), log: calls, ...lookAt(folder, target), threads: threads.length }
}

describe.skipIf(!canTrace).each(RUNTIMES)(`a save in %s${skipped}`, (name, executable) => {
  let writer = ''
  /** Each kind of call that a thread makes during an undisturbed save. */
  let kinds: { thread: number; call: string }[] = []

  beforeAll(async () => {
    writer = putWriter()
    const { threads } = await saveWatched(executable, writer, 0, [])
    for (let thread = 0; thread < threads; thread++) {
      const { said, held, left, log } = await saveWatched(executable, writer, thread, [])
      expect([said, held, left]).toEqual(['ready\nsaved', 'new', []])
      for (const call of countCalls(log).keys()) kinds.push({ thread, call })
    }
    kinds = kinds.filter(({ call }) => !NEVER_ANSWERED.has(call))
    expect(kinds.map(({ call }) => call)).toEqual(expect.arrayContaining(['write', 'rename']))
  }, MOST_FOR_THE_FIRST_MS)
  afterAll(() => rmSync(dirname(writer), { recursive: true, force: true }))

  /** Puts a fault at the first, second, … call of a kind, until there is no such call. */
  async function atEach(thread: number, call: string, fault: string, mark: string) {
    const outcomes: Outcome[] = []
    for (let when = 1; ; when++) {
      const where = ['-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${when}`]
      const outcome = await saveWatched(executable, writer, thread, where)
      if (!outcome.log.includes(mark)) return outcomes
      outcomes.push(outcome)
    }
  }

  async function sweep(fault: string, mark: string): Promise<Outcome[]> {
    const tasks = kinds.map(
      ({ thread, call }) =>
        () =>
          atEach(thread, call, fault, mark),
    )
    const outcomes = await fewAtOnce(tasks)
    // What a thread does for its memory is not the same in every run. What it does with files is.
    const silent = kinds.filter(({ call }, index) => isOnFiles(call) && !outcomes[index]?.length)
    expect(silent).toEqual([])
    return outcomes.flat()
  }

  const brokenIn = (outcomes: readonly Outcome[]) =>
    outcomes.flatMap((outcome) => {
      const mayLeave = !/saved|failed/.test(outcome.said)
      const broken = brokenPromise(outcome, mayLeave)
      return broken ? [`${broken}:\n${outcome.said}\n${outcome.log}`] : []
    })

  it('killed at every call of every thread', async () => {
    const outcomes = await sweep('signal=SIGKILL', 'killed by SIGKILL')
    expect(brokenIn(outcomes)).toEqual([])
    console.log(`figure: ${name} killed at ${outcomes.length} calls: ${found(outcomes)}`)
  })

  it.each(ERRORS)('told %s by every call of every thread', async (code) => {
    const outcomes = await sweep(`error=${code}`, '(INJECTED)')
    expect(brokenIn(outcomes)).toEqual([])
    const said = (word: string) => outcomes.filter((each) => each.said.includes(word)).length
    const ends = `${said('saved')} saved, ${said('failed')} said to have failed`
    console.log(
      `figure: ${name} told ${code} at ${outcomes.length} calls: ${ends}, ${found(outcomes)}`,
    )
  })
})

const found = (outcomes: readonly Outcome[]): string => {
  const number = (keep: (each: Outcome) => boolean) => outcomes.filter(keep).length
  const old = number(({ held }) => held === 'old')
  const left = number(({ left }) => left.length > 0)
  return `${old} times the old file, ${outcomes.length - old} times the new one, ${left} times a temporary file beside it`
}
