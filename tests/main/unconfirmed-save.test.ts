import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { chainScenario } from '../scenarios'

/** A disk that takes a file and cannot confirm its renaming. */
const disk = vi.hoisted(() => ({ confirms: true }))
vi.mock('../../src/main/documents/atomic-write', async (original) => {
  const actual = await original<typeof import('../../src/main/documents/atomic-write')>()
  return {
    ...actual,
    writeAtomically: async (path: string, text: string) => {
      const written = await actual.writeAtomically(path, text)
      if (disk.confirms) return written
      throw Object.assign(new Error('not confirmed'), { code: 'EIO', isInPlace: true })
    },
  }
})
const { createDocumentFiles } = await import('../../src/main/documents/document-files')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (title: string): string =>
  serializeScenario({ ...chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), title })
const OWN = { isOwn: true, replacing: null }

it('a save that is in place and not confirmed is told as that, is nobody else’s change, and can be tried again', async () => {
  const path = join(folder, 'a.brink')
  writeFileSync(path, textOf('old'))
  const files = createDocumentFiles({ onUsed: () => undefined, keep: async () => true })
  await files.open(path)
  disk.confirms = false
  const result = await files.save(path, textOf('new'), OWN)
  expect(result).toMatchObject({ kind: 'failed', isUnconfirmed: true })
  expect(JSON.stringify(result)).toContain('It has the new content')
  expect(readFileSync(path, 'utf8')).toBe(textOf('new'))
  expect(await files.change(path)).toBeNull()
  disk.confirms = true
  expect(await files.save(path, textOf('newer'), OWN)).toMatchObject({ kind: 'saved' })
})
