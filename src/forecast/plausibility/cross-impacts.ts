import type { Case, DriverState, Id } from '../scenario'

/** Cross-impacts as numbers: drivers, in the order of the case, and their states by index. */
export interface CrossImpactMatrix {
  /** Those that have states. */
  readonly drivers: readonly { readonly id: Id; readonly states: readonly DriverState[] }[]
  /** Where each driver's states begin among the states of all; one more entry for their end. */
  readonly firstStates: Int32Array
  /** Row by row: what being in the state of the row does to the state of the column. */
  readonly scores: Float64Array
}

/** The index of the state that each driver of a matrix is in. */
export type Combination = ArrayLike<number>

/**
 * Balances closer than this are equal. Scores need not be whole, and a sum of them must not
 * win by what it was rounded by.
 */
export const TIE = 1e-9

/** The matrix of a case's cross-impacts, where it has any. */
export function matrixOf({ drivers, crossImpacts }: Case): CrossImpactMatrix | undefined {
  if (!crossImpacts) return undefined
  const statesById = new Map(Object.entries(crossImpacts.states))
  const participants = drivers.flatMap(({ id }) => {
    const states = statesById.get(id)
    return states ? [{ id, states }] : []
  })
  const names = participants.flatMap(({ id, states }) => states.map((state) => `${id} ${state.id}`))
  const indices = new Map(names.map((name, index) => [name, index]))
  const indexOf = (driver: Id, state: Id): number => indices.get(`${driver} ${state}`) as number
  const scores = new Float64Array(names.length ** 2)
  for (const { from, state, to, scores: given } of crossImpacts.impacts) {
    const row = indexOf(from, state) * names.length
    for (const [target, score] of Object.entries(given)) scores[row + indexOf(to, target)] = score
  }
  return { drivers: participants, firstStates: firstStatesOf(participants), scores }
}

function firstStatesOf(drivers: CrossImpactMatrix['drivers']): Int32Array {
  const firstStates = new Int32Array(drivers.length + 1)
  for (const [d, { states }] of drivers.entries()) {
    firstStates[d + 1] = (firstStates[d] as number) + states.length
  }
  return firstStates
}

/** What being in a state does to a state of another driver; both by their index among all states. */
export const scoreOf = ({ scores, firstStates }: CrossImpactMatrix, from: number, to: number) =>
  scores[from * (firstStates.at(-1) as number) + to] as number

/** The index among all states of the one that a driver is in. */
export const chosenState = (
  { firstStates }: CrossImpactMatrix,
  combination: Combination,
  driver: number,
): number => (firstStates[driver] as number) + (combination[driver] as number)

/** By driver and state, the sum of the scores that the state has from the states of the others. */
export function balancesOf(matrix: CrossImpactMatrix, combination: Combination): number[][] {
  const { drivers, firstStates } = matrix
  return drivers.map(({ states }, driver) =>
    states.map((_, state) =>
      drivers.reduce((sum, __, other) => {
        const from = chosenState(matrix, combination, other)
        return sum + scoreOf(matrix, from, (firstStates[driver] as number) + state)
      }, 0),
    ),
  )
}
