import { rangeAround, reachOf } from '../../../forecast/judged-range'
import type {
  BaseRate,
  Case,
  Claim,
  Driver,
  EvidenceItem,
  Id,
  RatePrior,
  Response,
  Rung,
  Scenario,
  Source,
  Transition,
} from '../../../forecast/scenario'
import { judgmentOf, setIntensity } from '../edits'
import { withCase } from './items'

/**
 * Changes to what an item says. The fields ask before they write, so that what
 * comes in here is what a file may hold.
 */

type Change<T> = (item: T) => T

const changed = <T extends { readonly id: Id }>(
  items: readonly T[],
  id: Id,
  change: Change<T>,
): T[] => items.map((item) => (item.id === id ? change(item) : item))

export const describeCase = (
  scenario: Scenario,
  change: Partial<Pick<Case, 'title' | 'asOf'>>,
): Scenario => withCase(scenario, change)

export const changeRung = (scenario: Scenario, id: Id, change: Change<Rung>): Scenario =>
  withCase(scenario, { ladder: changed(scenario.case.ladder, id, change) })

export const changeTransition = (
  scenario: Scenario,
  id: Id,
  change: Change<Transition>,
): Scenario => withCase(scenario, { transitions: changed(scenario.case.transitions, id, change) })

export const changeDriver = (scenario: Scenario, id: Id, change: Change<Driver>): Scenario =>
  withCase(scenario, { drivers: changed(scenario.case.drivers, id, change) })

export const changeResponse = (scenario: Scenario, id: Id, change: Change<Response>): Scenario =>
  withCase(scenario, { responses: changed(scenario.case.responses, id, change) })

export const changeEvidence = (
  scenario: Scenario,
  id: Id,
  change: Change<EvidenceItem>,
): Scenario => withCase(scenario, { evidence: changed(scenario.case.evidence, id, change) })

export const changeClaim = (scenario: Scenario, id: Id, change: Change<Claim>): Scenario =>
  withCase(scenario, { conclusion: changed(scenario.case.conclusion, id, change) })

/** The article's own intensity of a driver; a judgment that stood there goes along. */
export function setReference(scenario: Scenario, id: Id, reference: number): Scenario {
  const before = scenario.case.drivers.find((driver) => driver.id === id)?.reference
  const moved = changeDriver(scenario, id, (driver) => ({ ...driver, reference }))
  const { intensity } = judgmentOf(scenario, id)
  return intensity.mode === before
    ? setIntensity(moved, id, rangeAround(reference, reachOf(intensity)))
    : moved
}

/** A field of an item, or none of it where there is nothing to say. */
export function withOptional<T extends object, K extends keyof T>(
  item: T,
  key: K,
  value: T[K] | undefined,
): T {
  const { [key]: _, ...rest } = item
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}

export const changeSource = (
  scenario: Scenario,
  key: keyof Source,
  text: string | undefined,
): Scenario => withCase(scenario, { source: withOptional(scenario.case.source, key, text) })

/** About one event a year, held lightly. */
export const FIRST_PRIOR: RatePrior = { events: 1, months: 12 }

/** A base rate that is uncertain, instead of one taken as known. */
export const withPrior = <T extends BaseRate>(item: T, prior: RatePrior): T =>
  ({ ...withOptional<BaseRate, 'rate'>(item, 'rate', undefined), prior }) as T

/** A base rate per month taken as known, instead of an uncertain one and of what that rests on. */
export function withRate<T extends BaseRate>(item: T, rate: number): T {
  const { prior: _, reference: __, ...rest } = item
  return { ...rest, rate } as BaseRate as T
}

/** The same rate, taken as known. */
export function takeAsKnown<T extends BaseRate>(item: T): T {
  const { events, months } = item.prior ?? FIRST_PRIOR
  return withRate(item, Math.min(tidy(events / months), 1e6))
}

/** The same rate with the weight of one event. */
export function takeAsUncertain<T extends BaseRate>(item: T): T {
  const rate = item.rate ?? 0
  const months = rate > 0 ? Math.min(Math.max(tidy(1 / rate), 1e-4), 1e9) : FIRST_PRIOR.months
  return withPrior(item, { events: 1, months })
}

const tidy = (value: number): number => Number(value.toFixed(4))

/** The rate's multiple while the ladder stands on a rung; 1 is what it is without. */
export function setRungMultiple(response: Response, rung: Id, multiple: number): Response {
  const { [rung]: _, ...others } = response.rungMultipliers ?? {}
  const next = multiple === 1 ? others : { ...others, [rung]: multiple }
  return withOptional(
    response,
    'rungMultipliers',
    Object.keys(next).length === 0 ? undefined : next,
  )
}
