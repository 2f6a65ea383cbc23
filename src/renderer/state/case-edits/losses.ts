import type { Id, Scenario } from '../../../forecast/scenario'
import type { ItemKind } from './items'
import { nameItem } from './names'
import { FEWEST_WITH_STATES, nearestRung } from './room'

/** Something that refers to an item, and goes or changes with it; by its name on the screen. */
export interface Loss {
  readonly what:
    | 'transition'
    | 'claim'
    | 'acts-on'
    | 'counted'
    | 'bearing'
    | 'response-driver'
    | 'rung-multiple'
    | 'cross-impacts'
    | 'all-cross-impacts'
    | 'start'
    | 'judgment'
    | 'disputed'
  readonly name: string
}

/** Everything that refers to an item, in the order in which it is told. */
export function lossesOf(scenario: Scenario, kind: ItemKind, id: Id): Loss[] {
  switch (kind) {
    case 'rung':
      return rungLosses(scenario, id)
    case 'transition':
      return moveLosses(scenario, [id])
    case 'driver':
      return driverLosses(scenario, id)
    case 'response':
      return claimLosses(scenario, (event) => event.kind === 'response' && event.response === id)
    case 'evidence':
      return scenario.judgment.disputed.includes(id)
        ? [{ what: 'disputed', name: nameItem(scenario.case, 'evidence', id) }]
        : []
    case 'claim':
      return []
  }
}

function rungLosses(scenario: Scenario, id: Id): Loss[] {
  const { transitions, responses } = scenario.case
  const moves = transitions
    .filter(({ from, to }) => from === id || to === id)
    .map((transition) => transition.id)
  return [
    ...moves.map((move) => loss(scenario, 'transition', 'transition', move)),
    ...moveLosses(scenario, moves),
    ...responses
      .filter(({ rungMultipliers }) => rungMultipliers?.[id] !== undefined)
      .map((response) => loss(scenario, 'rung-multiple', 'response', response.id)),
    ...claimLosses(scenario, (event) => event.kind !== 'response' && event.rung === id),
    ...((scenario.judgment.start[id] ?? 0) > 0
      ? [loss(scenario, 'start', 'rung', nearestRung(scenario, id))]
      : []),
  ]
}

function moveLosses(scenario: Scenario, moves: readonly Id[]): Loss[] {
  const { drivers, evidence } = scenario.case
  return [
    ...drivers
      .filter(({ actsOn }) => actsOn?.some((move) => moves.includes(move)))
      .map((driver) => loss(scenario, 'acts-on', 'driver', driver.id)),
    ...evidence
      .filter(({ counts }) => counts !== undefined && moves.includes(counts))
      .map((item) => loss(scenario, 'counted', 'evidence', item.id)),
  ]
}

function driverLosses(scenario: Scenario, id: Id): Loss[] {
  const { evidence, responses, crossImpacts } = scenario.case
  return [
    ...evidence
      .filter(({ bearsOn }) => bearsOn.includes(id))
      .map((item) => loss(scenario, 'bearing', 'evidence', item.id)),
    ...responses
      .filter(({ drivers }) => drivers.includes(id))
      .map((response) => loss(scenario, 'response-driver', 'response', response.id)),
    ...(crossImpacts ? crossImpactLosses(scenario, id, Object.keys(crossImpacts.states)) : []),
    loss(scenario, 'judgment', 'driver', id),
  ]
}

function crossImpactLosses(scenario: Scenario, id: Id, withStates: readonly Id[]): Loss[] {
  if (!withStates.includes(id)) return []
  const what = withStates.length > FEWEST_WITH_STATES ? 'cross-impacts' : 'all-cross-impacts'
  return [loss(scenario, what, 'driver', id)]
}

type Event = Scenario['case']['conclusion'][number]['event']

const claimLosses = (scenario: Scenario, isAbout: (event: Event) => boolean): Loss[] =>
  scenario.case.conclusion
    .filter(({ event }) => isAbout(event))
    .map((claim) => loss(scenario, 'claim', 'claim', claim.id))

const loss = (scenario: Scenario, what: Loss['what'], kind: ItemKind, id: Id): Loss => ({
  what,
  name: nameItem(scenario.case, kind, id),
})

const several = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const HEADINGS: Readonly<Record<Loss['what'], (count: number) => string>> = {
  transition: (count) => several(count, 'transition'),
  claim: (count) => several(count, 'claim'),
  'acts-on': (count) => `what ${several(count, 'driver acts', 'drivers act')} on there`,
  counted: (count) => `the count of ${several(count, 'item')} of evidence`,
  bearing: (count) => `the bearing of ${several(count, 'item')} of evidence`,
  'response-driver': (count) => `its effect on ${several(count, 'response')}`,
  'rung-multiple': (count) => `the multiple of ${several(count, 'response')}`,
  'cross-impacts': () => 'its part in what goes together',
  'all-cross-impacts': () => 'all that is said of what goes together, since it takes two drivers',
  start: () => 'its share of the start, which passes to',
  judgment: () => 'the judgment of the driver',
  disputed: () => 'the note that you do not accept it',
}

/** What goes along, by its kind: how many, and each by name. */
export function groupLosses(
  losses: readonly Loss[],
): readonly { readonly heading: string; readonly names: readonly string[] }[] {
  const kinds = [...new Set(losses.map(({ what }) => what))]
  return kinds.map((what) => {
    const names = losses.filter((each) => each.what === what).map(({ name }) => name)
    return { heading: HEADINGS[what](names.length), names }
  })
}
