import { constants } from 'node:os'
import { isInPlace } from './atomic-write'

const CONNECT_AGAIN = 'Connect it again and try once more.'
const CLOSE_OTHERS = 'Close other programs and try again.'

/** By the system's own names: why, and what can be done. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left where it should go. Make room there and try again.',
  EDQUOT: 'Your share of that disk is used up. Remove what you no longer need and try again.',
  EFBIG: 'The file would be larger than the system allows. Choose another disk.',
  EROFS: 'That place is read-only. A stick may have a switch on it that forbids writing.',
  EACCES: 'You are not allowed to write there. Ask whoever owns that folder or file.',
  EPERM:
    'That file belongs to someone else, or is locked or in use. Ask its owner, or close it elsewhere.',
  EIO: 'The disk or stick failed while it was being written to. Do not rely on it any longer.',
  ENODEV: `The disk or stick is no longer connected. ${CONNECT_AGAIN}`,
  ENXIO: `The disk or stick no longer answers. ${CONNECT_AGAIN}`,
  ENOENT: 'The folder is no longer there. If it was on a stick, connect that again.',
  ENOTDIR: 'What was a folder on the way there is now a file. Choose another folder.',
  EISDIR: 'A folder has that name. Choose another name.',
  ENOTSUP: 'A device or a pipe has that name. Choose another name.',
  ELOOP: 'The link of that name leads in a circle. Choose another name.',
  ENAMETOOLONG: 'The name is too long. Choose a shorter one.',
  EBUSY: 'Another program is using that file. Close it there and try again.',
  ETXTBSY: 'That file is a program that is running. Choose another name.',
  ESTALE: 'The network folder has changed or gone. Open it again and try once more.',
  ETIMEDOUT: 'The network folder does not answer. Try again later.',
  EMFILE: 'This program has too many files open. Close windows you do not need and try again.',
  ENFILE: `This computer has too many files open. ${CLOSE_OTHERS}`,
  ENOMEM: `This computer has no memory left. ${CLOSE_OTHERS}`,
  EINTR: 'The system broke off the writing. Try again.',
}

/** Why a file could not be written, and what can be done, for a person. */
export function writeFailureWords(error: unknown): string {
  const code = codeOf(error)
  if (code === undefined) return 'The system did not say why. Try again.'
  return WORDS[code] ?? `The system gave a reason unknown here (${code}). Try again.`
}

/** What the file holds after a write that failed, for a person; of none before nothing is said. */
export function heldAfterFailure(error: unknown, wasThere = true): string {
  if (isInPlace(error))
    return 'It has the new content, but the disk did not confirm it: a power cut may bring back the former content.'
  return wasThere ? 'What was there before is unchanged.' : 'Nothing was put there.'
}

/** The system's name of a failure. Node lacks a few of them, a full quota among others, and only has their numbers. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, errno } = error as NodeJS.ErrnoException
  if (code !== undefined && /^[A-Z0-9_]+$/.test(code)) return code
  return Object.entries(constants.errno).find(([, number]) => number === -(errno ?? 0))?.[0]
}
