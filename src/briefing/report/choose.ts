import type { Verdict } from '../../forecast/conclusion/verdict'
import type { ClaimLine } from '../conclusion-part'
import type { DriverLine } from '../driver-part'
import type { EvidenceLine } from '../evidence-part'

/** Which of many things a report lists first; each answers all of them, the first first. */

const DISAGREEMENT: Readonly<Record<Verdict, number>> = {
  against: 0,
  below: 1,
  above: 1,
  weaker: 2,
  stronger: 3,
  within: 4,
}

/** The headline’s own claim, then those that the forecast bears out least. */
export const claimsByWeight = (
  claims: readonly ClaimLine[],
  headlineClaim: string,
): readonly ClaimLine[] => {
  const rank = ({ id, verdict }: ClaimLine) => (id === headlineClaim ? -1 : DISAGREEMENT[verdict])
  return claims.toSorted((a, b) => rank(a) - rank(b))
}

/** Those that differ from the article, by how far their intensities do; then the others. */
export const driversByDifference = (lines: readonly DriverLine[]): readonly DriverLine[] => {
  const shift = ({ intensity, reference }: DriverLine) => Math.abs(intensity.mode - reference)
  return lines.toSorted((a, b) => Number(b.isChanged) - Number(a.isChanged) || shift(b) - shift(a))
}

/** What is disputed or counts for a move, then the newest; given from the oldest on. */
export const evidenceByWeight = (items: readonly EvidenceLine[]): readonly EvidenceLine[] => {
  const weighs = ({ isDisputed, isCounted }: EvidenceLine) => Number(isDisputed || isCounted)
  return items.toReversed().toSorted((a, b) => weighs(b) - weighs(a))
}

/** So many of them, in the order in which all stand. */
export function firstOf<Item>(
  all: readonly Item[],
  byWeight: readonly Item[],
  count: number,
): readonly Item[] {
  if (count >= all.length) return all
  const chosen = new Set(byWeight.slice(0, count))
  return all.filter((item) => chosen.has(item))
}
