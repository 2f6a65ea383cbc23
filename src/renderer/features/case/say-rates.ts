import type { BaseRate, Case, Id, Judged, Response } from '../../../forecast/scenario'
import { labelOf } from '../../state/case-edits/names'

/** A number of a file as it is set in a text. */
export const sayNumber = (value: number): string =>
  value.toLocaleString('en-GB', { maximumSignificantDigits: 6 })

const several = (count: number, one: string): string =>
  `${sayNumber(count)} ${count === 1 ? one : `${one}s`}`

export const sayMonths = (months: number): string => several(months, 'month')

/** A base rate before the evidence. */
export const sayBaseRate = ({ prior, rate }: BaseRate): string =>
  prior
    ? `${several(prior.events, 'event')} in ${sayMonths(prior.months)}`
    : `${sayNumber(rate ?? 0)} a month, taken as known`

/** A weight, `×3 (1.5–6)`. */
export const sayWeight = ({ low, mode, high }: Judged): string =>
  `×${sayNumber(mode)} (${sayNumber(low)}–${sayNumber(high)})`

/** How the rate of a response differs by rung, for each rung where it does. */
export const rungMultiples = (
  { ladder }: Case,
  { rungMultipliers = {} }: Response,
): readonly { readonly id: Id; readonly label: string; readonly multiple: string }[] =>
  ladder.flatMap(({ id }) => {
    const multiple = rungMultipliers[id]
    return multiple === undefined
      ? []
      : [{ id, label: labelOf(ladder, id), multiple: `×${sayNumber(multiple)}` }]
  })
