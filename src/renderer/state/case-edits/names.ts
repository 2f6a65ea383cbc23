import type { Case, EvidenceItem, Id, Transition } from '../../../forecast/scenario'
import type { ItemKind } from './items'

interface Labelled {
  readonly id: Id
  readonly label: string
}

export const labelOf = (items: readonly Labelled[], id: Id): string =>
  items.find((item) => item.id === id)?.label ?? id

/** A move between rungs by their labels. */
export const nameMove = ({ ladder }: Case, { from, to }: Pick<Transition, 'from' | 'to'>): string =>
  `${labelOf(ladder, from)} → ${labelOf(ladder, to)}`

const nameEvidence = ({ id, summary }: EvidenceItem): string =>
  summary.trim() === '' ? id : summary

/** What an item of the case is called on the screen. */
export function nameItem(conflictCase: Case, kind: ItemKind, id: Id): string {
  const { ladder, transitions, drivers, responses, evidence, conclusion } = conflictCase
  switch (kind) {
    case 'rung':
      return labelOf(ladder, id)
    case 'driver':
      return labelOf(drivers, id)
    case 'response':
      return labelOf(responses, id)
    case 'transition': {
      const transition = transitions.find((item) => item.id === id)
      return transition ? nameMove(conflictCase, transition) : id
    }
    case 'evidence': {
      const item = evidence.find((each) => each.id === id)
      return item ? nameEvidence(item) : id
    }
    case 'claim':
      return conclusion.find((claim) => claim.id === id)?.statement ?? id
  }
}
