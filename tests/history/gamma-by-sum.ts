/**
 * The distribution function of Gamma(shape, 1) for shapes of n + ½, by closed form:
 * erf of the root, less terms of the recurrence P(a + 1, x) = P(a, x) − x^a e^−x / Γ(a + 1).
 */
export function gammaBelow(shape: number, x: number): number {
  let below = erf(Math.sqrt(x))
  let term = (Math.sqrt(x) * Math.exp(-x)) / (Math.sqrt(Math.PI) / 2)
  for (let a = 0.5; a < shape; a++) {
    below -= term
    term *= x / (a + 1)
  }
  return below
}

/** By its power series, which converges everywhere. */
function erf(z: number): number {
  let term = z
  let sum = z
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (-z * z) / n
    sum += term / (2 * n + 1)
    if (n > 500) break
  }
  return Math.min(1, (2 / Math.sqrt(Math.PI)) * sum)
}
