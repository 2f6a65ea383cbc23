import type { Case, Id, Scenario } from '../scenario'
import {
  type ConsistentCombinations,
  combinationAt,
  consistentCombinations,
} from './consistent-combinations'
import { type Combination, type CrossImpactMatrix, matrixOf } from './cross-impacts'
import { stateAt } from './states'
import { type DriverInState, nameState, type Strain, strainsOf } from './strains'

/** Whether the drivers' states go together, and what would. */
export interface Plausibility {
  readonly combination: readonly DriverInState[]
  readonly isConsistent: boolean
  /** Worst first. */
  readonly strains: readonly Strain[]
  /**
   * The consistent combinations that differ in the fewest drivers, the highest total impact
   * score first: the present one itself where it is consistent, none where no combination is.
   */
  readonly nearest: readonly NearestCombination[]
}

export interface NearestCombination {
  readonly combination: readonly DriverInState[]
  /** Those of its drivers that are in another state at present. */
  readonly changes: readonly DriverInState[]
  readonly totalImpactScore: number
}

/** What all judgments of a case share. */
export interface CaseConsistency {
  readonly matrix: CrossImpactMatrix
  readonly consistent: ConsistentCombinations
}

/** Goes through all combinations of a case, once for all its judgments; may take a good part of a second. */
export function consistencyOf(conflictCase: Case): CaseConsistency | undefined {
  const matrix = matrixOf(conflictCase)
  return matrix && { matrix, consistent: consistentCombinations(matrix) }
}

/** The state of each driver that has states, at its most likely intensity at t = 0. */
export function combinationOf({
  case: { drivers, crossImpacts },
  judgment,
}: Scenario): DriverInState[] {
  const statesById = new Map(Object.entries(crossImpacts?.states ?? {}))
  return drivers.flatMap(({ id, reference }) => {
    const intensity = judgment.drivers[id]?.intensity.mode ?? reference
    const state = stateAt(statesById.get(id) ?? [], intensity)
    return state ? [{ driver: id, state: state.id }] : []
  })
}

/** The strains of a scenario's present combination, worst first; nothing else is gone through. */
export const presentStrains = (matrix: CrossImpactMatrix, scenario: Scenario): Strain[] =>
  strainsOf(matrix, indicesOf(matrix, combinationOf(scenario)))

/** Judges a combination of states of a case, at little cost. */
export function judgeCombination(
  { matrix, consistent }: CaseConsistency,
  combination: readonly DriverInState[],
): Plausibility {
  const present = indicesOf(matrix, combination)
  const strains = strainsOf(matrix, present)
  return {
    combination,
    isConsistent: strains.length === 0,
    strains,
    nearest: nearestTo(present, consistent)
      .map((place) => ({
        ...describe(matrix, combinationAt(consistent, place), present),
        totalImpactScore: consistent.totalImpactScores[place] as number,
      }))
      .sort((a, b) => b.totalImpactScore - a.totalImpactScore),
  }
}

/** Judges a scenario from nothing; undefined where its case has no cross-impacts. */
export function plausibilityOf(scenario: Scenario): Plausibility | undefined {
  const consistency = consistencyOf(scenario.case)
  return consistency && judgeCombination(consistency, combinationOf(scenario))
}

/** A combination by the index of each driver's state. */
export function indicesOf(
  { drivers }: CrossImpactMatrix,
  combination: readonly DriverInState[],
): Combination {
  const chosen = new Map<Id, Id>(combination.map(({ driver, state }) => [driver, state]))
  return drivers.map(({ id, states }) => states.findIndex((state) => state.id === chosen.get(id)))
}

/** The places of the consistent combinations that differ in the fewest drivers. */
function nearestTo(present: Combination, { count, states }: ConsistentCombinations): number[] {
  let places: number[] = []
  let fewest = present.length
  for (let place = 0; place < count; place++) {
    const differences = countDifferences(present, states, place * present.length, fewest)
    if (differences > fewest) continue
    if (differences < fewest) places = []
    fewest = differences
    places.push(place)
  }
  return places
}

/** In how many drivers a combination differs; stops counting past the limit. */
function countDifferences(
  present: Combination,
  states: Uint8Array,
  start: number,
  limit: number,
): number {
  let differences = 0
  for (let driver = 0; driver < present.length && differences <= limit; driver++) {
    if (states[start + driver] !== present[driver]) differences++
  }
  return differences
}

function describe(matrix: CrossImpactMatrix, combination: Combination, present: Combination) {
  const named = matrix.drivers.map((_, driver) => nameState(matrix, combination, driver))
  const changes = named.filter((_, driver) => combination[driver] !== present[driver])
  return { combination: named, changes }
}
