import { longMonth } from './calendar'
import { isolated } from './isolated'
import type { DriverJudgment, Judged, Shock } from './scenario'

/** What an analyst judges of a driver, in the words of tables: intensities from 0 to 100. */

export const sayHundredths = (share: number): string => String(Math.round(share * 100))

/** `80 (70–90)`; the value alone where there is no range. */
export const sayJudgedIntensity = ({ low, mode, high }: Judged): string =>
  low === high
    ? sayHundredths(mode)
    : `${sayHundredths(mode)} (${sayHundredths(low)}–${sayHundredths(high)})`

/** `×3 (1.5–6)`. */
export const sayWeight = ({ low, mode, high }: Judged): string => `×${mode} (${low}–${high})`

/** `+10 a year`, or `none`. */
export const sayTrend = ({ trendPerYear = 0 }: Pick<DriverJudgment, 'trendPerYear'>): string =>
  trendPerYear === 0 ? 'none' : `${signed(trendPerYear)} a year`

const signed = (change: number): string =>
  `${change < 0 ? '−' : '+'}${sayHundredths(Math.abs(change))}`

/** `+20 from month 3 for 2 months (its name)`. */
export const sayShock = ({ month, change, lasts, label }: Shock): string =>
  [
    `${signed(change)} from month ${month}`,
    ...(lasts === undefined ? [] : [`for ${lasts} months`]),
    ...(label === undefined ? [] : [`(${isolated(label)})`]),
  ].join(' ')

/** The same by the calendar and without the name: `+20 from August 2023 for 2 months`. */
export function sayDatedShock({ month, change, lasts }: Shock, asOf: string): string {
  const amount = `${change < 0 ? '−' : '+'}${Number(Math.abs(change * 100).toFixed(1))}`
  const when = longMonth(asOf, Math.floor(month))
  return lasts === undefined
    ? `${amount} from ${when} on`
    : `${amount} from ${when} for ${lasts} ${lasts === 1 ? 'month' : 'months'}`
}
