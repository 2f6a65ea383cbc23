import { type Distribution, type LogTails, logComplement } from './gamma-distribution'
import { logGamma } from './log-gamma'

const TINY = 1e-300

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY)
  let value = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d || TINY)
    c = 1 + even / c || TINY
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d || TINY)
    c = 1 + odd / c || TINY
    const step = d * c
    value *= step
    if (Math.abs(step - 1) < 4e-16) break
  }
  return value
}

/** ln of the smaller side of the distribution function, where the fraction converges. */
const logSide = (a: number, b: number, x: number, logKernel: number): number =>
  Math.min(logKernel - Math.log(a) + Math.log(fraction(a, b, x)), -TINY)

/**
 * logit X, X ~ Beta(a, b); a and b > 0.
 *
 * Continued fraction DLMF 8.17.22, on the side of the mean where it converges fast.
 */
export function logitBetaDistribution(a: number, b: number): Distribution {
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b)
  /** x^a (1−x)^b / B(a, b) */
  const logDensity = (y: number): number =>
    logScale - a * Math.log1p(Math.exp(-y)) - b * Math.log1p(Math.exp(y))
  const tails = (y: number): LogTails => {
    const x = 1 / (1 + Math.exp(-y))
    const logKernel = logDensity(y)
    if (x < (a + 1) / (a + b + 2)) {
      const lower = logSide(a, b, x, logKernel)
      return { lower, upper: logComplement(lower) }
    }
    const upper = logSide(b, a, 1 / (1 + Math.exp(y)), logKernel)
    return { lower: logComplement(upper), upper }
  }
  return { tails, logDensity, slope: (y) => a - (a + b) / (1 + Math.exp(-y)) }
}
