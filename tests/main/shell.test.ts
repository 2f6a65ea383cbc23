import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { safeFileName } from '../../src/main/documents/safe-name'
import { findPageFile, listPageFiles, pageHeaders } from '../../src/main/shell/page-files'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), '')
  writeFileSync(join(folder, 'renderer', 'assets', 'notes.txt'), '')
  writeFileSync(join(folder, 'secret.html'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the page', () => {
  const find = (address: string) => findPageFile(listPageFiles(join(folder, 'renderer')), address)

  it('has the files of its folder, with their kinds', () => {
    expect(find('app://brink/index.html')?.mimeType).toBe('text/html; charset=utf-8')
    expect(find('app://brink/assets/a.js?x=1')?.mimeType).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'app://brink/',
    'app://brink/nowhere.html',
    'app://brink/../secret.html',
    'app://brink/%2e%2e/secret.html',
    'app://brink/..%2fsecret.html',
    'app://brink/index.html%00.js',
    'app://brink/assets/notes.txt',
    'app://other/index.html',
    'file:///etc/passwd',
    'http://brink/index.html',
    'not an address',
    'app://brink/../renderer-other/index.html',
    'app://brink/..\\secret.html',
    'app://brink\\index.html',
    'app://brink/..%5csecret.html',
    'app://brink/%252e%252e/secret.html',
    'app://brink/index.html%00',
    'app://brink/%69ndex.html',
    'app://brink/INDEX.HTML',
    'app://brink//index.html',
    'app://brink/index.html/',
    'app://user@brink/index.html',
    'app://user:word@brink/index.html',
    'app://brink:80/index.html',
    'app://brink.evil/index.html',
    'app://evil.brink/index.html',
    'app:index.html',
    'app:///index.html',
    'apps://brink/index.html',
    'app://brink/__proto__',
    'app://brink/constructor',
  ])('has nothing at %s', (address) => {
    expect(find(address)).toBeUndefined()
  })

  it('is sent with a policy that lets nothing in', () => {
    const policyOf = (path: string): string =>
      pageHeaders({ path, mimeType: 'text/html' })['Content-Security-Policy'] ?? ''
    expect(policyOf('/index.html')).toContain('sandbox allow-scripts allow-same-origin')
    expect(policyOf('/index.html')).toContain("require-trusted-types-for 'script'")
    expect(policyOf('/index.html')).toContain("default-src 'none'")
    expect(policyOf('/index.html')).not.toMatch(/unsafe|\*|https?:/)
    expect(policyOf('/assets/forecast-worker-Ab_-1.js')).toContain("'wasm-unsafe-eval'")
  })
})

describe('a file name', () => {
  it.each([
    ['The corridor', 'The corridor.brink'],
    ['a.brink', 'a.brink'],
    ['../../etc/passwd', 'etc passwd.brink'],
    ['C:\\x|y*?', 'C x y.brink'],
    ['dots...', 'dots.brink'],
    ['.hidden', 'hidden.brink'],
    ['CON', '_CON.brink'],
    ['lpt1.txt', '_lpt1.txt.brink'],
    ['a\u202egnp', 'a gnp.brink'],
    ['', 'scenario.brink'],
    ['x'.repeat(300), `${'x'.repeat(120)}.brink`],
    ['ა'.repeat(300), `${'ა'.repeat(66)}.brink`],
    [`${'x'.repeat(119)}😀`, `${'x'.repeat(119)}.brink`],
    [`${'x'.repeat(119)}. y`, `${'x'.repeat(119)}.brink`],
    ['a\ud800b', 'a\ufffdb.brink'],
    ['a\u009bb', 'a b.brink'],
  ])('%j becomes %j', (wanted, name) => {
    expect(safeFileName(wanted, '.brink')).toBe(name)
  })
})
