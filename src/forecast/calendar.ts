const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface CalendarDate {
  readonly year: number
  /** From 0. */
  readonly month: number
  readonly day: number
}

const readDate = (asOf: string): CalendarDate => {
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number)
  return { year, month: month - 1, day }
}

/** The calendar month so many months after a date. */
function monthAfter(asOf: string, months: number): { year: number; month: number } {
  const { year, month } = readDate(asOf)
  const total = year * 12 + month + months
  return { year: Math.floor(total / 12), month: total % 12 }
}

/** `2023-05`; the day of the date is let go. */
export function isoMonth(asOf: string, months: number): string {
  const { year, month } = monthAfter(asOf, months)
  return `${year}-${String(month + 1).padStart(2, '0')}`
}

/** `May 23`, for an axis. */
export function shortMonth(asOf: string, months: number): string {
  const { year, month } = monthAfter(asOf, months)
  return `${MONTHS[month]} ${String(year % 100).padStart(2, '0')}`
}

/** `May 2024`, for a sentence or a table. */
export function longMonth(asOf: string, months: number): string {
  const { year, month } = monthAfter(asOf, months)
  return `${LONG_MONTHS[month]} ${year}`
}

/** The month of an axis or a table: by the calendar, or counted where there is no common date. */
export const nameMonth = (
  asOf: string | undefined,
  months: number,
  name: typeof shortMonth,
): string => (asOf === undefined ? `month ${months}` : name(asOf, months))

/** `25 May 2023`; a date of which only the year or the month is known keeps to that. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return `${Number(year)}`
  const name = LONG_MONTHS[Number(month) - 1]
  return day === undefined ? `${name} ${Number(year)}` : `${Number(day)} ${name} ${Number(year)}`
}

const TICK_STEPS = [1, 2, 3, 6, 12, 24]

/** Months to mark on an axis: a round step that gives at most `most` of them. */
export function monthTicks(horizonMonths: number, most = 5): number[] {
  const step = TICK_STEPS.find((months) => horizonMonths / months <= most - 1) ?? 36
  const ticks = Array.from({ length: Math.floor(horizonMonths / step) + 1 }, (_, n) => n * step)
  const last = ticks.at(-1) ?? 0
  if (last === horizonMonths) return ticks
  return horizonMonths - last < step * 0.6 && ticks.length > 1
    ? [...ticks.slice(0, -1), horizonMonths]
    : [...ticks, horizonMonths]
}
