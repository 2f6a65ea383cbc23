import { type ConsistentCombinations, combinationAt } from './consistent-combinations'
import type { Combination } from './cross-impacts'

/** The places of the firmest consistent combinations: the highest total impact score first. */
export function firmestOf({ count, totalImpactScores }: ConsistentCombinations, most: number) {
  const places: number[] = []
  const scoreAt = (place: number): number => totalImpactScores[place] as number
  for (let place = 0; place < count; place++) {
    const last = places.at(-1)
    if (places.length === most && last !== undefined && scoreAt(last) >= scoreAt(place)) continue
    const before = places.findLastIndex((other) => scoreAt(other) >= scoreAt(place))
    places.splice(before + 1, 0, place)
    if (places.length > most) places.pop()
  }
  return places
}

/** The place of a combination among the consistent ones; undefined where it is none of them. */
export function placeOf(
  consistent: ConsistentCombinations,
  combination: Combination,
): number | undefined {
  for (let place = 0; place < consistent.count; place++) {
    const other = combinationAt(consistent, place)
    if (Array.prototype.every.call(other, (state, driver) => state === combination[driver])) {
      return place
    }
  }
  return undefined
}

/** Which in the order of firmness the combination at a place is, counted from 1. */
export function rankOf({ count, totalImpactScores }: ConsistentCombinations, place: number) {
  const score = totalImpactScores[place] as number
  let rank = 1
  for (let other = 0; other < count; other++) {
    const otherScore = totalImpactScores[other] as number
    if (otherScore > score || (otherScore === score && other < place)) rank++
  }
  return rank
}
