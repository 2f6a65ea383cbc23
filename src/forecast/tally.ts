import type { Arrays } from './chain/generator'
import type { TallyArrays } from './chain/kernel'
import { REPLICATES } from './sampling/draws'

/**
 * What is kept of the draws: sums for each replicate, and for each value's
 * distribution a histogram with its ends, in memory that does not grow with them.
 */
export interface Tally extends TallyArrays {
  drawCount: number
}

/** Bins over 0 to 1, narrow enough for quantiles to within 0.0005. */
export const BINS = 2048

/** The floats and integers that a tally takes from its kernel. */
export const roomOfTally = (valueCount: number) => ({
  floats: (REPLICATES + 2) * valueCount,
  integers: BINS * valueCount,
})

/** Most of what a tally takes up, in bytes. */
export const bytesOfTally = (valueCount: number): number => 4 * BINS * valueCount

export const emptyTally = (arrays: Arrays, valueCount: number): Tally => ({
  valueCount,
  drawCount: 0,
  sums: arrays.floats(REPLICATES * valueCount),
  counts: arrays.integers(BINS * valueCount),
  least: arrays.floats(valueCount).fill(1),
  most: arrays.floats(valueCount),
})

/** A tally in memory of its own, which can be kept or sent. */
export const copyTally = (tally: Tally): Tally => ({
  valueCount: tally.valueCount,
  drawCount: tally.drawCount,
  sums: tally.sums.slice(),
  counts: tally.counts.slice(),
  least: tally.least.slice(),
  most: tally.most.slice(),
})

/** Adds the draws of another tally to one, and answers that. */
export function addTally(into: Tally, { drawCount, sums, counts, least, most }: Tally): Tally {
  for (let i = 0; i < sums.length; i++)
    into.sums[i] = (into.sums[i] as number) + (sums[i] as number)
  for (let i = 0; i < counts.length; i++) {
    into.counts[i] = (into.counts[i] as number) + (counts[i] as number)
  }
  for (let i = 0; i < least.length; i++) {
    into.least[i] = Math.min(into.least[i] as number, least[i] as number)
    into.most[i] = Math.max(into.most[i] as number, most[i] as number)
  }
  into.drawCount += drawCount
  return into
}

const replicateDraws = (drawCount: number, replicate: number): number =>
  Math.floor((drawCount + REPLICATES - 1 - replicate) / REPLICATES)

/** Mean over all draws of one value. */
export function meanOf({ drawCount, sums }: Tally, index: number): number {
  let sum = 0
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    sum += sums[index * REPLICATES + replicate] as number
  }
  return sum / drawCount
}

/**
 * Standard error of the mean from the spread of the replicates' means; NaN for a
 * single draw, which cannot tell.
 */
export function standardErrorOf(tally: Tally, index: number): number {
  const { drawCount, sums } = tally
  const replicates = Math.min(REPLICATES, drawCount)
  const mean = meanOf(tally, index)
  let squares = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    const own =
      (sums[index * REPLICATES + replicate] as number) / replicateDraws(drawCount, replicate)
    squares += (own - mean) ** 2
  }
  return Math.sqrt(squares / (replicates - 1) / replicates)
}

/**
 * Quantiles over the draws of one value, R's type 7, to within the width of a bin.
 *
 * @param probabilities rising
 */
export function quantilesOf(
  tally: Tally,
  index: number,
  probabilities: readonly number[],
): number[] {
  const { drawCount, least, most } = tally
  const low = least[index] as number
  const high = most[index] as number
  const cursor = { bin: Math.min(Math.floor(low * BINS), BINS - 1), below: 0 }
  const orderStatistic = (rank: number): number =>
    rank === 0
      ? low
      : rank === drawCount - 1
        ? high
        : Math.min(Math.max(valueAtRank(tally, index, rank, cursor), low), high)
  return probabilities.map((probability) => {
    const position = (drawCount - 1) * probability
    const rank = Math.floor(position)
    const lower = orderStatistic(rank)
    const share = position - rank
    return share === 0 ? lower : lower + share * (orderStatistic(rank + 1) - lower)
  })
}

/**
 * The value with so many below it, draws taken as evenly spread within their bin; NaN where
 * the values counted were no numbers, so that a fault of the chain shows and holds nothing up.
 */
function valueAtRank(
  { counts }: Tally,
  index: number,
  rank: number,
  cursor: { bin: number; below: number },
): number {
  const first = index * BINS
  for (; cursor.bin < BINS; cursor.bin++) {
    const here = counts[first + cursor.bin] as number
    if (rank < cursor.below + here) {
      return (cursor.bin + (rank - cursor.below + 0.5) / here) / BINS
    }
    cursor.below += here
  }
  return Number.NaN
}
