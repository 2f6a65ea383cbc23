import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { isReaderGone, writeTo } from '../../src/main/command-line/output'

const failingWith = (code: string): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  })

describe('output', () => {
  it('is out once the promise resolves', async () => {
    let taken = ''
    const slow = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        setTimeout(() => {
          taken += chunk.toString()
          done()
        }, 20)
      },
    })
    await writeTo(slow)('all of it')
    expect(taken).toBe('all of it')
  })

  it('says when it could not be written, and only there', async () => {
    await expect(writeTo(failingWith('ENOSPC'))('x')).rejects.toMatchObject({ code: 'ENOSPC' })
  })

  it('knows a reader that has gone', async () => {
    const outcome = await writeTo(failingWith('EPIPE'))('x').catch(isReaderGone)
    expect(outcome).toBe(true)
    expect(isReaderGone(Object.assign(new Error(), { code: 'ENOSPC' }))).toBe(false)
  })
})
