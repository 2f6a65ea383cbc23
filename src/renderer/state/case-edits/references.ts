import type {
  Case,
  CrossImpacts,
  ForecastEvent,
  Id,
  Judgment,
  Scenario,
} from '../../../forecast/scenario'
import type { ItemKind } from './items'
import { FEWEST_WITH_STATES } from './room'

/** What an id is called from now on; undefined where the item goes. */
export type Naming = (id: Id) => Id | undefined

export type Namings = Readonly<Partial<Record<ItemKind, Naming>>>

/**
 * Carries new names, and items that go, through everything that refers to them. What
 * goes from a rung or a response takes along the transitions and claims about it.
 */
export function applyNamings(scenario: Scenario, given: Namings): Scenario {
  const namings: Record<ItemKind, Naming> = { ...UNCHANGED, ...given }
  return {
    ...scenario,
    case: nameCase(scenario.case, namings),
    judgment: nameJudgment(scenario.judgment, namings),
  }
}

const same: Naming = (id) => id
const UNCHANGED: Record<ItemKind, Naming> = {
  rung: same,
  transition: same,
  driver: same,
  response: same,
  evidence: same,
  claim: same,
}

type AllNamings = Readonly<Record<ItemKind, Naming>>

function nameCase({ crossImpacts, ...conflictCase }: Case, namings: AllNamings): Case {
  const { ladder, transitions, drivers, responses, evidence, conclusion } = conflictCase
  const named = crossImpacts && nameCrossImpacts(crossImpacts, namings.driver)
  return {
    ...conflictCase,
    ...(named && { crossImpacts: named }),
    ladder: nameItems(ladder, namings.rung),
    transitions: nameItems(transitions, namings.transition).map((transition) => {
      const [from, to] = [namings.rung(transition.from), namings.rung(transition.to)]
      return from !== undefined && to !== undefined ? { ...transition, from, to } : transition
    }),
    drivers: nameItems(drivers, namings.driver).map(({ actsOn, ...driver }) =>
      actsOn ? { ...driver, actsOn: nameIds(actsOn, namings.transition) } : driver,
    ),
    responses: nameItems(responses, namings.response).map(({ rungMultipliers, ...response }) => ({
      ...response,
      ...(rungMultipliers && { rungMultipliers: nameKeys(rungMultipliers, namings.rung) }),
      drivers: nameIds(response.drivers, namings.driver),
    })),
    evidence: nameItems(evidence, namings.evidence).map(({ counts, ...item }) => {
      const counted = counts === undefined ? undefined : namings.transition(counts)
      const bearsOn = nameIds(item.bearsOn, namings.driver)
      return { ...item, bearsOn, ...(counted === undefined ? {} : { counts: counted }) }
    }),
    conclusion: nameItems(conclusion, namings.claim).flatMap((claim) => {
      const event = nameEvent(claim.event, namings)
      return event ? [{ ...claim, event }] : []
    }),
  }
}

/** Cross-impacts with drivers named anew; none where fewer than two of them are left. */
export function nameCrossImpacts(
  { states, impacts, ...rest }: CrossImpacts,
  naming: Naming,
): CrossImpacts | undefined {
  const named = nameKeys(states, naming)
  if (Object.keys(named).length < FEWEST_WITH_STATES) return undefined
  return {
    ...rest,
    states: named,
    impacts: impacts.flatMap((impact) => {
      const [from, to] = [naming(impact.from), naming(impact.to)]
      return from === undefined || to === undefined ? [] : [{ ...impact, from, to }]
    }),
  }
}

const nameJudgment = (judgment: Judgment, namings: AllNamings): Judgment => ({
  ...judgment,
  start: nameKeys(judgment.start, namings.rung),
  drivers: nameKeys(judgment.drivers, namings.driver),
  disputed: nameIds(judgment.disputed, namings.evidence),
})

export const nameItems = <T extends { readonly id: Id }>(
  items: readonly T[],
  naming: Naming,
): T[] =>
  items.flatMap((item) => {
    const id = naming(item.id)
    return id === undefined ? [] : [id === item.id ? item : { ...item, id }]
  })

const nameIds = (ids: readonly Id[], naming: Naming): Id[] => ids.flatMap((id) => naming(id) ?? [])

export const nameKeys = <T>(record: Readonly<Record<Id, T>>, naming: Naming): Record<Id, T> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const id = naming(key)
      return id === undefined ? [] : [[id, value]]
    }),
  )

function nameEvent(event: ForecastEvent, namings: AllNamings): ForecastEvent | undefined {
  if (event.kind === 'response') {
    const response = namings.response(event.response)
    return response === undefined ? undefined : { ...event, response }
  }
  const rung = namings.rung(event.rung)
  return rung === undefined ? undefined : { ...event, rung }
}
