import type { Cell } from '../../../briefing/cell'
import type { Scenario } from '../../../forecast/scenario'

const PRECISION = ['year', 'month', 'day'] as const

/** A tidy table: one row for each item of evidence. */
export function evidenceRows({ case: conflictCase, judgment }: Scenario): (readonly Cell[])[] {
  const header = [
    'id',
    'date',
    'date_known_to',
    'summary',
    'locator',
    'bears_on',
    'counts_for',
    'disputed',
  ]
  const rows = conflictCase.evidence.map((item) => [
    item.id,
    item.date,
    PRECISION[item.date.split('-').length - 1] ?? 'day',
    item.summary,
    item.locator,
    item.bearsOn.join(' '),
    item.counts ?? '',
    judgment.disputed.includes(item.id) ? 'yes' : 'no',
  ])
  return [header, ...rows]
}
