/** A month as one number, counted through the years, so that months subtract. */
export type Month = number

/** @param month 1 to 12 */
export const monthOf = (year: number, month: number): Month => year * 12 + month - 1

export const yearOf = (month: Month): number => Math.floor(month / 12)

/** `YYYY-MM` */
export const monthText = (month: Month): string =>
  `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}`

/** The last month that the Militarized Interstate Disputes 5.0 speak of. */
export const LAST_MONTH = monthOf(2014, 12)
