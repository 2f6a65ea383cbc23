import { driversOf } from './links'
import { intensityOffset } from './periods'
import type { Driver, DriverJudgment, Id, Response, Scenario, Transition } from './scenario'

/** What a driver alone multiplies a rate by. */
export interface DriverFactor {
  readonly driver: Id
  readonly factor: number
}

/** How far the drivers have moved a rate from its base rate. */
export interface MovedRate {
  readonly id: Id
  /** The rate as a multiple of its base rate: the product of the factors. */
  readonly multiple: number
  /** For every driver that acts on it, in the order of the case. */
  readonly factors: readonly DriverFactor[]
}

/** s · ln M · (x − x̄) with everything judged at its most likely value, at time t in months. */
function mostLikelyEffect(driver: Driver, judgment: DriverJudgment, t: number): number {
  const moved = judgment.intensity.mode + intensityOffset(judgment, t)
  const intensity = Math.min(Math.max(moved, 0), 1)
  const weight = (judgment.multiplier ?? driver.multiplier).mode
  return (driver.role === 'escalates' ? 1 : -1) * Math.log(weight) * (intensity - driver.reference)
}

/**
 * Every transition's rate, then every response's, as a multiple of its base rate at time t
 * in months: exp(dir · Σ s · ln M · (x − x̄)) at the drivers' most likely values.
 */
export function movedRates({ case: conflictCase, judgment }: Scenario, t: number): MovedRate[] {
  const { ladder, transitions, responses } = conflictCase
  const height = (rung: Id): number => ladder.findIndex(({ id }) => id === rung)
  const directionOf = (move: Transition | Response): 1 | -1 =>
    'to' in move && height(move.to) < height(move.from) ? -1 : 1
  return [...transitions, ...responses].map((move) => {
    const direction = directionOf(move)
    const effects = driversOf(conflictCase, move).flatMap((driver) => {
      const judged = judgment.drivers[driver.id]
      if (!judged) return []
      return [{ driver: driver.id, effect: direction * mostLikelyEffect(driver, judged, t) }]
    })
    return {
      id: move.id,
      multiple: Math.exp(effects.reduce((sum, { effect }) => sum + effect, 0)),
      factors: effects.map(({ driver, effect }) => ({ driver, factor: Math.exp(effect) })),
    }
  })
}

/** The time that the rates of the last month are taken at. */
export const lastMonthOf = ({ judgment }: Scenario): number => judgment.horizonMonths - 0.5
