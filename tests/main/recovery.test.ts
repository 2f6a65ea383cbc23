import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../../src/main/documents/journal'
import { createRecovery } from '../../src/main/documents/recovery'
import { lookAt } from '../../src/main/documents/standing'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { chainScenario } from '../scenarios'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (title: string): string =>
  serializeScenario({ ...chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), title })

/** What the next session finds of work on a file that held `saved`, with the file now as it is. */
async function left(path: string | null, work = 'work', saved = 'saved') {
  const id = randomUUID()
  const text = textOf(work)
  await openJournal(folder).note({ id, path, title: work, text, savedText: textOf(saved) })
  return { id, recovery: createRecovery(openJournal(folder)) }
}

const inFile = (content: string): string => {
  const path = join(folder, 'a.brink')
  writeFileSync(path, content)
  return path
}

const notes = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.journal'))

describe('work left by an earlier session', () => {
  it.each([
    ['as it was saved', () => inFile(textOf('saved')), 'as-saved', 'saved'],
    ['written in another order', () => inFile(` ${textOf('saved')}`), 'as-saved', 'saved'],
    ['changed', () => inFile(textOf('theirs')), 'changed', 'theirs'],
    ['no scenario any more', () => inFile('garbage'), 'changed', 'saved'],
    ['gone', () => join(folder, 'gone.brink'), 'gone', 'saved'],
    ['never there', () => null, 'none', 'saved'],
  ] as [string, () => string | null, string, string][])(
    'is held against its file: %s',
    async (_, make, file, base) => {
      const { id, recovery } = await left(make())
      expect(await recovery.list()).toMatchObject([
        { id, title: 'work', file, text: textOf('work'), baseText: textOf(base) },
      ])
    },
  )

  it('is not offered where a save had put it into the file already', async () => {
    const { recovery } = await left(inFile(textOf('work')))
    expect(await recovery.list()).toEqual([])
    expect(notes()).toEqual([])
  })

  it('is noted until it is saved or discarded, also once it is taken up', async () => {
    const { id, recovery } = await left(null)
    expect((await recovery.take(id))?.title).toBe('work')
    expect(await recovery.take(id)).toBeUndefined()
    expect(await recovery.list()).toEqual([])
    expect(notes()).toHaveLength(1)
    const next = createRecovery(openJournal(folder))
    expect(await next.list()).toHaveLength(1)
    await next.discard(id)
    expect(await next.list()).toEqual([])
    expect(notes()).toEqual([])
  })

  it('is offered again where it was taken up and did not come on the screen', async () => {
    const { id, recovery } = await left(null)
    await recovery.putBack(id)
    expect(await recovery.list()).toHaveLength(1)
    await recovery.take(id)
    await recovery.putBack(id)
    expect(await recovery.list()).toMatchObject([{ id, text: textOf('work') }])
    expect((await recovery.take(id))?.id).toBe(id)
  })

  it('that was taken up while it was asked about is not discarded from under it', async () => {
    const { id, recovery } = await left(null)
    await recovery.take(id)
    await recovery.discard(id)
    expect(notes()).toHaveLength(1)
  })

  it('that this version cannot show is not handed out, and stays', async () => {
    const id = randomUUID()
    const text = '{"format": "brink-scenario", "formatVersion": 999}'
    await openJournal(folder).note({ id, path: null, title: 'newer', text, savedText: text })
    const recovery = createRecovery(openJournal(folder))
    expect(await recovery.take(id)).toBeUndefined()
    expect(await recovery.list()).toMatchObject([{ id, title: 'newer' }])
    expect(notes()).toHaveLength(1)
  })

  it('is held against itself where what it began from cannot be shown', async () => {
    const id = randomUUID()
    const [text, savedText] = [textOf('work'), 'garbage']
    await openJournal(folder).note({ id, path: null, title: 'work', text, savedText })
    const recovery = createRecovery(openJournal(folder))
    expect(await recovery.list()).toMatchObject([{ id, text, baseText: text }])
  })

  it('on a file that does not answer is offered all the same, and after no long wait', async () => {
    const there = await left(inFile(textOf('saved')))
    const gone = await left('/net/gone.brink')
    const look = (path: string) =>
      path.startsWith('/net') ? new Promise<never>(() => undefined) : lookAt(path)
    const recovery = createRecovery(openJournal(folder), look)
    const started = performance.now()
    const list = await recovery.list()
    expect(performance.now() - started).toBeLessThan(4500)
    expect(list.map(({ id, file }) => [id, file]).sort()).toEqual(
      [
        [there.id, 'as-saved'],
        [gone.id, 'out-of-reach'],
      ].sort(),
    )
  })

  it('that cannot be read is counted', async () => {
    const { recovery } = await left(null)
    await recovery.list()
    writeFileSync(join(folder, `${randomUUID()}.journal`), 'garbage')
    expect(await createRecovery(openJournal(folder)).damaged()).toBe(1)
  })
})
