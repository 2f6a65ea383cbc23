import { directionNumbers } from './sobol-directions'

/**
 * Scrambled Sobol points: coordinates of a low-discrepancy sequence, each
 * dimension with its own nested uniform (Owen) scrambling, so that means over
 * them are unbiased and independent scrambles tell the numerical error.
 *
 * Sequence: Sobol 1967 with Joe and Kuo's direction numbers. Scrambling by a hash
 * that works as Owen's tree of random flips: Laine and Karras 2011, in the form of
 * Burley 2020, "Practical Hash-based Owen Scrambling", JCGT 9(4).
 */

const BITS = 32

/** Dimensions there are direction numbers for. */
export const SOBOL_DIMENSIONS = directionNumbers.length + 1

function directionsOf(dimension: number): Uint32Array {
  const vectors = new Uint32Array(BITS)
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) vectors[bit] = 2 ** (BITS - 1 - bit)
    return vectors
  }
  const row = directionNumbers[dimension - 1]
  if (row === undefined) throw new RangeError(`no Sobol dimension ${dimension}`)
  const [polynomial = 1, ...initial] = row.split(' ').map(Number)
  const degree = initial.length
  for (let bit = 0; bit < BITS; bit++) {
    vectors[bit] =
      bit < degree
        ? (initial[bit] as number) * 2 ** (BITS - 1 - bit)
        : nextDirection(vectors, bit, degree, polynomial)
  }
  return vectors
}

/** The recurrence of the dimension's primitive polynomial. */
function nextDirection(
  vectors: Uint32Array,
  bit: number,
  degree: number,
  polynomial: number,
): number {
  const oldest = vectors[bit - degree] as number
  let direction = oldest ^ (oldest >>> degree)
  for (let back = 1; back < degree; back++) {
    if ((polynomial >>> (degree - back)) & 1) direction ^= vectors[bit - back] as number
  }
  return direction >>> 0
}

const known: Uint32Array[] = []

/** With the bits of each in reverse, which is how scrambling takes them. */
function reversedDirections(dimension: number): Uint32Array {
  known[dimension] ??= directionsOf(dimension).map(reverseBits)
  return known[dimension]
}

/** Mixes whole numbers into one of 32 bits of which each depends on all of theirs. */
export function mixBits(...numbers: readonly number[]): number {
  let hash = 0x9e3779b9
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    hash ^= hash >>> 16
    hash = (hash + 0x9e3779b9) | 0
  }
  return hash >>> 0
}

function reverseBits(value: number): number {
  let x = value
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return (x >>> 16) | (x << 16)
}

/**
 * One coordinate of one point, unscrambled: its binary digits, the first one lowest.
 *
 * @param index which point of the sequence, from 0
 * @param dimension from 0, below SOBOL_DIMENSIONS
 */
export function sobolDigits(index: number, dimension: number): number {
  const vectors = reversedDirections(dimension)
  let digits = 0
  for (let rest = index, bit = 0; rest !== 0; rest >>>= 1, bit++) {
    if (rest & 1) digits ^= vectors[bit] as number
  }
  return digits
}

/**
 * The coordinate of such digits, strictly between 0 and 1, with each of them flipped by
 * a hash of those before it.
 *
 * @param key chooses the scrambling; points of one set share it within a dimension
 */
export function scrambledCoordinate(digits: number, key: number): number {
  let x = digits
  x ^= Math.imul(x, 0x3d20adea)
  x = (x + key) | 0
  x = Math.imul(x, (key >>> 16) | 1)
  x ^= Math.imul(x, 0x05526c56)
  x ^= Math.imul(x, 0x53a22864)
  return ((reverseBits(x) >>> 0) + 0.5) / 2 ** BITS
}
