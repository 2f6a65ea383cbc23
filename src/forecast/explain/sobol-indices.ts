/**
 * How much of the variance of an outcome comes from each of its uncertain inputs
 * (Sobol 1993, 2001). The first-order index is the share that would go, on average, if
 * the input were known; the total index the share that would stay if all else were.
 * What the total has beyond the first order is the input's part in interactions.
 */
export interface SobolIndex {
  readonly first: number
  readonly total: number
  /** 95 % confidence intervals, for the finite number of points. */
  readonly firstInterval: readonly [low: number, high: number]
  readonly totalInterval: readonly [low: number, high: number]
}

/** Outcomes at two independent sets of points, and at the first with one input taken from the second. */
export interface IndexSample {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly mixed: Float64Array
}

/** t of Student's distribution at 97.5 %, for 1 to 15 degrees of freedom. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131,
]

interface Estimate {
  readonly first: number
  readonly total: number
}

/**
 * First order by Saltelli et al. 2010 (doi:10.1016/j.cpc.2009.09.018), which has little
 * noise where the share is small, total by Jansen 1999
 * (doi:10.1016/S0010-4655(98)00154-4); intervals by leaving out one replicate of the
 * points in turn.
 *
 * @param replicates independent sets that the points are dealt to in turn, 2 to 16
 */
export function sobolIndex(sample: IndexSample, replicates: number): SobolIndex {
  const sums = Array.from({ length: replicates }, (_, replicate) =>
    sumsOf(sample, replicate, replicates),
  )
  const whole = estimate(sums)
  const without = sums.map((_, left) => estimate(sums.filter((__, index) => index !== left)))
  const interval = (key: keyof Estimate): [number, number] => {
    const values = without.map((one) => one[key])
    const mean = values.reduce((sum, value) => sum + value, 0) / replicates
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    const reach =
      (STUDENT[replicates - 2] as number) * Math.sqrt(((replicates - 1) / replicates) * squares)
    return [whole[key] - reach, whole[key] + reach]
  }
  return { ...whole, firstInterval: interval('first'), totalInterval: interval('total') }
}

/** Sums over points, of outcomes less one of them, so that no digits are lost to what all share. */
interface Sums {
  readonly count: number
  readonly a: number
  readonly b: number
  readonly aa: number
  readonly bb: number
  /** What the input's own second value changes, alone and times the outcome at all second values. */
  readonly change: number
  readonly bChange: number
  readonly changeSquared: number
}

function sumsOf({ a, b, mixed }: IndexSample, first: number, step: number): Sums {
  const shift = a[0] as number
  const sums = { count: 0, a: 0, b: 0, aa: 0, bb: 0, change: 0, bChange: 0, changeSquared: 0 }
  for (let point = first; point < a.length; point += step) {
    const x = (a[point] as number) - shift
    const y = (b[point] as number) - shift
    const change = (mixed[point] as number) - shift - x
    sums.count++
    sums.a += x
    sums.b += y
    sums.aa += x * x
    sums.bb += y * y
    sums.change += change
    sums.bChange += y * change
    sums.changeSquared += change * change
  }
  return sums
}

/** 0 for an outcome that does not vary. */
function estimate(parts: readonly Sums[]): Estimate {
  const sum = (key: keyof Sums): number => parts.reduce((all, part) => all + part[key], 0)
  const count = sum('count')
  const mean = (key: keyof Sums): number => sum(key) / count
  const center = (mean('a') + mean('b')) / 2
  const variance = (mean('aa') + mean('bb')) / 2 - center ** 2
  if (!(variance > Number.EPSILON * (mean('aa') + mean('bb')))) return { first: 0, total: 0 }
  return {
    first: (mean('bChange') - center * mean('change')) / variance,
    total: mean('changeSquared') / 2 / variance,
  }
}
