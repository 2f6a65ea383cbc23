import type { Cell } from '../../../briefing/cell'
import { lastMonthOf, movedRates } from '../../../forecast/moved-rates'
import type { Scenario } from '../../../forecast/scenario'
import { ratesRows } from '../../charts/rates-rows'

const UNKNOWN = Number.NaN

/** A tidy table: one row for each base rate; what a rate does not have stays empty. */
export function ratesTable(scenario: Scenario): (readonly Cell[])[] {
  const header = [
    'kind',
    'id',
    'label',
    'prior_events',
    'prior_months',
    'known_rate_per_month',
    'evidence_counted',
    'observed_months',
    'posterior_events',
    'posterior_months',
    'mean_per_year',
    'p05_per_year',
    'p95_per_year',
    'mean_wait_months',
    'basis',
    'reference_class',
    'reference_level',
    'reference_from',
    'reference_to',
  ]
  const rows = ratesRows(scenario.case, scenario.judgment.disputed).map(
    ({ id, label, move, counted, posterior, after }) => [
      'from' in move ? 'transition' : 'response',
      id,
      label,
      move.prior?.events ?? UNKNOWN,
      move.prior?.months ?? UNKNOWN,
      posterior.rate ?? UNKNOWN,
      counted,
      move.observedMonths ?? 0,
      posterior.rate === undefined ? posterior.events : UNKNOWN,
      posterior.rate === undefined ? posterior.months : UNKNOWN,
      after.mean,
      after.p05,
      after.p95,
      after.meanWaitMonths,
      move.basis,
      move.reference?.class ?? '',
      move.reference?.level ?? '',
      move.reference?.from ?? '',
      move.reference?.to ?? '',
    ],
  )
  return [header, ...rows]
}

/** A tidy table: one row for each rate, time and driver that acts on it. */
export function movedTable(scenario: Scenario): (readonly Cell[])[] {
  const { transitions } = scenario.case
  const header = ['kind', 'id', 'months_ahead', 'multiple', 'driver', 'driver_factor']
  const rows = [0, lastMonthOf(scenario)].flatMap((t) =>
    movedRates(scenario, t).flatMap(({ id, multiple, factors }) => {
      const kind = transitions.some((each) => each.id === id) ? 'transition' : 'response'
      return factors.map(({ driver, factor }) => [kind, id, t, multiple, driver, factor])
    }),
  )
  return [header, ...rows]
}
