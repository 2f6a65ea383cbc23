import type { ItemKind } from '../../state/case-edits/items'
import type { Spot } from '../../state/view-store'

/** The parts of a case as they follow on the screen. */
export type Part =
  | 'gaps'
  | 'title'
  | 'ladder'
  | 'drivers'
  | 'together'
  | 'transitions'
  | 'responses'
  | 'evidence'
  | 'conclusion'
  | 'source'

export const PART_TITLES: Readonly<Record<Part, string>> = {
  gaps: 'Still lacking',
  title: 'The case',
  ladder: 'Ladder',
  drivers: 'Drivers',
  together: 'What goes together',
  transitions: 'Transitions',
  responses: 'Responses',
  evidence: 'Evidence',
  conclusion: 'Conclusion',
  source: 'Source',
}

const READ: readonly Part[] = [
  'title',
  'ladder',
  'drivers',
  'together',
  'transitions',
  'responses',
  'evidence',
  'conclusion',
  'source',
]

/** What there is to read, or to edit. */
export const partsOf = (isEditing: boolean): readonly Part[] =>
  isEditing ? ['gaps', ...READ] : READ

/** The element that shows a part of the case. */
export const partElementId = (part: Part): string => `case-part-${part}`

/** The element that shows one item. */
export const itemElementId = (kind: ItemKind, id: string): string => `case-${kind}-${id}`

/** What an element that shows an item carries, so that links find it and mark it. */
export const spotProps = (spot: Spot | undefined, kind: ItemKind, id: string) => ({
  id: itemElementId(kind, id),
  tabIndex: -1,
  'data-marked': spot?.kind === kind && spot.id === id,
})

/** Brings a part into sight and the keyboard with it. */
export function goToPart(part: Part): void {
  const element = document.getElementById(partElementId(part))
  element?.scrollIntoView({ block: 'start' })
  element?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
}
