import type { Judged } from './scenario'

/** Hundredths are as fine as an intensity is judged; finer steps are rounding noise. */
const tidy = (value: number): number => Math.round(value * 1e4) / 1e4
const clampToUnit = (value: number): number => Math.min(Math.max(value, 0), 1)

/** How far a range reaches to both sides of its most likely value. */
export interface Reach {
  readonly below: number
  readonly above: number
}

export const reachOf = ({ low, mode, high }: Judged): Reach => ({
  below: mode - low,
  above: high - mode,
})

/** The range around a most likely value, cut off at 0 and 1. */
export const rangeAround = (mode: number, { below, above }: Reach): Judged => ({
  low: tidy(clampToUnit(mode - below)),
  mode: tidy(clampToUnit(mode)),
  high: tidy(clampToUnit(mode + above)),
})
