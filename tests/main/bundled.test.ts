import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBundled } from '../../src/main/documents/bundled'
import { bundledNames, bundledText, scenariosFolder } from '../bundled'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the list of bundled scenarios', () => {
  it('goes case by case, the baseline first, whatever the what-ifs are called', async () => {
    const ordered = ['a-1-baseline', 'a-1-aftermath', 'a-1-zero', 'b-2-baseline', 'b-2-advance']
    for (const name of ordered) writeFileSync(join(folder, `${name}.brink`), name)
    writeFileSync(join(folder, 'schema.json'), '')
    const files = await readBundled(folder)
    expect(files.map(({ text }) => text)).toEqual(ordered)
  })

  it('starts with what the window opens on, and leaves nothing out', async () => {
    const files = await readBundled(scenariosFolder)
    expect(files[0]?.name).toBe('iran-azerbaijan-2023-baseline.brink')
    expect(files.map(({ name }) => name).sort()).toEqual(bundledNames())
    for (const { name, text } of files) expect(text).toBe(bundledText(name))
  })
})
