import { countCombinations, endOf } from '../../../forecast/plausibility/states'
import type {
  Case,
  CrossImpact,
  CrossImpacts,
  DriverState,
  Id,
  Scenario,
} from '../../../forecast/scenario'
import { MOST_COMBINATIONS } from '../../../scenario-file/cross-impact-references'
import { limits } from '../../../scenario-file/schema'
import { withOptional } from './change'
import { idProblem } from './ids'
import { type Naming, nameCrossImpacts, nameItems, nameKeys } from './references'
import { FEWEST_WITH_STATES } from './room'

const FIRST_STATES: readonly DriverState[] = [
  { id: 'low', label: 'low', from: 0 },
  { id: 'high', label: 'high', from: 0.5 },
]

/** So many drivers can have the first states before there are too many combinations. */
const MOST_AT_FIRST = Math.log2(MOST_COMBINATIONS)

/** Why the case cannot say what goes together, in a sentence; undefined where it can. */
export const whyNoCrossImpacts = ({ drivers }: Case): string | undefined =>
  drivers.length < FEWEST_WITH_STATES ? 'It takes two drivers at least.' : undefined

/** Cuts the scale of each driver in two; nothing is said of what goes together yet. */
export function startCrossImpacts(scenario: Scenario): Scenario {
  const { drivers, crossImpacts } = scenario.case
  if (crossImpacts || whyNoCrossImpacts(scenario.case)) return scenario
  const first = drivers.slice(0, MOST_AT_FIRST).map(({ id }) => [id, FIRST_STATES] as const)
  return withCrossImpacts(scenario, { basis: '', states: Object.fromEntries(first), impacts: [] })
}

const withCrossImpacts = (
  scenario: Scenario,
  crossImpacts: CrossImpacts | undefined,
): Scenario => ({
  ...scenario,
  case: withOptional<Case, 'crossImpacts'>(scenario.case, 'crossImpacts', crossImpacts),
})

export const dropCrossImpacts = (scenario: Scenario): Scenario =>
  withCrossImpacts(scenario, undefined)

/** An edit of cross-impacts; where there are none, or it leaves all as it was, so is the scenario. */
function changed(
  scenario: Scenario,
  change: (crossImpacts: CrossImpacts) => CrossImpacts | undefined,
): Scenario {
  const { crossImpacts } = scenario.case
  if (!crossImpacts) return scenario
  const next = change(crossImpacts)
  return next === crossImpacts ? scenario : withCrossImpacts(scenario, next)
}

export const setBasis = (scenario: Scenario, basis: string): Scenario =>
  changed(scenario, (crossImpacts) => ({ ...crossImpacts, basis }))

/** Why a driver cannot have more states, or any, in a sentence; undefined where it can. */
export function whyNoMoreStates({ states }: CrossImpacts, driver: Id): string | undefined {
  const count = states[driver]?.length ?? 0
  if (count >= limits.states) return `A driver has at most ${limits.states} states.`
  const next = {
    ...states,
    [driver]: [...(states[driver] ?? FIRST_STATES.slice(1)), ...FIRST_STATES.slice(1)],
  }
  return countCombinations(Object.values(next)) > MOST_COMBINATIONS
    ? `The states would make more than ${MOST_COMBINATIONS.toLocaleString('en-GB')} combinations.`
    : undefined
}

/** Why a driver's states all have to stay, in a sentence; undefined where one may go. */
export const whyStateStays = (states: readonly DriverState[]): string | undefined =>
  states.length <= 2 ? 'A driver that takes part has at least two states.' : undefined

/** Gives a driver that takes no part its first states. */
export const takePart = (scenario: Scenario, driver: Id): Scenario =>
  changed(scenario, (crossImpacts) =>
    crossImpacts.states[driver] || whyNoMoreStates(crossImpacts, driver)
      ? crossImpacts
      : { ...crossImpacts, states: { ...crossImpacts.states, [driver]: FIRST_STATES } },
  )

/** Takes a driver's states and impacts out; with fewer than two drivers left, all of it goes. */
export const leaveOut = (scenario: Scenario, driver: Id): Scenario =>
  changed(scenario, (crossImpacts) =>
    nameCrossImpacts(crossImpacts, (id) => (id === driver ? undefined : id)),
  )

const withStates = (crossImpacts: CrossImpacts, driver: Id, states: readonly DriverState[]) => ({
  ...crossImpacts,
  states: { ...crossImpacts.states, [driver]: states },
})

/** An edit of the states of one driver that has some. */
const changedAt = (
  scenario: Scenario,
  driver: Id,
  change: (states: readonly DriverState[], crossImpacts: CrossImpacts) => CrossImpacts,
): Scenario =>
  changed(scenario, (crossImpacts) => {
    const states = crossImpacts.states[driver]
    return states ? change(states, crossImpacts) : crossImpacts
  })

/** Cuts the widest state of a driver in two; the upper half is the new one. */
export const addState = (scenario: Scenario, driver: Id): Scenario =>
  changedAt(scenario, driver, (states, crossImpacts) => {
    if (whyNoMoreStates(crossImpacts, driver)) return crossImpacts
    const widths = states.map(({ from }, place) => endOf(states, place) - from)
    const widest = widths.indexOf(Math.max(...widths))
    const middle = (states[widest]?.from ?? 0) + (widths[widest] ?? 0) / 2
    const added = { id: freeStateId(states), label: 'new state', from: Number(middle.toFixed(4)) }
    return withStates(crossImpacts, driver, states.toSpliced(widest + 1, 0, added))
  })

function freeStateId(states: readonly DriverState[]): Id {
  const ids = ['new-state', ...states.map((_, place) => `new-state-${place + 2}`)]
  return ids.find((id) => states.every((state) => state.id !== id)) ?? 'new-state'
}

/** Takes a state out, with its impacts; the first one left begins at 0. */
export const removeState = (scenario: Scenario, driver: Id, state: Id): Scenario =>
  changedAt(scenario, driver, (states, crossImpacts) => {
    if (whyStateStays(states)) return crossImpacts
    const left = nameStates(crossImpacts, driver, states, (id) => (id === state ? undefined : id))
    const [first, ...others] = left.states[driver] ?? []
    return first ? withStates(left, driver, [{ ...first, from: 0 }, ...others]) : crossImpacts
  })

/** Gives a state another id, in its impacts too; an id that cannot be leaves all as it was. */
export const renameState = (scenario: Scenario, driver: Id, from: Id, to: Id): Scenario =>
  changedAt(scenario, driver, (states, crossImpacts) =>
    idProblem(
      to,
      states.map(({ id }) => id),
    )
      ? crossImpacts
      : nameStates(crossImpacts, driver, states, (id) => (id === from ? to : id)),
  )

function nameStates(
  crossImpacts: CrossImpacts,
  driver: Id,
  states: readonly DriverState[],
  naming: Naming,
): CrossImpacts {
  const impacts = crossImpacts.impacts.flatMap((impact): CrossImpact[] => {
    const state = impact.from === driver ? naming(impact.state) : impact.state
    const scores = impact.to === driver ? nameKeys(impact.scores, naming) : impact.scores
    const saysNothing = state === undefined || Object.keys(scores).length === 0
    return saysNothing ? [] : [{ ...impact, state, scores }]
  })
  return withStates({ ...crossImpacts, impacts }, driver, nameItems(states, naming))
}

/** What a state is called. */
export const labelState = (scenario: Scenario, driver: Id, state: Id, label: string): Scenario =>
  changedAt(scenario, driver, (states, crossImpacts) =>
    withStates(
      crossImpacts,
      driver,
      states.map((each) => (each.id === state ? { ...each, label } : each)),
    ),
  )

/** Where a state begins; anywhere but between its neighbours leaves all as it was. */
export const setStateStart = (scenario: Scenario, driver: Id, state: Id, from: number): Scenario =>
  changedAt(scenario, driver, (states, crossImpacts) => {
    const place = states.findIndex(({ id }) => id === state)
    const [before, old, after] = [states[place - 1], states[place], states[place + 1]]
    const fits = before && from > before.from && from <= 1 && (!after || from < after.from)
    if (!old || !fits) return crossImpacts
    return withStates(crossImpacts, driver, states.with(place, { ...old, from }))
  })

/** One cell of the matrix: what a state of one driver does to a state of another. */
export interface ImpactCell {
  readonly from: Id
  readonly state: Id
  readonly to: Id
  readonly target: Id
}

/** Scores one cell; a score of 0 is left out, as it is what is not said. */
export const setScore = (
  scenario: Scenario,
  { from, state, to, target }: ImpactCell,
  score: number,
): Scenario =>
  changed(scenario, (crossImpacts) => {
    const { impacts } = crossImpacts
    const place = impacts.findIndex(
      (each) => each.from === from && each.state === state && each.to === to,
    )
    const { [target]: _, ...others } = impacts[place]?.scores ?? {}
    const scores = score === 0 ? others : { ...others, [target]: score }
    const impact = { from, state, to, scores }
    const rest = Object.keys(scores).length === 0 ? [] : [impact]
    const next = place < 0 ? [...impacts, ...rest] : impacts.toSpliced(place, 1, ...rest)
    return { ...crossImpacts, impacts: next }
  })
