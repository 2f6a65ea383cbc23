/** Days in a row, numbered from a day long ago; the last one is included. */
export interface DaySpan {
  readonly from: number
  readonly to: number
  /** Whether only the month or the year of something is known. */
  readonly isUncertain: boolean
}

const DAY_MS = 86_400_000

/** Unlike Date.UTC it takes the years before 100 as they are; the month is counted from 0. */
const dayNumber = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month, day) / DAY_MS

const monthOfDay = (day: number): { year: number; month: number } => {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() }
}

/** The days that a date may mean; what was known by the as-of date happened by then. */
export function daysOf(date: string, asOf: string): DaySpan {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month !== undefined && day !== undefined) {
    const exact = dayNumber(year, month - 1, day)
    return { from: exact, to: exact, isUncertain: false }
  }
  const first = dayNumber(year, (month ?? 1) - 1, 1)
  const last = dayNumber(year, month ?? 12, 1) - 1
  const known = asOf === date ? last : daysOf(asOf, asOf).to
  return { from: first, to: first <= known ? Math.min(last, known) : last, isUncertain: true }
}

/** A stretch of time drawn evenly between two shares of the width. */
interface ScalePart {
  readonly firstDay: number
  readonly lastDay: number
  readonly from: number
  readonly to: number
}

/** Where days come to stand between 0 and 1, in one even part, or in two where old items would squash the recent ones. */
export interface TimeScale {
  readonly parts: readonly [ScalePart] | readonly [early: ScalePart, recent: ScalePart]
  readonly place: (day: number) => number
}

/** How much of the width the early part takes, and the gap after it that shows the break. */
const EARLY = 0.24
const GAP = 0.02
/** An even scale serves unless the recent items have this much more of the whole than their time has. */
const WORTH_A_BREAK = 0.5

/** The first day of a month, or of a year, that a day lies in. */
const startOfMonth = (day: number): number => {
  const { year, month } = monthOfDay(day)
  return dayNumber(year, month, 1)
}
const startOfYear = (day: number): number => dayNumber(monthOfDay(day).year, 0, 1)

/**
 * The scale from the first item to the as-of date. It is broken where the items that
 * come after are most crowded: the largest lead of their share of all items over the
 * share of the time that they take.
 */
export function timeScale(spans: readonly DaySpan[], asOf: string): TimeScale {
  const end = spans.reduce((last, { to }) => Math.max(last, to), daysOf(asOf, asOf).to)
  const first = spans.reduce((least, { from }) => Math.min(least, from), end)
  const starts = spans.map(({ from }) => startOfMonth(from))
  const leadOf = (day: number): number =>
    starts.filter((start) => start >= day).length / starts.length - (end - day) / (end - first)
  const best = starts.reduce((day, start) => (leadOf(start) > leadOf(day) ? start : day), first)
  const parts: TimeScale['parts'] =
    end > first && leadOf(best) > WORTH_A_BREAK
      ? [
          { firstDay: startOfYear(first), lastDay: best, from: 0, to: EARLY },
          { firstDay: best, lastDay: end, from: EARLY + GAP, to: 1 },
        ]
      : [{ firstDay: startOfMonth(first), lastDay: Math.max(end, first + 1), from: 0, to: 1 }]
  return { parts, place: placeIn(parts) }
}

const placeIn =
  (parts: TimeScale['parts']) =>
  (day: number): number => {
    const part = parts.findLast(({ firstDay }) => day >= firstDay) ?? parts[0]
    const { firstDay, lastDay, from, to } = part
    return from + ((day - firstDay) / (lastDay - firstDay)) * (to - from)
  }

/** A day named on the axis. */
export interface TimeTick {
  readonly at: number
  readonly label: string
}

const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200]
const DAYS_PER_MONTH = 30.44
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Months or years to name on an axis so many pixels wide. */
export const timeTicks = ({ parts }: TimeScale, width: number): TimeTick[] =>
  parts.flatMap((part) => ticksOf(part, width))

/** The narrowest that a name and the space after it may be, in pixels. */
const NAME_WIDTH = 38

function ticksOf({ firstDay, lastDay, from, to }: ScalePart, width: number): TimeTick[] {
  const pixelsPerMonth = ((to - from) * width * DAYS_PER_MONTH) / (lastDay - firstDay)
  const step = STEPS_IN_MONTHS.find((months) => months * pixelsPerMonth >= NAME_WIDTH) ?? 1200
  const start = monthOfDay(firstDay)
  const ticks: TimeTick[] = []
  // A part in years is marked at the turn of the year.
  const skipped = step >= 12 ? (12 - start.month) % 12 : 0
  for (let months = skipped; ; months += step) {
    const total = start.year * 12 + start.month + months
    const [year, month] = [Math.floor(total / 12), total % 12]
    const at = from + ((dayNumber(year, month, 1) - firstDay) / (lastDay - firstDay)) * (to - from)
    // The last name needs room before the part ends.
    if ((to - at) * width < NAME_WIDTH * 0.65) return ticks
    const isNewYear = months === skipped || month < step
    const name = isNewYear
      ? `${MONTHS[month]} ${String(year % 100).padStart(2, '0')}`
      : MONTHS[month]
    ticks.push({ at, label: step >= 12 ? String(year) : (name ?? '') })
  }
}
