import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && ['.ts', '.tsx'].includes(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    path: path.slice(src.length + 1).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }))

const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('the source', () => {
  it('is found', () => {
    expect(filesWith(/from 'electron'/)).toContain('main/index.ts')
  })

  it('takes Node’s network only in order to close it', () => {
    const network =
      /['"](node:)?(net|http|https|http2|tls|dgram|dns|inspector|quic)(\/promises)?['"]/
    expect(filesWith(network)).toEqual(['main/shell/network.ts'])
  })

  it('starts no program and no thread in which the network would be open', () => {
    expect(filesWith(/(node:)?(child_process|cluster|worker_threads)['"]|utilityProcess/)).toEqual(
      [],
    )
  })

  it('asks for nothing by the runtime’s network, reports no crash and updates nothing', () => {
    expect(filesWith(/\b(crashReporter|autoUpdater|net\.(fetch|request|connect))\b/)).toEqual([])
    expect(filesWith(/\bopenExternal\b|loadURL\(['"`]https?:/)).toEqual([])
  })

  it('makes no markup and no code of text', () => {
    const written =
      /\b(innerHTML|outerHTML)\s*\+?=[^=]|\b(insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\(|new Function\()/
    expect(filesWith(written)).toEqual([])
  })
})
