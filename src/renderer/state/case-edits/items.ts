import type { Case, Id, Judgment, Scenario, TransitionId } from '../../../forecast/scenario'

/** What a case is a list of. */
export type ItemKind = 'rung' | 'transition' | 'driver' | 'response' | 'evidence' | 'claim'

const LISTS = {
  rung: 'ladder',
  transition: 'transitions',
  driver: 'drivers',
  response: 'responses',
  evidence: 'evidence',
  claim: 'conclusion',
} as const satisfies Record<ItemKind, keyof Case>

interface Item {
  readonly id: Id
}

export const itemsOf = (conflictCase: Case, kind: ItemKind): readonly Item[] =>
  conflictCase[LISTS[kind]]

export const idsOf = (conflictCase: Case, kind: ItemKind): readonly Id[] =>
  itemsOf(conflictCase, kind).map(({ id }) => id)

export const withCase = (scenario: Scenario, change: Partial<Case>): Scenario => ({
  ...scenario,
  case: { ...scenario.case, ...change },
})

export const withJudgment = (scenario: Scenario, change: Partial<Judgment>): Scenario => ({
  ...scenario,
  judgment: { ...scenario.judgment, ...change },
})

/** The id of the move between two rungs. */
export const moveId = (from: Id, to: Id): TransitionId => `${from}>${to}`

/** Puts an item so many places further on in its list; a list has no place past its ends. */
export function moveItem(scenario: Scenario, kind: ItemKind, id: Id, step: 1 | -1): Scenario {
  const items = itemsOf(scenario.case, kind)
  const place = items.findIndex((item) => item.id === id)
  const [moved, passed] = [items[place], items[place + step]]
  if (!moved || !passed) return scenario
  const next = items.with(place, passed).with(place + step, moved)
  const changed = withCase(scenario, { [LISTS[kind]]: next } as Partial<Case>)
  return kind === 'rung' ? withSeverities(changed, severitiesOf(scenario)) : changed
}

const severitiesOf = ({ case: { ladder } }: Scenario): number[] =>
  ladder.map(({ severity }) => severity)

/** A severity belongs to the height on the ladder, so that it goes on rising. */
const withSeverities = (scenario: Scenario, severities: readonly number[]): Scenario =>
  withCase(scenario, {
    ladder: scenario.case.ladder.map((rung, height) => ({
      ...rung,
      severity: severities[height] ?? rung.severity,
    })),
  })
