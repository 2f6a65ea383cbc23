import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import {
  decodeText,
  LARGEST_FILE,
  type ReadFailure,
  readFailureWords,
  readStart,
  readTextFile,
} from '../../src/main/documents/read-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brink-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}
const refused = (failure: ReadFailure) => ({ ok: false, failure })

/** A program that goes on for as long as the test does. */
function meanwhile(script: string): void {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })

  onTestFinished(() => {
    child.kill('SIGKILL')
  })
}

describe('what is not a regular file', () => {
  it('is refused: a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [at('pipe')])
    expect(await readTextFile(at('pipe'))).toEqual(refused('not-a-file'))
  })

  it('is refused: a pipe with a writer', async () => {
    execFileSync('mkfifo', [at('pipe')])
    const writer = spawn('sh', ['-c', `echo '{}' > ${at('pipe')}`])
    onTestFinished(() => {
      writer.kill('SIGKILL')
    })
    expect(await readTextFile(at('pipe'))).toEqual(refused('not-a-file'))
  })

  it('is refused: a socket', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(at('socket'), resolve))
    onTestFinished(() => {
      server.close()
    })
    expect(await readTextFile(at('socket'))).toEqual(refused('not-a-file'))
  })

  it.each(['/dev/zero', '/dev/null'])('is refused: %s', async (device) => {
    expect(await readTextFile(device)).toEqual(refused('not-a-file'))
    expect(await readStart(device, 100)).toEqual(refused('not-a-file'))
  })

  it('is refused: a terminal, also where there is none', async () => {
    expect((await readTextFile('/dev/tty')).ok).toBe(false)
  })

  it('is refused: a folder', async () => {
    mkdirSync(at('folder'))
    expect(await readTextFile(at('folder'))).toEqual(refused('folder'))
  })

  it('is refused: nothing at all', async () => {
    expect(await readTextFile(at('nowhere'))).toEqual(refused('not-found'))
    expect(await readTextFile(join(put('a', ''), 'b'))).toEqual(refused('not-found'))
  })
})

describe('the size of a file', () => {
  it('may be the largest that is allowed', async () => {
    const read = await readTextFile(put('full', 'x'.repeat(LARGEST_FILE)))
    expect(read.ok && read.text.length).toBe(LARGEST_FILE)
  })

  it('may not be a byte larger, nor larger than memory', async () => {
    expect(await readTextFile(put('full', new Uint8Array(LARGEST_FILE + 1)))).toEqual(
      refused('too-large'),
    )
    truncateSync(at('full'), 2 ** 40)
    expect(await readTextFile(at('full'))).toEqual(refused('too-large'))
  })

  it('may be nothing', async () => {
    expect(await readTextFile(put('empty', ''))).toEqual({ ok: true, text: '' })
  })
})

/** Reads until the file was caught while it changed. */
async function readUntilChanging(path: string): Promise<number> {
  for (let reads = 1; ; reads++) {
    const read = await readTextFile(path)
    if (!read.ok && read.failure === 'changing') return reads
    if (!read.ok) throw new Error(read.failure)
  }
}

describe('a file that changes while it is read', () => {
  it('is refused where it grows without end', async () => {
    const path = put('growing', 'x'.repeat(1e6))
    meanwhile(`const f = require('fs'); const d = f.openSync('${path}', 'a')
      for (let n = 0; n < 15e6; n++) f.writeSync(d, 'x')`)
    expect(await readUntilChanging(path)).toBeGreaterThan(0)
  })

  it('is refused where it shrinks', async () => {
    const path = put('shrinking', 'x'.repeat(1e6))
    meanwhile(`const f = require('fs'); const d = f.openSync('${path}', 'r+')
      for (;;) { f.ftruncateSync(d, 1e6); f.ftruncateSync(d, 5e5) }`)
    expect(await readUntilChanging(path)).toBeGreaterThan(0)
  })

  it('is read whole once it is at rest', async () => {
    appendFileSync(put('rested', 'a'), 'b')
    expect(await readTextFile(at('rested'))).toEqual({ ok: true, text: 'ab' })
  })
})

const decoded = (...bytes: number[]) => decodeText(new Uint8Array(bytes))

describe('the encoding', () => {
  it.each<[string, number[], string]>([
    ['UTF-8', [0xc3, 0xa9, 0xf0, 0x9f, 0x8c, 0x8d], 'é🌍'],
    ['a mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d], '{}'],
    ['a second mark, which stays to be refused', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '\ufeff'],
    ['a mark alone', [0xef, 0xbb, 0xbf], ''],
  ])('is taken: %s', (_, bytes, text) => {
    expect(decoded(...bytes)).toEqual({ ok: true, text })
  })

  it.each<[string, number[], ReadFailure]>([
    ['UTF-16, little end first', [0xff, 0xfe, 0x7b, 0x00], 'utf-16'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x7b], 'utf-16'],
    ['UTF-16 without a mark, little end first', [0x7b, 0x00, 0x0a, 0x00], 'utf-16'],
    ['UTF-16 without a mark, big end first', [0x00, 0x7b, 0x00, 0x22], 'utf-16'],
    ['Latin 1', [0x63, 0x61, 0x66, 0xe9], 'not-utf-8'],
    ['a continuation alone', [0x22, 0x80, 0x22], 'not-utf-8'],
    ['a slash in two bytes', [0xc0, 0xaf], 'not-utf-8'],
    ['a slash in three bytes', [0xe0, 0x80, 0xaf], 'not-utf-8'],
    ['a zero in two bytes', [0xc0, 0x80], 'not-utf-8'],
    ['surrogates as characters', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'not-utf-8'],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 'not-utf-8'],
    ['a character past the last', [0xf4, 0x90, 0x80, 0x80], 'not-utf-8'],
    ['a cut character', [0x7b, 0xf0, 0x9f, 0x8c], 'not-utf-8'],
    ['a byte that never occurs', [0x7b, 0xff], 'not-utf-8'],
  ])('is refused: %s', (_, bytes, failure) => {
    expect(decoded(...bytes)).toEqual(refused(failure))
  })

  it('is named to the analyst where it is the wrong one', () => {
    expect(readFailureWords['utf-16']).toBe(
      'Its text is UTF-16; UTF-8 was expected. Save it as UTF-8 in the program that wrote it.',
    )
  })
})
