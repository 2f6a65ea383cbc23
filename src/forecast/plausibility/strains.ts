import type { Id } from '../scenario'
import {
  balancesOf,
  type Combination,
  type CrossImpactMatrix,
  chosenState,
  scoreOf,
  TIE,
} from './cross-impacts'

export interface DriverInState {
  readonly driver: Id
  readonly state: Id
}

/** A driver that is in another state than the other drivers' states favour most. */
export interface Strain extends DriverInState {
  readonly balance: number
  /** The states with the highest balance; more than one where they are equal. */
  readonly better: readonly Id[]
  /** How much higher their balance is. */
  readonly by: number
  /** The other drivers' states that pull away from the present one, the strongest first. */
  readonly because: readonly Pull[]
}

/** How much more a driver's being in its state favours the better state, or their mean, than the present one. */
export interface Pull extends DriverInState {
  readonly score: number
}

/** The drivers of a combination whose states do not go together with the others', worst first. */
export const strainsOf = (matrix: CrossImpactMatrix, combination: Combination): Strain[] =>
  balancesOf(matrix, combination)
    .flatMap((balances, driver) => strainOf(matrix, combination, driver, balances))
    .sort((a, b) => b.by - a.by)

function strainOf(
  matrix: CrossImpactMatrix,
  combination: Combination,
  driver: number,
  balances: readonly number[],
): Strain[] {
  const balance = balances[combination[driver] as number] as number
  const highest = Math.max(...balances)
  if (highest <= balance + TIE) return []
  const better = balances.flatMap((value, state) => (value >= highest - TIE ? [state] : []))
  return [
    {
      ...nameState(matrix, combination, driver),
      balance,
      better: better.map((state) => matrix.drivers[driver]?.states[state]?.id as Id),
      by: highest - balance,
      because: pullsOn(matrix, combination, driver, better),
    },
  ]
}

/** A driver's id with that of its state in a combination. */
export function nameState(
  { drivers }: CrossImpactMatrix,
  combination: Combination,
  driver: number,
): DriverInState {
  const { id, states } = drivers[driver] as CrossImpactMatrix['drivers'][number]
  return { driver: id, state: states[combination[driver] as number]?.id as Id }
}

function pullsOn(
  matrix: CrossImpactMatrix,
  combination: Combination,
  driver: number,
  better: readonly number[],
): Pull[] {
  const first = matrix.firstStates[driver] as number
  const present = chosenState(matrix, combination, driver)
  return matrix.drivers
    .flatMap((_, other) => {
      const from = chosenState(matrix, combination, other)
      const towards = better.reduce((sum, state) => sum + scoreOf(matrix, from, first + state), 0)
      const score = towards / better.length - scoreOf(matrix, from, present)
      return score > TIE ? [{ ...nameState(matrix, combination, other), score }] : []
    })
    .sort((a, b) => b.score - a.score)
}
