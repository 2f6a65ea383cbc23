import { constants } from 'node:os'
import { describe, expect, it } from 'vitest'
import { heldAfterFailure, writeFailureWords } from '../../src/main/documents/write-words'

const failure = (code: string): Error =>
  Object.assign(new Error(`${code}: in the words of the system, open '/secret/path'`), { code })

const KNOWN = [
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENODEV', 'ENXIO'],
  ...['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTSUP', 'ELOOP', 'ENAMETOOLONG', 'EBUSY', 'ETXTBSY'],
  ...['ESTALE', 'ETIMEDOUT', 'EMFILE', 'ENFILE', 'ENOMEM', 'EINTR'],
]

describe('why a file could not be written', () => {
  it('has words of its own for each reason that is known', () => {
    const words = KNOWN.map((code) => writeFailureWords(failure(code)))
    expect(new Set(words).size).toBe(KNOWN.length)
    for (const each of words) expect(each).not.toMatch(/unknown here/)
  })

  it('says what is so, and then what can be done', () => {
    for (const code of [...KNOWN, 'EXDEV']) {
      const words = writeFailureWords(failure(code))
      expect(words).toMatch(/^[A-Z][^.]+\. [A-Z][^.]+\.$/)
      expect(words).not.toMatch(/error|null|undefined|secret|words of the system/i)
    }
  })

  it.each(['EDQUOT', 'ESTALE'] as const)(
    'knows %s by its number, for which Node has no name',
    (name) => {
      const errno = -constants.errno[name]
      const unnamed = { code: `Unknown system error ${errno}`, errno }
      const words = writeFailureWords(Object.assign(new Error('Unknown system error'), unnamed))
      expect(words).toBe(writeFailureWords(failure(name)))
    },
  )

  it('names a reason that it does not know, so that someone else may', () => {
    expect(writeFailureWords(failure('EXDEV'))).toBe(
      'The system gave a reason unknown here (EXDEV). Try again.',
    )
  })

  it.each([new Error('boom'), 'boom', undefined, null])(
    'reads well without a reason: %j',
    (thrown) => {
      expect(writeFailureWords(thrown)).toBe('The system did not say why. Try again.')
      expect(heldAfterFailure(thrown)).toBe('What was there before is unchanged.')
      expect(heldAfterFailure(thrown, false)).toBe('Nothing was put there.')
    },
  )
})
