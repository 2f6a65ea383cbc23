const HALF_LOG_TWO_PI = 0.9189385332046727

/**
 * ln Γ(x) for x > 0, to about 1e-15 relative.
 *
 * Stirling's series (Abramowitz and Stegun 6.1.41) at x ≥ 12, to which smaller
 * arguments are raised by Γ(x) = Γ(x + 1) / x.
 */
export function logGamma(x: number): number {
  let raised = x
  let product = 1
  while (raised < 12) {
    product *= raised
    raised += 1
  }
  const inverse = 1 / raised
  const square = inverse * inverse
  const correction =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))))
  return (
    (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_TWO_PI + correction - Math.log(product)
  )
}
