import type { Case, Id, Scenario, Transition } from '../../../forecast/scenario'
import { limits } from '../../../scenario-file/schema'
import { type ItemKind, moveId } from './items'

/** Drivers with states that cross-impacts are of at the least. */
export const FEWEST_WITH_STATES = 2

type Ends = Pick<Transition, 'from' | 'to'>

/** The pairs of rungs that no transition leads between yet: neighbours first, upwards before down. */
export function freeMoves({ ladder, transitions }: Case): Ends[] {
  const taken = new Set(transitions.map(({ id }) => id))
  const pairs = ladder.flatMap(({ id: from }, low) =>
    ladder.map(({ id: to }, high) => ({ from, to, rise: high - low })),
  )
  return pairs
    .filter(({ from, to, rise }) => rise !== 0 && !taken.has(moveId(from, to)))
    .sort((a, b) => Math.abs(a.rise) - Math.abs(b.rise) || b.rise - a.rise)
    .map(({ from, to }) => ({ from, to }))
}

/** Why the case takes no further item of a kind, in a sentence; undefined where it does. */
export function whyNoMore(conflictCase: Case, kind: ItemKind): string | undefined {
  const { ladder, drivers, responses, evidence, conclusion } = conflictCase
  const full = (count: number, most: number, what: string): string | undefined =>
    count >= most ? `A case has at most ${most.toLocaleString('en-GB')} ${what}.` : undefined
  switch (kind) {
    case 'rung':
      return full(ladder.length, limits.rungs, 'rungs')
    case 'transition':
      return freeMoves(conflictCase).length === 0
        ? 'A transition leads between every two rungs already.'
        : undefined
    case 'driver':
      return full(drivers.length, limits.drivers, 'drivers')
    case 'response':
      return full(responses.length, limits.responses, 'responses')
    case 'evidence':
      return full(evidence.length, limits.evidence, 'items of evidence')
    case 'claim':
      return full(conclusion.length, limits.claims, 'claims')
  }
}

/** Why an item has to stay, in a sentence; undefined where it may go. */
export function whyItStays({ ladder, drivers }: Case, kind: ItemKind): string | undefined {
  if (kind === 'rung' && ladder.length <= 2) return 'A ladder has at least two rungs.'
  if (kind === 'driver' && drivers.length <= 1) return 'A case has at least one driver.'
  return undefined
}

/** The rungs that one end of a transition could be at, with its other end as it is. */
export const rungsFor = (
  { ladder, transitions }: Case,
  { from, to }: Ends,
  end: 'from' | 'to',
): Id[] =>
  ladder
    .map(({ id }) => id)
    .filter((rung) => {
      const ends = end === 'from' ? { from: rung, to } : { from, to: rung }
      if (ends.from === from && ends.to === to) return true
      const next = moveId(ends.from, ends.to)
      return ends.from !== ends.to && !transitions.some(({ id }) => id === next)
    })

/** The rung that takes over what another one holds: the one below, or above the lowest. */
export function nearestRung({ case: { ladder } }: Scenario, id: Id): Id {
  const height = ladder.findIndex((rung) => rung.id === id)
  return (ladder[height - 1] ?? ladder[height + 1])?.id ?? id
}
