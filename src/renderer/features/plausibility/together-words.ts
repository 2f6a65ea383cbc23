import { placeOf, rankOf } from '../../../forecast/plausibility/firmness'
import {
  type CaseConsistency,
  combinationOf,
  indicesOf,
} from '../../../forecast/plausibility/plausibility'
import { endOf } from '../../../forecast/plausibility/states'
import type { Strain } from '../../../forecast/plausibility/strains'
import { sayDriverInState, sayExpected, sayStrains } from '../../../forecast/plausibility/words'
import type { Case, DriverState, Scenario } from '../../../forecast/scenario'

export const sayCount = (count: number): string => count.toLocaleString('en-GB')

/** The worst strain in a sentence, and how many more there are. */
export function sayNotice(conflictCase: Case, strains: readonly Strain[]): string {
  if (strains.length === 0) return ''
  const others = strains.length - 1
  const more =
    others === 0
      ? ''
      : others === 1
        ? ' One other sits oddly too.'
        : ` ${others} others sit oddly too.`
  return `${sayStrains(conflictCase, strains.slice(0, 1))}${more}`
}

/** What is odd about one driver, for its row. */
export const sayRowStrain = (conflictCase: Case, strain: Strain): string =>
  `Sits oddly with the others: the case expects it ${sayExpected(conflictCase, strain)}`

/** Why a driver's state is odd: who pulls, and how strongly. */
export const sayPulls = (conflictCase: Case, { because }: Strain): string =>
  because
    .map((pull) => `${sayDriverInState(conflictCase, pull)} (${saySigned(pull.score)})`)
    .join(', ')

/** A score with its sign, as in a matrix. */
export const saySigned = (score: number): string => {
  const size = Math.abs(Number(score.toFixed(2)))
  return score > 0 ? `+${size}` : score < 0 ? `−${size}` : '0'
}

/** To look for one among more than these takes longer than a moving hand may wait. */
const MOST_RANKED = 10_000

/** Which of the consistent combinations a scenario is in; empty where that cannot be told at once. */
export function sayStanding(scenario: Scenario, { matrix, consistent }: CaseConsistency): string {
  if (consistent.count > MOST_RANKED) return ''
  const place = placeOf(consistent, indicesOf(matrix, combinationOf(scenario)))
  if (place === undefined) return ''
  const rank = rankOf(consistent, place)
  return consistent.count === 1
    ? ' (the only combination that is)'
    : ` (${sayOrdinal(rank)} of ${sayCount(consistent.count)} combinations that are)`
}

function sayOrdinal(rank: number): string {
  const isTeen = rank % 100 > 10 && rank % 100 < 14
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return `${sayCount(rank)}${ending}`
}

/** The part of the scale that a state takes up, `50–80`. */
export const sayBounds = (states: readonly DriverState[], place: number): string => {
  const points = (share: number): number => Number((share * 100).toFixed(2))
  return `${points(states[place]?.from ?? 0)}–${points(endOf(states, place))}`
}
