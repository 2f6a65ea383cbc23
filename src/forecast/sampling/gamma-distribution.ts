import { logGamma } from './log-gamma'

/** A distribution function and its complement, both as logarithms so that neither tail is lost. */
export interface LogTails {
  readonly lower: number
  readonly upper: number
}

/** A continuous distribution of Y, which is ln X or logit X of the quantity X. */
export interface Distribution {
  readonly tails: (y: number) => LogTails
  readonly logDensity: (y: number) => number
  /** Of logDensity. */
  readonly slope: (y: number) => number
}

const PRECISION = 1e-16
const TINY = 1e-300

/** ln(1 − e^x) for x < 0. */
export const logComplement = (x: number): number =>
  x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x))

/** Σ x^n / ((a+1)…(a+n)), n from 0: the series of the lower incomplete gamma function. */
function lowerSeries(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > sum * PRECISION; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

/** Legendre's continued fraction of the upper incomplete gamma function, by Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 1e6; n++) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b || TINY)
    c = b + a / c || TINY
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < PRECISION * 4) break
  }
  return fraction
}

/**
 * ln X, X ~ Gamma(shape, rate 1); shape > 0.
 *
 * Series below shape + 1 and continued fraction above it (Abramowitz and Stegun
 * 6.5.29 and 6.5.31).
 */
export function logGammaDistribution(shape: number): Distribution {
  const logScale = logGamma(shape)
  const logDensity = (y: number): number => shape * y - Math.exp(y) - logScale
  const tails = (y: number): LogTails => {
    const x = Math.exp(y)
    const logKernel = shape * y - x - logScale
    if (x < shape + 1) {
      const lower = Math.min(logKernel - Math.log(shape) + Math.log(lowerSeries(shape, x)), -TINY)
      return { lower, upper: logComplement(lower) }
    }
    const upper = Math.min(logKernel + Math.log(upperFraction(shape, x)), -TINY)
    return { lower: logComplement(upper), upper }
  }
  return { tails, logDensity, slope: (y) => shape - Math.exp(y) }
}
