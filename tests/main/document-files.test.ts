import { mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDocumentFiles, type DocumentFiles } from '../../src/main/documents/document-files'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { chainScenario } from '../scenarios'
import { promised } from './promised'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const textOf = (title: string): string =>
  serializeScenario({ ...chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), title })
const NEWER = '{"format": "brink-scenario", "formatVersion": 999}'
const OWN = { isOwn: true, replacing: null }
const CHOSEN = { isOwn: false, replacing: null }

const newFiles = (kept: string[] = [], used: string[] = []): DocumentFiles =>
  createDocumentFiles({
    onUsed: (path) => used.push(path),
    keep: async (_path, text) => kept.push(text) > 0,
  })

describe('a document’s file', () => {
  it('is known by a token, one for each path', async () => {
    const used: string[] = []
    const files = newFiles([], used)
    const saved = await files.save(at('a.brink'), textOf('a'), CHOSEN)
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    expect(files.pathOf(saved.token)).toBe(at('a.brink'))
    const opened = await files.open(at('a.brink'))
    expect(opened).toMatchObject({
      kind: 'opened',
      document: { token: saved.token, text: textOf('a') },
    })
    expect(used).toEqual([at('a.brink'), at('a.brink')])
  })

  it('is the one that a link leads to', async () => {
    writeFileSync(at('true.brink'), textOf('a'))
    symlinkSync(at('true.brink'), at('link.brink'))
    const opened = await newFiles().open(at('link.brink'))
    expect(opened).toMatchObject({ kind: 'opened', document: { fileName: 'true.brink' } })
  })

  it('is saved when it is on the disk, whatever becomes of what is kept beside it', async () => {
    writeFileSync(at('a.brink'), 'no scenario')
    for (const keep of [() => Promise.reject(new Error('no room')), async () => false]) {
      const files = createDocumentFiles({ onUsed: () => undefined, keep })
      const result = await files.save(at('a.brink'), textOf('a'), CHOSEN)
      expect(result).toMatchObject({ kind: 'saved' })
      // And that nothing is kept of it is said.
      expect(JSON.stringify(result)).toContain('File > Versions')
      expect(readFileSync(at('a.brink'), 'utf8')).toBe(textOf('a'))
      expect(await files.change(at('a.brink'))).toBeNull()
    }
  })

  it('leaves what was there among the versions before it is written over, as old as it is', async () => {
    writeFileSync(at('a.brink'), textOf('first'))
    const written = new Date('2024-02-29T10:00:00.000Z')
    utimesSync(at('a.brink'), written, written)
    const kept: unknown[] = []
    const files = createDocumentFiles({
      onUsed: () => undefined,
      keep: async (path, text, writtenAt) =>
        kept.push([text, writtenAt, readFileSync(path, 'utf8')]) > 0,
    })
    await files.open(at('a.brink'))
    await files.save(at('a.brink'), textOf('second'), OWN)
    expect(kept).toEqual([
      [textOf('first'), written, textOf('first')],
      [textOf('second'), undefined, textOf('second')],
    ])
  })

  it('by another hand is not written over where it could not be kept first, agreed or not', async () => {
    writeFileSync(at('a.brink'), textOf('a'))
    let isRoom = true
    const files = createDocumentFiles({ onUsed: () => undefined, keep: async () => isRoom })
    await files.open(at('a.brink'))
    writeFileSync(at('a.brink'), textOf('theirs'))
    const change = await files.change(at('a.brink'))
    const agreed = { isOwn: true, replacing: change?.seen ?? null }
    isRoom = false
    const result = await files.save(at('a.brink'), textOf('mine'), agreed)
    expect(result).toMatchObject({ kind: 'failed' })
    expect(JSON.stringify(result)).toContain('Save As')
    expect(readFileSync(at('a.brink'), 'utf8')).toBe(textOf('theirs'))
    expect(await files.change(at('a.brink'))).toMatchObject({ theirs: textOf('theirs') })
    isRoom = true
    expect(await files.save(at('a.brink'), textOf('mine'), agreed)).toMatchObject({ kind: 'saved' })
  })

  it('is nobody else’s change at any moment of one’s own saves', async () => {
    const path = at('a.brink')
    writeFileSync(path, textOf('a'))
    const files = newFiles()
    await files.open(path)
    const saves: Promise<unknown>[] = []
    const changes: Promise<unknown>[] = []
    for (let count = 0; count < 20; count++) {
      saves.push(files.save(path, textOf(`${count}`), OWN))
      for (let look = 0; look < 3; look++) {
        changes.push(files.change(path))
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    expect(await Promise.all(changes)).toEqual(changes.map(() => null))
    expect(await Promise.all(saves)).toEqual(
      saves.map(() => expect.objectContaining({ kind: 'saved' })),
    )
    expect(readFileSync(path, 'utf8')).toBe(textOf('19'))
  })

  it('is waited for until it is written', async () => {
    const gate = promised()
    const keep = () => gate.promise.then(() => true)
    const files = createDocumentFiles({ onUsed: () => undefined, keep })
    const ended: string[] = []
    const saving = files.save(at('a.brink'), textOf('a'), CHOSEN).then(() => ended.push('saved'))
    const settled = files.settled().then(() => ended.push('settled'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(ended).toEqual([])
    gate.keep()
    await Promise.all([saving, settled])
    expect(ended).toEqual(['saved', 'settled'])
    await files.settled()
  })

  it('is never written with anything but a scenario', async () => {
    writeFileSync(at('a.brink'), textOf('a'))
    const files = newFiles()
    expect(await files.save(at('a.brink'), '{}', CHOSEN)).toMatchObject({ kind: 'failed' })
    expect(readFileSync(at('a.brink'), 'utf8')).toBe(textOf('a'))
  })

  it('of a newer version is never written over, asked for in whichever way', async () => {
    writeFileSync(at('a.brink'), textOf('a'))
    const files = newFiles()
    await files.open(at('a.brink'))
    writeFileSync(at('a.brink'), NEWER)
    const change = await files.change(at('a.brink'))
    expect(change).toMatchObject({ kind: 'changed', theirs: null, isNewer: true })
    // Of its own file the one question is asked that is open already.
    expect(await files.save(at('a.brink'), textOf('b'), OWN)).toEqual({ kind: 'changed', change })
    for (const options of [CHOSEN, { isOwn: true, replacing: change?.seen ?? null }]) {
      const result = await files.save(at('a.brink'), textOf('b'), options)
      expect(result).toMatchObject({ kind: 'failed' })
      expect(JSON.stringify(result)).toContain('made by a newer version of Brink')
    }
    expect(readFileSync(at('a.brink'), 'utf8')).toBe(NEWER)
  })

  it('written over as agreed leaves what was there to be kept', async () => {
    writeFileSync(at('a.brink'), textOf('a'))
    const kept: string[] = []
    const files = newFiles(kept)
    await files.open(at('a.brink'))
    writeFileSync(at('a.brink'), textOf('theirs'))
    const asked = await files.save(at('a.brink'), textOf('mine'), OWN)
    if (asked.kind !== 'changed') throw new Error(asked.kind)
    expect(asked.change).toMatchObject({ kind: 'changed', theirs: textOf('theirs') })
    // Changed once more before the answer: another question.
    writeFileSync(at('a.brink'), textOf('theirs again'))
    const agreed = { isOwn: true, replacing: asked.change.seen }
    expect(await files.save(at('a.brink'), textOf('mine'), agreed)).toMatchObject({
      kind: 'changed',
      change: { theirs: textOf('theirs again') },
    })
    const again = await files.change(at('a.brink'))
    const last = { isOwn: true, replacing: again?.seen ?? null }
    expect(await files.save(at('a.brink'), textOf('mine'), last)).toMatchObject({ kind: 'saved' })
    expect(readFileSync(at('a.brink'), 'utf8')).toBe(textOf('mine'))
    expect(kept).toEqual([textOf('theirs again'), textOf('mine')])
  })

  it('that is not what the work began from is asked about even if nobody touched it since', async () => {
    writeFileSync(at('a.brink'), textOf('a'))
    const files = newFiles()
    files.distrust(at('a.brink'))
    expect(await files.change(at('a.brink'))).toMatchObject({ kind: 'changed' })
    expect(await files.save(at('a.brink'), textOf('b'), OWN)).toMatchObject({ kind: 'changed' })
  })
})

type Deed = 'save' | 'agree' | 'they write' | 'they remove' | 'they touch' | 'look'

describe('whatever two hands do', () => {
  const deeds = fc.array(
    fc.constantFrom<Deed>('save', 'agree', 'they write', 'they remove', 'they touch', 'look'),
    { maxLength: 25 },
  )

  it('nothing of theirs is written over that was not agreed to, and nothing of mine is said to be saved that is not', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (order) => {
        const path = at('shared.brink')
        writeFileSync(path, textOf('first'))
        const files = newFiles()
        await files.open(path)
        let [mine, disk, agreedTo] = ['first', 'first' as string | null, null as string | null]
        let serial = 0
        for (const deed of order) {
          const name = `${deed} ${++serial}`
          if (deed === 'they write') {
            writeFileSync(path, textOf(name))
            disk = name
          } else if (deed === 'they remove') {
            rmSync(path, { force: true })
            disk = null
          } else if (deed === 'they touch') {
            if (disk !== null) writeFileSync(path, textOf(disk))
          } else if (deed === 'look') {
            const change = await files.change(path)
            expect(change === null).toBe(disk === mine)
            agreedTo = change?.seen ?? null
          } else {
            const expected = deed === 'agree' ? agreedTo : null
            const seenNow = (await files.change(path))?.seen ?? null
            const result = await files.save(path, textOf(name), {
              isOwn: true,
              replacing: expected,
            })
            if (disk === mine || (seenNow !== null && seenNow === expected)) {
              expect(result.kind).toBe('saved')
              mine = name
              disk = name
            } else {
              expect(result.kind).toBe('changed')
            }
          }
          const found = disk === null ? null : readFileSync(path, 'utf8')
          expect(found).toBe(disk === null ? null : textOf(disk))
        }
      }),
      { numRuns: 60 },
    )
  })
})
