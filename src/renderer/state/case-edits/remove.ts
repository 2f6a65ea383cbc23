import type { Id, Scenario } from '../../../forecast/scenario'
import { type ItemKind, withJudgment } from './items'
import { type Loss, lossesOf } from './losses'
import { applyNamings, type Namings } from './references'
import { nearestRung, whyItStays } from './room'

/** A scenario without an item, and what went along with it. */
export interface Removal {
  readonly scenario: Scenario
  readonly losses: readonly Loss[]
}

/** Takes an item out, and everything that refers to it; what has to stay stays. */
export function removeItem(scenario: Scenario, kind: ItemKind, id: Id): Removal {
  if (whyItStays(scenario.case, kind)) return { scenario, losses: [] }
  const before = kind === 'rung' ? passStartOn(scenario, id) : scenario
  return {
    scenario: applyNamings(before, namingsWithout(scenario, kind, id)),
    losses: lossesOf(scenario, kind, id),
  }
}

function namingsWithout({ case: { transitions } }: Scenario, kind: ItemKind, id: Id): Namings {
  const without =
    (gone: ReadonlySet<Id>) =>
    (each: Id): Id | undefined =>
      gone.has(each) ? undefined : each
  if (kind !== 'rung') return { [kind]: without(new Set([id])) }
  const moves = transitions.filter(({ from, to }) => from === id || to === id)
  return {
    rung: without(new Set([id])),
    transition: without(new Set(moves.map((move) => move.id))),
  }
}

function passStartOn(scenario: Scenario, id: Id): Scenario {
  const { [id]: share, ...start } = scenario.judgment.start
  if (share === undefined) return scenario
  const heir = nearestRung(scenario, id)
  // A sum of shares may pass 1 by the last bit, which no probability may.
  const held = Math.min((start[heir] ?? 0) + share, 1)
  return withJudgment(scenario, { start: { ...start, [heir]: held } })
}
