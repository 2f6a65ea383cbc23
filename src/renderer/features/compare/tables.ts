import type { Cell } from '../../../briefing/cell'
import { seriesOfEvent } from '../../../forecast/compare/compare'
import type { ComparedOne } from '../../charts/compared-rows'
import { isOtherVerdict } from './compare-words'
import type { ComparisonShown } from './comparison'

/** Tidy tables; a row alone says which scenario it is of and what that was computed with. */

const WHOSE = ['compared', 'compared_as_of', 'compared_draws', 'compared_seed'] as const

const whose = ({ name, scenario, forecast }: ComparedOne): Cell[] => [
  name,
  scenario.case.asOf,
  forecast.draws,
  forecast.seed,
]

const SERIES = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95', 'standardError'] as const

/** A row for each scenario and month, up to the month that all reach. */
export function eventTable({ compared, comparison, choice }: ComparisonShown): (readonly Cell[])[] {
  if (!choice) return []
  const series = seriesOfEvent(compared, choice.event)
  const header = [
    ...WHOSE,
    'event',
    'month',
    ...SERIES.map((column) => (column === 'standardError' ? 'standard_error' : column)),
  ]
  const rows = compared.flatMap((one, index) => {
    const own = series[index]
    if (!own) return []
    return Array.from({ length: comparison.months + 1 }, (_, month) => [
      ...whose(one),
      choice.label,
      month,
      ...SERIES.map((column) => own[column][month] ?? Number.NaN),
    ])
  })
  return [header, ...rows]
}

/** A row for each scenario and claim that its case has. */
export function claimsTable({ compared, comparison }: ComparisonShown): (readonly Cell[])[] {
  const header = [
    ...WHOSE,
    'claim_id',
    'statement',
    'month',
    'wording',
    'range_low',
    'range_high',
    'mean',
    'p05',
    'p95',
    'verdict',
    'other_than_first',
  ]
  const rows = comparison.claims.flatMap((line) =>
    compared.flatMap((one, index) => {
      const cell = line.cells[index]
      if (!cell) return []
      const { wording, range, mean, p05, p95, verdict } = cell
      const isOther = isOtherVerdict(line, cell) ? 'yes' : 'no'
      const what = [line.id, line.label, comparison.months, wording, ...range]
      return [[...whose(one), ...what, mean, p05, p95, verdict, isOther]]
    }),
  )
  return [header, ...rows]
}

/** A row for each scenario and rung of its case. */
export function rungsTable({ compared, comparison }: ComparisonShown): (readonly Cell[])[] {
  const header = [...WHOSE, 'rung_id', 'rung', 'month', 'mean', 'p05', 'p95']
  const rows = compared.flatMap((one, index) =>
    comparison.rungs.flatMap(({ id, label, cells }) => {
      const cell = cells[index]
      return cell
        ? [[...whose(one), id, label, comparison.months, cell.mean, cell.p05, cell.p95]]
        : []
    }),
  )
  return [header, ...rows]
}

/** A row for each scenario and thing in which some differ. */
export function differencesTable({ compared, comparison }: ComparisonShown): (readonly Cell[])[] {
  const rows = comparison.differences.flatMap(({ part, label, values }) =>
    compared.map((one, index) => [...whose(one), part, label, values[index] ?? '']),
  )
  return [[...WHOSE, 'part', 'what', 'value'], ...rows]
}
