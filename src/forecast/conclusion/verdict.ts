/** How a forecast stands to the range of a claim's wording. */
export type Verdict = 'within' | 'stronger' | 'weaker' | 'against' | 'below' | 'above'

/** Judges a forecast p against the range [low, high]; all are shares of 1. */
export function judgeVerdict(p: number, [low, high]: readonly [number, number]): Verdict {
  if (low <= p && p <= high) return 'within'
  if (low < 0.5 && high > 0.5) return p < low ? 'below' : 'above'
  const saysUnlikely = high <= 0.5
  const isFarther = saysUnlikely ? p < low : p > high
  if (isFarther) return 'stronger'
  const crosses = saysUnlikely ? p > 0.5 : p < 0.5
  return crosses ? 'against' : 'weaker'
}
