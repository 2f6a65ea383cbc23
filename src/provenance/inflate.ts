import { Inflate, Unzlib } from 'fflate/browser'
import { joinBytes } from './bytes'

// fflate’s build for Node asks for threads; the other one runs everywhere.

/** What unpacking may still bring forth, over all that is packed in one file; in bytes. */
export interface Budget {
  left: number
}

/** A thousandfold is the most that a piece can come to, so no more than 4 MB come at once. */
const PIECE = 4096

/**
 * So many pieces in a row that bring forth nothing are behind the end of what was packed, or
 * pretend to be more to come; a block that has to be there whole takes half as many. The
 * library keeps such pieces and copies them with every further one.
 */
const MOST_BARREN = 32

/**
 * Unpacks deflated bytes, bare or in a zlib frame, of an origin that may be hostile;
 * undefined where they are broken or come to more than the budget has left.
 */
export function inflateWithin(
  packed: Uint8Array,
  budget: Budget,
  frame: 'bare' | 'zlib',
): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let barren = 0
  const take = (part: Uint8Array): void => {
    budget.left -= part.length
    barren = part.length > 0 ? 0 : barren + 1
    parts.push(part)
  }
  const stream = frame === 'bare' ? new Inflate(take) : new Unzlib(take)
  try {
    for (let at = 0; at < packed.length && budget.left >= 0 && barren < MOST_BARREN; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE))
    }
  } catch {
    return undefined
  }
  return budget.left < 0 ? undefined : joinBytes(parts)
}
