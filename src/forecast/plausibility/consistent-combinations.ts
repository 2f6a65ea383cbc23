import { type Combination, type CrossImpactMatrix, TIE } from './cross-impacts'

/** Combinations of states one behind the other, since there may be a million of them. */
export interface ConsistentCombinations {
  readonly count: number
  readonly driverCount: number
  /** For each combination the index of each driver's state. */
  readonly states: Uint8Array
  /** For each combination the sum of the balances of its states. */
  readonly totalImpactScores: Float64Array
}

/**
 * Every combination in which no driver has a state with a higher balance than the one it is
 * in, in the order of the case, the last driver's state changing first. Weimer-Jehle 2006.
 */
export function consistentCombinations(matrix: CrossImpactMatrix): ConsistentCombinations {
  const driverCount = matrix.drivers.length
  const search = startSearch(matrix)
  descend(search, 0)
  return {
    count: search.count,
    driverCount,
    states: search.states.slice(0, search.count * driverCount),
    totalImpactScores: search.totals.slice(0, search.count),
  }
}

/** One of them, by its place. */
export const combinationAt = (
  { driverCount, states }: ConsistentCombinations,
  place: number,
): Combination => states.subarray(place * driverCount, (place + 1) * driverCount)

interface Search {
  readonly driverCount: number
  readonly stateCount: number
  readonly firstStates: Int32Array
  readonly scores: Float64Array
  /** The index of the state chosen so far for each driver. */
  readonly chosen: Uint8Array
  /** For each number of drivers that have chosen, what their states add up to for every state. */
  readonly balances: Float64Array
  readonly states: Uint8Array
  readonly totals: Float64Array
  count: number
}

function startSearch({ drivers, firstStates, scores }: CrossImpactMatrix): Search {
  const driverCount = drivers.length
  const stateCount = firstStates[driverCount] as number
  const most = drivers.reduce((product, { states }) => product * states.length, 1)
  return {
    driverCount,
    stateCount,
    firstStates,
    scores,
    chosen: new Uint8Array(driverCount),
    balances: new Float64Array((driverCount + 1) * stateCount),
    states: new Uint8Array(most * driverCount),
    totals: new Float64Array(most),
    count: 0,
  }
}

/** Goes through the states of a driver, with those before it in the states they have chosen. */
function descend(search: Search, driver: number): void {
  const { driverCount, firstStates, chosen } = search
  if (driver === driverCount) {
    keepIfConsistent(search)
    return
  }
  const first = firstStates[driver] as number
  const end = firstStates[driver + 1] as number
  for (let state = first; state < end; state++) {
    chosen[driver] = state - first
    addScores(search, driver, state)
    descend(search, driver + 1)
  }
}

/** What the first drivers add up to, from what one driver fewer did. */
function addScores({ stateCount, scores, balances }: Search, driver: number, state: number): void {
  const before = driver * stateCount
  const after = before + stateCount
  const row = state * stateCount
  for (let column = 0; column < stateCount; column++) {
    balances[after + column] =
      (balances[before + column] as number) + (scores[row + column] as number)
  }
}

function keepIfConsistent(search: Search): void {
  const { driverCount, stateCount, firstStates, chosen, balances, states } = search
  const row = driverCount * stateCount
  const place = search.count * driverCount
  let total = 0
  for (let driver = 0; driver < driverCount; driver++) {
    const first = row + (firstStates[driver] as number)
    const end = row + (firstStates[driver + 1] as number)
    const balance = balances[first + (chosen[driver] as number)] as number
    for (let at = first; at < end; at++) {
      if ((balances[at] as number) > balance + TIE) return
    }
    total += balance
    // Where it turns out not to be consistent, the next one is written over it.
    states[place + driver] = chosen[driver] as number
  }
  search.totals[search.count] = total
  search.count++
}
