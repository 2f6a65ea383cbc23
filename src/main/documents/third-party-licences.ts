import type { Licences } from '../../ipc/contract'
import { decodeText, type ReadFailure, readBytes } from './read-file'

/** The file that a packaged Brink carries among its resources. */
export const LICENCES_FILE = 'THIRD-PARTY-LICENSES.txt'

/** In bytes; the licences of everything together are a small part of it. */
const LARGEST_LICENCES = 8_000_000

/** Reads the licences of what Brink is built of; where there is nothing to read it says why. */
export async function readLicences(path: string): Promise<Licences> {
  const read = await readBytes(path, LARGEST_LICENCES)
  const decoded = read.ok ? decodeText(read.bytes) : read
  return decoded.ok
    ? { kind: 'text', text: decoded.text }
    : { kind: 'none', reason: sayMissing(decoded.failure) }
}

function sayMissing(failure: ReadFailure): string {
  switch (failure) {
    case 'not-found':
      return `This Brink carries no ${LICENCES_FILE}: the list is made when Brink is packaged, and this copy runs from its sources. Each library’s licence stands beside it in node_modules.`
    case 'too-large':
      return `${LICENCES_FILE} is larger than 8 MB, which the list of licences is not. Installing Brink again puts the right file in its place.`
    default:
      return `${LICENCES_FILE} could not be read. Installing Brink again puts the right file in its place.`
  }
}
