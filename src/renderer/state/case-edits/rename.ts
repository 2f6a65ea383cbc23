import type { Id, Scenario } from '../../../forecast/scenario'
import { idProblem } from './ids'
import { type ItemKind, idsOf, moveId, withCase } from './items'
import { applyNamings } from './references'

/** Gives an item another id, everywhere; an id that cannot be leaves all as it was. */
export function renameItem(
  scenario: Scenario,
  kind: Exclude<ItemKind, 'transition'>,
  from: Id,
  to: Id,
): Scenario {
  if (idProblem(to, idsOf(scenario.case, kind))) return scenario
  const naming = (id: Id): Id => (id === from ? to : id)
  if (kind !== 'rung') return applyNamings(scenario, { [kind]: naming })
  const moves = new Map(
    scenario.case.transitions.map((move) => [move.id, moveId(naming(move.from), naming(move.to))]),
  )
  return applyNamings(scenario, { rung: naming, transition: (id) => moves.get(id) ?? id })
}

export const renameCase = (scenario: Scenario, id: Id): Scenario =>
  idProblem(id, []) ? scenario : withCase(scenario, { id })

/** Leads a transition between other rungs, if none does yet; what refers to it follows. */
export function rerouteTransition(scenario: Scenario, id: Id, from: Id, to: Id): Scenario {
  const next = moveId(from, to)
  const { transitions } = scenario.case
  if (from === to || transitions.some((transition) => transition.id === next)) return scenario
  const renamed = applyNamings(scenario, {
    transition: (each) => (each === id ? next : each),
  })
  return withCase(renamed, {
    transitions: renamed.case.transitions.map((transition) =>
      transition.id === next ? { ...transition, from, to } : transition,
    ),
  })
}
