import { LANES } from './chain/generator'
import { REPLICATES, replicateOf } from './sampling/draws'

/**
 * What is kept of the draws: sums for each replicate, and for each value's
 * distribution a histogram with its ends, in memory that does not grow with them.
 */
export interface Tally {
  readonly valueCount: number
  drawCount: number
  /** Per replicate, per value. */
  readonly sums: Float64Array
  /** Per value, per bin. */
  readonly counts: Uint32Array
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Bins over 0 to 1, narrow enough for quantiles to within 0.0005. */
export const BINS = 2048

export const emptyTally = (valueCount: number): Tally => ({
  valueCount,
  drawCount: 0,
  sums: new Float64Array(REPLICATES * valueCount),
  counts: new Uint32Array(BINS * valueCount),
  least: new Float64Array(valueCount).fill(1),
  most: new Float64Array(valueCount),
})

/**
 * Adds a block of draws, value by value, so that each histogram is at hand for all of them.
 *
 * @param rows per LANES of draws, per value, per lane, each 0 to 1
 * @param draws the number of each draw, in the order of the lanes
 */
export function addBlock(tally: Tally, rows: Float64Array, draws: Uint32Array): void {
  const { valueCount, sums, counts, least, most } = tally
  const lanes = LANES
  const groupFloats = valueCount * lanes
  for (let index = 0; index < valueCount; index++) {
    let low = least[index] as number
    let high = most[index] as number
    const firstBin = index * BINS
    for (let place = 0; place < draws.length; place++) {
      const lane = place % lanes
      const group = (place - lane) / lanes
      const value = rows[group * groupFloats + index * lanes + lane] as number
      const sum = replicateOf(draws[place] as number) * valueCount + index
      sums[sum] = (sums[sum] as number) + value
      const bin = firstBin + Math.min((value * BINS) | 0, BINS - 1)
      counts[bin] = (counts[bin] as number) + 1
      if (value < low) low = value
      if (value > high) high = value
    }
    least[index] = low
    most[index] = high
  }
  tally.drawCount += draws.length
}

const replicateDraws = (drawCount: number, replicate: number): number =>
  Math.floor((drawCount + REPLICATES - 1 - replicate) / REPLICATES)

/** Mean over all draws of one value. */
export function meanOf({ valueCount, drawCount, sums }: Tally, index: number): number {
  let sum = 0
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    sum += sums[replicate * valueCount + index] as number
  }
  return sum / drawCount
}

/**
 * Standard error of the mean from the spread of the replicates' means; NaN for a
 * single draw, which cannot tell.
 */
export function standardErrorOf(tally: Tally, index: number): number {
  const { valueCount, drawCount, sums } = tally
  const replicates = Math.min(REPLICATES, drawCount)
  const mean = meanOf(tally, index)
  let squares = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    const own =
      (sums[replicate * valueCount + index] as number) / replicateDraws(drawCount, replicate)
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
  const cursor = { bin: 0, below: 0 }
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

/** The value with so many below it, draws taken as evenly spread within their bin. */
function valueAtRank(
  { counts }: Tally,
  index: number,
  rank: number,
  cursor: { bin: number; below: number },
): number {
  const first = index * BINS
  for (;;) {
    const here = counts[first + cursor.bin] as number
    if (rank < cursor.below + here) {
      return (cursor.bin + (rank - cursor.below + 0.5) / here) / BINS
    }
    cursor.below += here
    cursor.bin++
  }
}
