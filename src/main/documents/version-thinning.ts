const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY

const LAST_HOUR = 'last hour'
const MOST_OF_LAST_HOUR = 20
const MOST_OF_FUTURE = 10
const MOST = 40
/** So many of the newest stay however old they are: what was before the last change. */
const FIRM = 2

interface Moment {
  readonly index: number
  readonly time: number
}

/**
 * Which of the kept ones stay. Up to twenty of the last hour, spread over it; then the newest of
 * each hour for a day, of each day for a month and of each month for a year. One whose date is still to come was
 * kept before the clock was set back: it counts as new.
 */
export function thinned(savedAt: readonly Date[], now: Date): readonly boolean[] {
  const nowTime = now.getTime()
  const newestFirst = savedAt
    .map((date, index): Moment => ({ index, time: date.getTime() }))
    .sort((a, b) => b.time - a.time || a.index - b.index)
  const firm = new Set([
    ...newestFirst.slice(0, FIRM),
    ...newestFirst.filter(({ time }) => time <= nowTime).slice(0, FIRM),
  ])
  const counts = new Map<string, number>()
  const spaced = newestFirst.filter((moment) => {
    const { slot, most } = slotOf(moment.time, nowTime)
    const count = (counts.get(slot) ?? 0) + 1
    counts.set(slot, count)
    return count <= most || firm.has(moment)
  })
  const isOfLastHour = ({ time }: Moment): boolean => slotOf(time, nowTime).slot === LAST_HOUR
  const thick = spaced.filter(isOfLastHour)
  const stay = new Set(capped(thick, MOST_OF_LAST_HOUR, firm, nowTime))
  const left = spaced.filter((moment) => !isOfLastHour(moment) || stay.has(moment))
  const kept = new Set(capped(left, MOST, firm, nowTime).map(({ index }) => index))
  return savedAt.map((_, index) => kept.has(index))
}

/** The stretch of time that a date shares with others, and how many of them stay. */
function slotOf(time: number, now: number): { readonly slot: string; readonly most: number } {
  const age = now - time
  if (age < 0) return { slot: 'future', most: MOST_OF_FUTURE }
  if (age <= HOUR) return { slot: LAST_HOUR, most: Number.POSITIVE_INFINITY }
  if (age <= DAY) return { slot: `hour ${Math.floor(time / HOUR)}`, most: 1 }
  if (age <= MONTH) return { slot: `day ${Math.floor(time / DAY)}`, most: 1 }
  if (age <= YEAR) return { slot: `month ${Math.floor(time / MONTH)}`, most: 1 }
  return { slot: 'too old', most: 0 }
}

/** Where there are too many, those go first whose neighbours are closest together for their age. */
function capped(
  newestFirst: readonly Moment[],
  most: number,
  firm: ReadonlySet<Moment>,
  now: number,
): Moment[] {
  const kept = [...newestFirst]
  while (kept.length > most) {
    const room = kept.map((moment, at) => {
      const [newer, older] = [kept[at - 1], kept[at + 1]]
      if (!newer || !older || firm.has(moment)) return Number.POSITIVE_INFINITY
      return (newer.time - older.time) / Math.max(now - moment.time, MINUTE)
    })
    kept.splice(room.indexOf(Math.min(...room)), 1)
  }
  return kept
}

interface KeptDocument {
  /** Newest first. */
  readonly versions: readonly {
    readonly file: string
    readonly time: number
    readonly bytes: number
  }[]
}

/**
 * Which files go so that all together take no more than so many bytes: of the document used
 * longest ago first, its oldest first, but never its newest two.
 */
export function overBudget(documents: readonly KeptDocument[], most: number): readonly string[] {
  let total = documents
    .flatMap(({ versions }) => versions)
    .reduce((sum, { bytes }) => sum + bytes, 0)
  const usedAt = ({ versions }: KeptDocument): number => versions[0]?.time ?? 0
  const candidates = [...documents]
    .sort((a, b) => usedAt(a) - usedAt(b))
    .flatMap(({ versions }) => versions.slice(FIRM).reverse())
  const going: string[] = []
  for (const { file, bytes } of candidates) {
    if (total <= most) break
    total -= bytes
    going.push(file)
  }
  return going
}
