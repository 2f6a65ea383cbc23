import { type CrossImpactMatrix, matrixOf } from '../../forecast/plausibility/cross-impacts'
import {
  type CaseConsistency,
  consistencyOf,
  presentStrains,
} from '../../forecast/plausibility/plausibility'
import { countCombinations } from '../../forecast/plausibility/states'
import type { Strain } from '../../forecast/plausibility/strains'
import type { Case, Scenario } from '../../forecast/scenario'

/** More combinations than these are not gone through in a tenth of a second. */
const MOST_AT_ONCE = 100_000

const matrices = new WeakMap<Case, CrossImpactMatrix>()
const found = new WeakMap<Case, CaseConsistency>()

/** The matrix of a case, made once for as long as the case stays as it is. */
export function matrixFor(conflictCase: Case): CrossImpactMatrix | undefined {
  const matrix = matrices.get(conflictCase) ?? matrixOf(conflictCase)
  if (matrix) matrices.set(conflictCase, matrix)
  return matrix
}

/** The strains of a scenario; undefined where its case does not say what goes together. */
export function strainsOfScenario(scenario: Scenario): readonly Strain[] | undefined {
  const matrix = matrixFor(scenario.case)
  return matrix && presentStrains(matrix, scenario)
}

/** How many combinations of states a case has. */
export const combinationsOf = ({ crossImpacts }: Case): number =>
  countCombinations(Object.values(crossImpacts?.states ?? {}))

/** What is consistent in a case, found once; it may take a good part of a second. */
export function findConsistency(conflictCase: Case): CaseConsistency | undefined {
  const consistency = found.get(conflictCase) ?? consistencyOf(conflictCase)
  if (consistency) found.set(conflictCase, consistency)
  return consistency
}

/** The same where it is known or soon found; undefined where it would keep the screen waiting. */
export const quickConsistency = (conflictCase: Case): CaseConsistency | undefined =>
  combinationsOf(conflictCase) > MOST_AT_ONCE
    ? found.get(conflictCase)
    : findConsistency(conflictCase)
