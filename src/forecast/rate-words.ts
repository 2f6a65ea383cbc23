import type { Posterior } from './base-rates'
import { isolated } from './isolated'
import type { Case, Id, PriorReference, Transition } from './scenario'

/** A number with two digits that count, or all of a whole part that has more. */
export function sayFigure(value: number): string {
  if (!(value > 0)) return '0'
  if (value >= 99.5) return Math.round(value).toLocaleString('en-GB')
  if (value < 1e-4) return '<\u202f0.0001'
  return String(Number(value.toPrecision(2)))
}

const plural = (count: string, one: string): string => `${count} ${count === '1' ? one : `${one}s`}`

/** Events or months as a file has them, to the hundredth. */
export const sayCount = (value: number): string => Number(value.toFixed(2)).toLocaleString('en-GB')

/** `3 events in 17.2 months`, or `0.2 a month, taken as known`. */
export const sayRate = (posterior: Posterior): string =>
  posterior.rate === undefined
    ? `${plural(sayCount(posterior.events), 'event')} in ${plural(sayCount(posterior.months), 'month')}`
    : `${sayFigure(posterior.rate)} a month, taken as known`

const DAYS_PER_MONTH = 365.25 / 12

/** A waiting time in the unit that it is thought of in: `about 6 months`. */
export function sayWait(months: number): string {
  if (!Number.isFinite(months)) return 'without end'
  const days = months * DAYS_PER_MONTH
  if (days < 0.5) return 'less than a day'
  const about = (amount: number, unit: string): string =>
    `about ${plural(Math.round(amount).toLocaleString('en-GB'), unit)}`
  if (days < 13.5) return about(days, 'day')
  if (months < 1.75) return about(days / 7, 'week')
  return months < 23.5 ? about(months, 'month') : about(months / 12, 'year')
}

/** `×1.8`, with two digits that count; near 1 in hundredths. */
export const sayMultiple = (multiple: number): string =>
  `×${Math.abs(multiple - 1) < 0.095 ? Number(multiple.toFixed(2)) : sayFigure(multiple)}`

/** What a prior rests on where the record is not at hand: `land-neighbours (incidents, threat → deaths)`. */
export const sayReference = ({ class: id, level, from, to }: PriorReference): string =>
  `${id} (${level}s, ${from} → ${to})`

const labelIn = (items: readonly { readonly id: Id; readonly label: string }[], id: Id): string =>
  isolated(items.find((item) => item.id === id)?.label ?? id)

/** `Accusations → Diplomatic retaliation`. */
export const sayTransition = ({ ladder }: Case, { from, to }: Pick<Transition, 'from' | 'to'>) =>
  `${labelIn(ladder, from)} → ${labelIn(ladder, to)}`
