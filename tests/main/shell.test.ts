import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
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

  const BASE =
    "default-src 'none'; worker-src 'self'; style-src 'self'; font-src 'self'; img-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'"
  const OF_PAGE =
    "; sandbox allow-scripts allow-same-origin; require-trusted-types-for 'script'; trusted-types "

  it.each([
    ['/x/index.html', 'text/html; charset=utf-8', `${BASE}${OF_PAGE}default`],
    ['/x/press.html', 'text/html; charset=utf-8', `${BASE}${OF_PAGE}default`],
    ['/x/help.html', 'text/html; charset=utf-8', `${BASE}${OF_PAGE}'none'`],
    ['/x/assets/start-1.js', 'text/javascript; charset=utf-8', BASE],
    [
      '/x/assets/forecast-worker-Ab_-1.js',
      'text/javascript; charset=utf-8',
      `${BASE} 'wasm-unsafe-eval'`,
    ],
    [
      '/x/assets/segment-worker-Ab_-1.js',
      'text/javascript; charset=utf-8',
      `${BASE} 'wasm-unsafe-eval'`,
    ],
    ['/x/assets/other-worker-1.js', 'text/javascript; charset=utf-8', BASE],
    ['/x/forecast-worker-1.js/index.css', 'text/css; charset=utf-8', BASE],
    ['', 'text/plain; charset=utf-8', BASE],
  ])('sends %j with exactly its policy', (path, mimeType, policy) => {
    const { 'Permissions-Policy': permissions, ...headers } = pageHeaders({ path, mimeType })
    expect(headers).toEqual({
      'Content-Type': mimeType,
      'Content-Security-Policy': policy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    })
    const features = permissions?.split(', ') ?? []
    expect(features.length).toBeGreaterThan(15)
    expect(features.filter((each) => !/^[a-z-]+=\(\)$/.test(each))).toEqual([])
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
    ['nul.tar.gz', '_nul.tar.gz.brink'],
    ['aux. ', '_aux.brink'],
    // Some systems take these for the same, the small digit for a digit.
    ['prn .b', '_prn .b.brink'],
    ['COM¹', '_COM¹.brink'],
    ['conin$', '_conin$.brink'],
    ['console', 'console.brink'],
    ['com10', 'com10.brink'],
    ['a. . .', 'a.brink'],
    ['a\u0000\u2028\u2066b', 'a b.brink'],
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

  it('is one that every system takes, whatever it is made of', () => {
    const pieces = [
      'CON',
      'nul',
      ' ',
      '.',
      '/',
      '\\',
      ':',
      '..',
      '\u202e',
      '\u0000',
      '\ud800',
      'é',
      '🌍',
    ]
    const wanted = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(wanted, (text) => {
        const name = safeFileName(text, '.brink')
        expect(name).toMatch(/^[^\p{Cc}\p{Cs}<>:"/\\|?*\p{Bidi_Control}]*[^. ]\.brink$/u)
        expect(name).not.toMatch(/^[. ]|^(con|prn|aux|nul|com\d|lpt\d) *\./i)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(206)
        expect(safeFileName(name, '.brink')).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })
})
