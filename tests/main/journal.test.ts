import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealed, unsealed } from '../../src/main/documents/checked-file'
import { openJournal } from '../../src/main/documents/journal'
import { lastOfEach } from '../../src/main/documents/last-of-each'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ids = Array.from({ length: 3 }, () => randomUUID())
const [id = ''] = ids
const noon = new Date('2026-01-31T12:00:00.000Z')
const work = (text: string, of = id) => ({
  id: of,
  path: '/somewhere/a.brink',
  title: 'A “title” – 標題',
  text,
  savedText: 'before' as string | null,
})
const fileOf = (of = id): string => join(folder, `${of}.journal`)
/** What the next session finds. */
const left = () => openJournal(folder).left()
const leftTexts = async () => {
  const { entries } = await left()
  return new Map(entries.map((entry) => [entry.id, entry.text]))
}

describe('a sealed text', () => {
  it('comes back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unsealed(sealed(text))).toBe(text)
      }),
    )
  })

  it('is not taken with one character changed, lost or added', () => {
    const content = sealed('{"text": "abc"}')
    for (let offset = 0; offset < content.length; offset++) {
      const [before, after] = [content.slice(0, offset), content.slice(offset + 1)]
      const changed = String.fromCharCode(content.charCodeAt(offset) ^ 1)
      expect(unsealed(`${before}${changed}${after}`)).toBeUndefined()
      expect(unsealed(`${before}${after}`)).toBeUndefined()
      expect(unsealed(`${before} ${content.slice(offset)}`)).toBeUndefined()
    }
  })
})

describe('the journal', () => {
  it('has nothing where nothing was left', async () => {
    expect(await openJournal(join(folder, 'nowhere')).left()).toEqual({ entries: [], damaged: 0 })
  })

  it('gives back what was noted, newest first', async () => {
    let time = noon.getTime()
    const journal = openJournal(join(folder, 'new'), () => new Date(time++))
    for (const each of ids) await journal.note(work(`of ${each}`, each))
    // Nobody else on the machine reads what is not in a file of the analyst's choice.
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700)
    const { entries, damaged } = await openJournal(join(folder, 'new')).left()
    const expected = ids.map((each, index) => ({
      ...work(`of ${each}`, each),
      notedAt: new Date(noon.getTime() + index).toISOString(),
    }))
    expect(entries).toEqual(expected.reverse())
    expect(damaged).toBe(0)
  })

  it('leaves out what this session noted itself', async () => {
    await openJournal(folder).note(work('theirs', ids[1]))
    const journal = openJournal(folder)
    await journal.note(work('mine'))
    expect((await journal.left()).entries.map(({ text }) => text)).toEqual(['theirs'])
  })

  it('forgets, also what was never noted and what is under way', async () => {
    const journal = openJournal(folder)
    await journal.forget(id)
    const noting = journal.note(work('late'))
    await Promise.all([journal.forget(id), noting])
    expect(readdirSync(folder)).toEqual([])
    await journal.note(work('again'))
    expect(await leftTexts()).toEqual(new Map([[id, 'again']]))
  })

  it('ignores other files, and clears away what writes that were cut short left', async () => {
    for (const name of ['notes.txt', '.journal', `${id}.journal.old`, `x${id}.journal`]) {
      writeFileSync(join(folder, name), 'mine')
    }
    writeFileSync(join(folder, '.brink-0123456789ab.tmp'), 'half')
    const before = readdirSync(folder).length
    const journal = openJournal(folder)
    await journal.note(work('a'))
    expect((await left()).damaged).toBe(0)
    expect(readdirSync(folder)).toHaveLength(before)
    expect(readdirSync(folder)).not.toContain('.brink-0123456789ab.tmp')
  })

  it('takes no path for a name', async () => {
    const journal = openJournal(join(folder, 'journal'))
    await expect(journal.note(work('a', `../${id}`))).rejects.toThrow('UUID')
    writeFileSync(fileOf(), 'mine')
    await journal.forget(`../${id}`)
    expect(readFileSync(fileOf(), 'utf8')).toBe('mine')
  })
})

describe('a disk that takes nothing', () => {
  it('fails the note and nothing else, and a later note works', async () => {
    const inside = join(folder, 'journal')
    writeFileSync(inside, 'a file where the folder should be')
    const journal = openJournal(inside)
    await expect(journal.note(work('a'))).rejects.toMatchObject({ code: /EEXIST|ENOTDIR/ })
    await journal.forget(id)
    expect(await journal.left()).toEqual({ entries: [], damaged: 0 })
    await journal.settled()
    rmSync(inside)
    await journal.note(work('b'))
    expect((await openJournal(inside).left()).entries.map(({ text }) => text)).toEqual(['b'])
  })

  it('leaves the former note where the newer one failed', async () => {
    const journal = openJournal(folder)
    await journal.note(work('small'))
    await expect(journal.note(work('x'.repeat(21 * 1024 * 1024)))).rejects.toMatchObject({
      code: 'EFBIG',
    })
    expect(await leftTexts()).toEqual(new Map([[id, 'small']]))
  })

  it('does not bring back what was forgotten before a note that failed', async () => {
    const journal = openJournal(folder)
    await journal.note(work('small'))
    const forgetting = journal.forget(id)
    const noting = journal.note(work('x'.repeat(21 * 1024 * 1024)))
    await expect(noting).rejects.toMatchObject({ code: 'EFBIG' })
    await forgetting
    expect(await leftTexts()).toEqual(new Map())
  })

  it('keeps the work alone where what was saved would be too much with it', async () => {
    const large = 'x'.repeat(12 * 1024 * 1024)
    await openJournal(folder).note({ ...work(large), savedText: large })
    const [entry] = (await left()).entries
    expect(entry?.text).toBe(large)
    expect(entry?.savedText).toBeNull()
  })
})

describe('damage', () => {
  const damageIsCounted = async (): Promise<void> => {
    expect(await left()).toEqual({ entries: [], damaged: 1 })
    expect(readdirSync(folder)).toHaveLength(1)
    expect(readdirSync(folder)[0]).toMatch(/\.journal\.unreadable-\d{8}-\d{6}$/)
    expect(await left()).toEqual({ entries: [], damaged: 0 })
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
  }
  const record = { ...work('a'), notedAt: noon.toISOString() }

  it.each<[string, () => void]>([
    ['empty', () => writeFileSync(fileOf(), '')],
    ['garbage', () => writeFileSync(fileOf(), 'garbage')],
    ['not UTF-8', () => writeFileSync(fileOf(), new Uint8Array([0xff, 0xfe, 0x80]))],
    ['too large', () => writeFileSync(fileOf(), sealed('x'.repeat(20 * 1024 * 1024)))],
    ['a folder', () => mkdirSync(fileOf())],
    ['a pipe', () => execFileSync('mkfifo', [fileOf()])],
    ['no JSON', () => writeFileSync(fileOf(), sealed('garbage'))],
    ['another record', () => writeFileSync(fileOf(), sealed('{"id": 7}'))],
    ['without a time', () => put({ ...record, notedAt: 'noon' })],
    ['with a part too many', () => put({ ...record, more: 1 })],
    ['of another document', () => put({ ...record, id: ids[1] })],
  ])('is put aside and counted: %s', async (_, make) => {
    make()
    await damageIsCounted()
  })
  const put = (content: object): void => writeFileSync(fileOf(), sealed(JSON.stringify(content)))

  it('is put aside wherever the file was cut short, and any bit turned', async () => {
    await openJournal(folder).note(work('x'.repeat(400)))
    const content = readFileSync(fileOf())
    for (let length = 0; length < content.length; length += 50) {
      writeFileSync(fileOf(), content.subarray(0, length))
      await damageIsCounted()
      const turned = Buffer.from(content)
      turned.writeUInt8(turned.readUInt8(length) ^ 4, length)
      writeFileSync(fileOf(), turned)
      await damageIsCounted()
    }
    writeFileSync(fileOf(), content)
    expect(await left()).toMatchObject({ entries: [{ id }], damaged: 0 })
  })

  it('costs none of the other documents', async () => {
    await openJournal(folder).note(work('whole', ids[1]))
    writeFileSync(fileOf(), 'garbage')
    expect(await left()).toMatchObject({ entries: [{ text: 'whole' }], damaged: 1 })
  })
})

describe('order', () => {
  /** A note, a forgetting (of a text that is undefined), or a while in which the disk goes on. */
  const operation = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ of: fc.nat(2), text: fc.option(fc.string(), { nil: undefined }) }),
    },
    { weight: 1, arbitrary: fc.record({ pause: fc.integer({ min: 0, max: 3 }) }) },
  )

  it('is kept: the disk holds the last that was asked of each document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        rmSync(folder, { recursive: true, force: true })
        const journal = openJournal(folder)
        const last = new Map<string, string>()
        const asked: Promise<void>[] = []
        for (const each of operations) {
          if ('pause' in each) await new Promise((done) => setTimeout(done, each.pause))
          else if (each.text === undefined) {
            last.delete(String(ids[each.of]))
            asked.push(journal.forget(String(ids[each.of])))
          } else {
            last.set(String(ids[each.of]), each.text)
            asked.push(journal.note(work(each.text, ids[each.of])))
          }
        }
        await journal.settled()
        expect(await leftTexts()).toEqual(last)
        await Promise.all(asked)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out all but the last that waits, and answers all when that is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 10 }), async (disk, count) => {
        const tasks = lastOfEach()
        const begun: number[] = []
        const ended: number[] = []
        const task = (number: number) => async () => {
          begun.push(number)
          await disk.schedule(Promise.resolve())
          ended.push(number)
        }
        const first = tasks.run('a', task(0))
        await Promise.resolve().then(() => undefined)
        await Promise.resolve()
        const later = Array.from({ length: count }, (_, index) => tasks.run('a', task(index + 1)))
        await disk.waitFor(Promise.all([first, ...later]))
        expect(begun).toEqual([0, count])
        expect(ended).toEqual([0, count])
        await tasks.settled()
      }),
    )
  })

  it('runs no two of one document at once, and goes on after a failure', async () => {
    const step = fc.record({ of: fc.nat(1), fails: fc.boolean(), rest: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 30 }), async (disk, steps) => {
        const tasks = lastOfEach()
        const running = [0, 0]
        const done: (number | undefined)[] = [undefined, undefined]
        const last: (number | undefined)[] = [undefined, undefined]
        const asked = steps.map(async ({ of, fails, rest }, number) => {
          for (let turn = 0; turn < rest; turn++) await disk.schedule(Promise.resolve())
          last[of] = number
          await tasks.run(String(of), async () => {
            expect(running[of]).toBe(0)
            running[of] = 1
            await disk.schedule(Promise.resolve())
            running[of] = 0
            done[of] = number
            if (fails) throw new Error('full')
          })
        })
        const results = await disk.waitFor(Promise.allSettled(asked))
        for (const result of results) {
          if (result.status === 'rejected') expect(result.reason.message).toBe('full')
        }
        expect(done).toEqual(last)
        await tasks.settled()
      }),
    )
  })
})
