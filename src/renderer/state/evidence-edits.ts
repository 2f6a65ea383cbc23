import type { BaseRate, Id, RatePrior, Scenario } from '../../forecast/scenario'

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
function withBaseRate(scenario: Scenario, move: Id, change: Partial<BaseRate>): Scenario {
  const changed = <T extends BaseRate & { readonly id: Id }>(moves: readonly T[]): readonly T[] =>
    moves.some(({ id }) => id === move)
      ? moves.map((each) => (each.id === move ? { ...each, ...change } : each))
      : moves
  const { transitions, responses } = scenario.case
  return {
    ...scenario,
    case: { ...scenario.case, transitions: changed(transitions), responses: changed(responses) },
  }
}

/** Another prior of a transition or response. */
export const setPrior = (scenario: Scenario, move: Id, prior: RatePrior): Scenario =>
  withBaseRate(scenario, move, { prior })

/** Another rate per month of a transition or response whose rate is taken as known. */
export const setKnownRate = (scenario: Scenario, move: Id, rate: number): Scenario =>
  withBaseRate(scenario, move, { rate })
