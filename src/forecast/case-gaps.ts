import { countEvidence } from './base-rates'
import type { Case, Driver, Id, Scenario, Transition } from './scenario'

/** Stands where a text is needed that the author of a case has not written yet. */
export const NOT_YET_GIVEN = 'not yet given'

/** A part of the case as a whole. */
export type CasePart = 'together' | 'transitions' | 'evidence' | 'conclusion' | 'source'

export type GapPlace =
  | {
      readonly kind: 'rung' | 'transition' | 'driver' | 'response' | 'evidence' | 'claim'
      readonly id: Id
    }
  | { readonly kind: 'part'; readonly part: CasePart }

/** Something a valid case still lacks to be useful: where, and what, in a sentence. */
export interface Gap {
  readonly place: GapPlace
  readonly lacks: string
}

/** What a case still lacks, in the order of its parts. */
export function findGaps(scenario: Scenario): Gap[] {
  return [
    ...partGaps(scenario.case),
    ...rungGaps(scenario),
    ...driverGaps(scenario.case),
    ...transitionGaps(scenario),
    ...responseGaps(scenario.case),
    ...evidenceGaps(scenario.case),
    ...claimGaps(scenario),
  ]
}

type ItemPlace = Exclude<GapPlace, { kind: 'part' }>

const at = (kind: ItemPlace['kind'], id: Id, lacks: string): Gap => ({ place: { kind, id }, lacks })

const sentences = (kind: ItemPlace['kind'], id: Id, ...found: readonly (false | string)[]): Gap[] =>
  found.flatMap((lacks) => (lacks === false ? [] : [at(kind, id, lacks)]))

const isBlank = (text: string): boolean => text.trim() === '' || text === NOT_YET_GIVEN

function partGaps({ transitions, evidence, conclusion, source, crossImpacts }: Case): Gap[] {
  const part = (name: CasePart, isLacking: boolean, lacks: string): Gap[] =>
    isLacking ? [{ place: { kind: 'part', part: name }, lacks }] : []
  return [
    ...part(
      'together',
      crossImpacts !== undefined && isBlank(crossImpacts.basis),
      'It does not say where its judgments come from.',
    ),
    ...part(
      'transitions',
      transitions.length === 0,
      'There is none yet, so the conflict stays where it starts.',
    ),
    ...part('evidence', evidence.length === 0, 'There is none yet.'),
    ...part(
      'conclusion',
      conclusion.length === 0,
      'There is no claim yet, and nothing to hold the forecast against.',
    ),
    ...part(
      'source',
      [source.title, source.publisher, source.published].some(isBlank),
      'Title, publisher and date are not all given yet.',
    ),
  ]
}

function rungGaps({ case: { ladder, transitions }, judgment }: Scenario): Gap[] {
  if (transitions.length === 0) return []
  return ladder.flatMap(({ id }) => {
    const holdsStart = (judgment.start[id] ?? 0) > 0
    const isLedTo = transitions.some(({ to }) => to === id)
    const isLeft = transitions.some(({ from }) => from === id)
    return sentences(
      'rung',
      id,
      !isLedTo &&
        !holdsStart &&
        'No transition leads to it, and the conflict does not start there.',
      (isLedTo || holdsStart) &&
        !isLeft &&
        'No transition leads away from it: once there, the conflict stays.',
    )
  })
}

const actsOnNothing = (driver: Driver, { transitions, responses }: Case): boolean =>
  (driver.actsOn ? driver.actsOn.length === 0 : transitions.length === 0) &&
  !responses.some(({ drivers }) => drivers.includes(driver.id))

const driverGaps = (conflictCase: Case): Gap[] =>
  conflictCase.drivers.flatMap((driver) =>
    sentences(
      'driver',
      driver.id,
      !conflictCase.evidence.some(({ bearsOn }) => bearsOn.includes(driver.id)) &&
        'No evidence bears on it.',
      conflictCase.transitions.length > 0 &&
        actsOnNothing(driver, conflictCase) &&
        'It acts on no transition and on no response.',
      driver.multiplier.high === 1 && 'Its weight is 1, so it changes nothing.',
    ),
  )

function transitionGaps(scenario: Scenario): Gap[] {
  const counts = countEvidence(scenario.case, [])
  return scenario.case.transitions.flatMap((transition) => {
    const counted = counts.get(transition.id) ?? 0
    return sentences(
      'transition',
      transition.id,
      isBlank(transition.basis) && 'It does not say where its base rate comes from.',
      ...countGaps(transition, counted),
    )
  })
}

/** Events without the months in which they were watched for make a rate too high. */
const countGaps = ({ rate, observedMonths = 0 }: Transition, counted: number) => [
  counted > 0 &&
    rate !== undefined &&
    'Its rate is taken as known, so the evidence that counts for it changes nothing.',
  counted > 0 &&
    rate === undefined &&
    observedMonths === 0 &&
    'Evidence counts for it, but not the months in which it was watched for.',
]

const responseGaps = ({ responses, conclusion }: Case): Gap[] =>
  responses.flatMap(({ id, basis }) =>
    sentences(
      'response',
      id,
      isBlank(basis) && 'It does not say where its base rate comes from.',
      !conclusion.some(({ event }) => event.kind === 'response' && event.response === id) &&
        'No claim is about it.',
    ),
  )

const evidenceGaps = ({ evidence }: Case): Gap[] =>
  evidence.flatMap(({ id, summary, locator, bearsOn, counts }) =>
    sentences(
      'evidence',
      id,
      isBlank(summary) && 'It does not say what happened.',
      isBlank(locator) && 'It does not say where in the source it stands.',
      bearsOn.length === 0 &&
        counts === undefined &&
        'It bears on no driver and counts for nothing.',
    ),
  )

/** The heights that the conflict can come to, from where it starts. */
function reachableHeights({ case: { ladder, transitions }, judgment }: Scenario): Set<number> {
  const heightOf = (id: Id): number => ladder.findIndex((rung) => rung.id === id)
  const reached = ladder.filter(({ id }) => (judgment.start[id] ?? 0) > 0).map(({ id }) => id)
  // The list grows while it is gone through, until nothing new is found.
  for (const here of reached) {
    for (const { from, to } of transitions) {
      if (from === here && !reached.includes(to)) reached.push(to)
    }
  }
  return new Set(reached.map(heightOf))
}

function claimGaps(scenario: Scenario): Gap[] {
  const { ladder, transitions, conclusion } = scenario.case
  const highest = Math.max(...reachableHeights(scenario))
  return conclusion.flatMap(({ id, locator, event }) => {
    const height =
      event.kind === 'response' ? undefined : ladder.findIndex((rung) => rung.id === event.rung)
    return sentences(
      'claim',
      id,
      isBlank(locator) && 'It does not say where in the source it stands.',
      height === 0 && 'It is about the lowest rung or worse, which is certain.',
      transitions.length > 0 &&
        height !== undefined &&
        height > highest &&
        'It is about a rung that no way leads to from the start.',
    )
  })
}
