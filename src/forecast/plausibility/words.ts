import { isolated } from '../isolated'
import type { Case, Id } from '../scenario'
import type { DriverInState, Strain } from './strains'

/** Past so many causes a sentence is no longer read. */
const MOST_NAMED = 2

/** What a state of a driver is called. */
export const sayState = ({ crossImpacts }: Case, { driver, state }: DriverInState): string =>
  isolated(crossImpacts?.states[driver]?.find(({ id }) => id === state)?.label ?? state)

const sayDriver = ({ drivers }: Case, driver: Id): string =>
  isolated(drivers.find(({ id }) => id === driver)?.label ?? driver)

/** A driver in its state, `Israel ties high`. */
export const sayDriverInState = (conflictCase: Case, inState: DriverInState): string =>
  `${sayDriver(conflictCase, inState.driver)} ${sayState(conflictCase, inState)}`

/** The states that would go together better, `low or as now`. */
export const sayExpected = (conflictCase: Case, { driver, better }: Strain): string =>
  better.map((state) => sayState(conflictCase, { driver, state })).join(' or ')

const inOneBreath = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What is odd about a driver's state, to follow a colon or stand in a list. */
export function sayStrain(conflictCase: Case, strain: Strain): string {
  const causes = strain.because.slice(0, MOST_NAMED)
  const because = inOneBreath(causes.map((cause) => sayDriverInState(conflictCase, cause)))
  const expected = sayExpected(conflictCase, strain)
  return `with ${because}, the case expects ${sayDriver(conflictCase, strain.driver)} ${expected}`
}

/** All that is odd about a combination, in a sentence. */
export const sayStrains = (conflictCase: Case, strains: readonly Strain[]): string =>
  `These intensities sit oddly together: ${strains
    .map((strain) => sayStrain(conflictCase, strain))
    .join('; ')}.`
