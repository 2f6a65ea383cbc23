import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  brokenPromise,
  canTrace,
  countCalls,
  fewAtOnce,
  type Outcome,
  putWriter,
  saveUnder,
} from './writer'

const suite = canTrace ? 'a save' : 'a save (skipped: strace is not here, or may not trace)'

describe.skipIf(!canTrace)(suite, () => {
  let writer = ''
  let calls = new Map<string, number>()
  let undisturbed = ''

  beforeAll(async () => {
    writer = putWriter()
    const outcome = await saveUnder(writer, [])
    expect(outcome).toMatchObject({ said: 'saved', held: 'new', left: [] })
    undisturbed = outcome.log
    calls = countCalls(undisturbed)
  })
  afterAll(() => rmSync(dirname(writer), { recursive: true, force: true }))

  const once = (call: string, fault: string, when: number): Promise<Outcome> => {
    // A filter in the kernel spares the stops at all other calls, but loses signals.
    const filter = fault.startsWith('signal') ? [] : ['--seccomp-bpf']
    const where = ['-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${when}`]
    return saveUnder(writer, [...filter, ...where])
  }

  /** Puts a fault at the first, second, … call of a kind, until there is no such call. */
  async function atEach(call: string, fault: string, mark: string): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (let when = 1; ; when++) {
      const outcome = await once(call, fault, when)
      if (!outcome.log.includes(mark)) return outcomes
      outcomes.push(outcome)
    }
  }

  const brokenIn = (outcomes: readonly Outcome[], mayLeave: boolean) =>
    outcomes.flatMap((outcome) => {
      const broken = brokenPromise(outcome, mayLeave)
      return broken ? [`${broken}:\n${outcome.said}\n${outcome.log}`] : []
    })

  it('forces the content to the disk before the renaming, and the renaming after it', () => {
    const order = [...undisturbed.matchAll(/ (write|fsync|close|rename)\w*\(/g)].map(
      ([, call]) => call,
    )
    expect(order).toEqual(['write', 'fsync', 'close', 'rename', 'fsync', 'close'])
  })

  it('makes a new file beside it that at no time has more rights than the old one', () => {
    const made = undisturbed.match(/openat\(.*O_CREAT.*/g)
    expect(made).toHaveLength(1)
    // The old one has 0644, of which its owner's part is given first.
    expect(made?.[0]).toMatch(/O_WRONLY\|O_CREAT\|O_EXCL.*, 0600\)/)
  })

  it('is not done where the disk tells only at the closing that it could not keep it', async () => {
    const outcome = await once('close', 'error=EIO', 1)
    expect(outcome.log).toContain('(INJECTED)')
    expect(outcome).toMatchObject({ said: 'failed EIO false', held: 'old', left: [] })
  })

  it('killed at any of its calls leaves the old or the new file, whole', async () => {
    const kinds = [...calls]
    const killed = await fewAtOnce(
      kinds.map(
        ([call]) =>
          () =>
            atEach(call, 'signal=SIGKILL', 'killed by SIGKILL'),
      ),
    )
    // Every call of the undisturbed save was hit: a fault that does not fire shows nothing.
    expect(killed.map((outcomes) => outcomes.length)).toEqual(kinds.map(([, count]) => count))
    expect(brokenIn(killed.flat(), true)).toEqual([])
    const held = new Set(killed.flat().map((outcome) => outcome.held))
    expect([...held].sort()).toEqual(['new', 'old'])
  })

  // The others are put to every call by the long run, tests/soak/kill-sweep.soak.ts.
  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    'told %s by any of its calls fails with the old file, or succeeds',
    async (code) => {
      const failed = await fewAtOnce(
        [...calls.keys()].map((call) => () => atEach(call, `error=${code}`, '(INJECTED)')),
      )
      failed.forEach((outcomes, index) => {
        expect(outcomes.length).toBeGreaterThanOrEqual([...calls.values()][index] as number)
      })
      expect(brokenIn(failed.flat(), false)).toEqual([])
      for (const { said } of failed.flat()) expect(said).toMatch(/^(saved|failed .+)$/)
    },
  )

  it('says that the new content is in place where only the renaming is not confirmed', async () => {
    const outcome = await once('fsync', 'error=EIO', 2)
    expect(outcome).toMatchObject({ said: 'failed EIO true', held: 'new', left: [] })
  })

  it.each([
    ['nothing', 0, 'ENOSPC'],
    ['less than it said', 50_000, 'EIO'],
  ])('of which the disk took %s fails', async (_, answered, code) => {
    // The call is not made: nothing is written, whatever the answer says.
    const outcome = await once('write', `retval=${answered}`, 1)
    expect(outcome.log).toContain('(INJECTED)')
    expect(outcome).toMatchObject({ said: `failed ${code} false`, held: 'old', left: [] })
  })

  it('leaves its temporary file only where even the removal fails or is cut short', async () => {
    const full = ['-e', 'trace=write,unlink', '-e', 'inject=write:error=ENOSPC']
    for (const fault of ['error=EIO', 'signal=SIGKILL']) {
      const outcome = await saveUnder(writer, [...full, '-e', `inject=unlink:${fault}`])
      expect(outcome.log).toMatch(/unlink\(/)
      expect(outcome.left).toHaveLength(1)
      expect(brokenIn([outcome], true)).toEqual([])
    }
  })
})
