import { mixBits } from '../forecast/sampling/sobol'

/**
 * Intervals by resampling whole disputes with replacement: the months and pairs of one
 * dispute hang together, so they are taken or left together. The same seed gives the same
 * samples, and all scores of a back-test share them, so that differences can be compared.
 */
export interface Resampling {
  readonly clusters: number
  /** How often each cluster is in each sample, sample after sample. */
  readonly weights: Uint16Array
  readonly samples: number
}

/** Whole numbers from 0 to 2^32 − 1, one after another. */
function randomBits(seed: number): () => number {
  let count = 0
  return () => mixBits(seed, count++)
}

export function resampling(clusters: number, samples: number, seed: number): Resampling {
  const weights = new Uint16Array(clusters * samples)
  const next = randomBits(seed)
  for (let sample = 0; sample < samples; sample++) {
    for (let draw = 0; draw < clusters; draw++) {
      const at = sample * clusters + (next() % clusters)
      weights[at] = (weights[at] as number) + 1
    }
  }
  return { clusters, weights, samples }
}

/** Values that belong to clusters, of which the mean is wanted. */
export interface Clustered {
  readonly values: readonly number[]
  /** Per value. */
  readonly cluster: readonly number[]
}

export interface Interval {
  readonly value: number
  /** From the 2.5 % to the 97.5 % quantile over the samples. */
  readonly low: number
  readonly high: number
}

/** R's type 7. */
export function quantile(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability
  const below = Math.floor(position)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (position - below) * (high - low)
}

/** The mean of the values with its interval; undefined where there are none. */
export function meanInterval(
  { clusters, weights, samples }: Resampling,
  { values, cluster }: Clustered,
): Interval | undefined {
  if (values.length === 0) return undefined
  const sums = new Float64Array(clusters)
  const counts = new Float64Array(clusters)
  for (const [index, value] of values.entries()) {
    const at = cluster[index] as number
    sums[at] = (sums[at] as number) + value
    counts[at] = (counts[at] as number) + 1
  }
  const means: number[] = []
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0
    let count = 0
    for (let at = 0; at < clusters; at++) {
      const weight = weights[sample * clusters + at] as number
      sum += weight * (sums[at] as number)
      count += weight * (counts[at] as number)
    }
    if (count > 0) means.push(sum / count)
  }
  const sorted = means.sort((x, y) => x - y)
  const value = values.reduce((sum, each) => sum + each, 0) / values.length
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}
