import type { BaseRate, Id, PriorReference, RatePrior, Scenario } from '../../forecast/scenario'

/** Changes to what the base rates rest on; what they leave as it was stays the same object. */

/** Does not accept an item of evidence, or accepts it again. */
export function setDisputed(scenario: Scenario, item: Id, isDisputed: boolean): Scenario {
  const { disputed } = scenario.judgment
  if (disputed.includes(item) === isDisputed) return scenario
  return {
    ...scenario,
    judgment: {
      ...scenario.judgment,
      disputed: isDisputed ? [...disputed, item] : disputed.filter((id) => id !== item),
    },
  }
}

/** The transition or response of that id with another base rate. */
function withBaseRate(
  scenario: Scenario,
  move: Id,
  change: (base: BaseRate) => BaseRate,
): Scenario {
  const changed = <T extends BaseRate & { readonly id: Id }>(moves: readonly T[]): readonly T[] =>
    moves.some(({ id }) => id === move)
      ? moves.map((each) => (each.id === move ? (change(each) as T) : each))
      : moves
  const { transitions, responses } = scenario.case
  return {
    ...scenario,
    case: { ...scenario.case, transitions: changed(transitions), responses: changed(responses) },
  }
}

/** Another prior of a transition or response. */
export const setPrior = (scenario: Scenario, move: Id, prior: RatePrior): Scenario =>
  withBaseRate(scenario, move, (base) => ({ ...base, prior }))

/** A prior that rests on a class of the record, in place of what the rate was; the basis stays as it is written. */
export const restOn = (
  scenario: Scenario,
  move: Id,
  prior: RatePrior,
  reference: PriorReference,
): Scenario =>
  withBaseRate(scenario, move, ({ rate: _, ...base }) => ({ ...base, prior, reference }))

/** The same prior, which cites no class any more. */
export const citeNothing = (scenario: Scenario, move: Id): Scenario =>
  withBaseRate(scenario, move, ({ reference: _, ...base }) => base)

/** Another rate per month of a transition or response whose rate is taken as known. */
export const setKnownRate = (scenario: Scenario, move: Id, rate: number): Scenario =>
  withBaseRate(scenario, move, (base) => ({ ...base, rate }))
