import { evidenceOn, type Topic } from '../../forecast/links'
import type { Case, Driver, EvidenceItem, Id, Judgment, Role } from '../../forecast/scenario'
import { type DaySpan, daysOf, type TimeScale, timeScale } from './time-scale'

/** An item of evidence as it is drawn; places are shares of the width. */
export interface TimelineMark {
  readonly id: Id
  readonly from: number
  readonly to: number
  /** Known only by its month or year, and drawn as long as that. */
  readonly isSpan: boolean
  readonly isDisputed: boolean
  /** Not about what the evidence shown is about. */
  readonly isAside: boolean
}

/** An item that is an event of the ladder: so many rows up (negative) or down from the rung it left. */
export interface TimelineMove extends TimelineMark {
  readonly rows: number
}

/** A line of the timeline, from the top. */
export type TimelineRow =
  | {
      readonly kind: 'title'
      readonly key: string
      readonly label: string
      /** Of what stands on the right of the rows below. */
      readonly endLabel: string
    }
  | {
      readonly kind: 'track'
      readonly key: string
      /** Of the first track of a lane. */
      readonly label: string | undefined
      readonly role: Role | undefined
      readonly isLast: boolean
      readonly marks: readonly TimelineMark[]
    }
  | {
      readonly kind: 'rung'
      readonly key: string
      readonly label: string
      /** Counted from the lowest. */
      readonly rung: number
      readonly rungCount: number
      /** The probability of standing here on the as-of date. */
      readonly start: number
      readonly moves: readonly TimelineMove[]
    }

export interface Timeline {
  readonly rows: readonly TimelineRow[]
  readonly scale: TimeScale
  /** The as-of date. */
  readonly asOfAt: number
}

/** The evidence by driver, and below it the ladder with the moves that were counted. */
export function timelineRows(
  conflictCase: Case,
  { disputed: rejected, start }: Pick<Judgment, 'disputed' | 'start'>,
  topic: Topic | undefined,
): Timeline {
  const { evidence, drivers, asOf } = conflictCase
  const spanOf = new Map(evidence.map((item) => [item.id, daysOf(item.date, asOf)]))
  const scale = timeScale([...spanOf.values()], asOf)
  const about = new Set((topic ? evidenceOn(conflictCase, topic) : evidence).map(({ id }) => id))
  const disputed = new Set(rejected)
  const markOf = (item: EvidenceItem): TimelineMark => ({
    ...placed(spanOf.get(item.id) ?? daysOf(item.date, asOf), scale),
    id: item.id,
    isDisputed: disputed.has(item.id),
    isAside: !about.has(item.id),
  })
  const lane = (key: string, label: string, role: Role | undefined, items: EvidenceItem[]) =>
    laneRows(key, label, role, items.map(markOf))
  const alone = evidence.filter(({ bearsOn, counts }) => bearsOn.length === 0 && !counts)
  return {
    scale,
    asOfAt: scale.place(daysOf(asOf, asOf).to),
    rows: [
      { kind: 'title', key: 'drivers', label: 'Bears on a driver', endLabel: '' },
      ...byRole(drivers).flatMap(({ id, label, role }) =>
        lane(
          id,
          label,
          role,
          evidence.filter(({ bearsOn }) => bearsOn.includes(id)),
        ),
      ),
      ...(alone.length > 0 ? lane('alone', 'On none, not counted', undefined, alone) : []),
      { kind: 'title', key: 'ladder', label: 'Counts as a move on the ladder', endLabel: 'start' },
      ...rungRows(conflictCase, start, markOf),
    ],
  }
}

/** What pushes up first, as in the panel. */
const byRole = (drivers: readonly Driver[]): Driver[] =>
  (['escalates', 'restrains'] as const).flatMap((role) =>
    drivers.filter((driver) => driver.role === role),
  )

const placed = ({ from, to, isUncertain }: DaySpan, { place }: TimeScale) => ({
  from: place(from),
  to: place(to),
  isSpan: isUncertain,
})

/** Half of what a dot takes up, as a share of the width. */
const DOT = 0.011

/** Past so many tracks a lane is crowded anyway, and marks may lie on one another. */
const MOST_TRACKS = 6

/** Marks that would lie on one another get tracks of their own, the first that is free. */
function tracksOf(marks: readonly TimelineMark[]): TimelineMark[][] {
  const tracks: TimelineMark[][] = []
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const free = tracks.find((track) => track.every(({ to }) => to + DOT < mark.from - DOT))
    const crowded = tracks.length >= MOST_TRACKS ? tracks.at(-1) : undefined
    const track = free ?? crowded
    if (track) track.push(mark)
    else tracks.push([mark])
  }
  return tracks.length > 0 ? tracks : [[]]
}

function laneRows(
  key: string,
  label: string,
  role: Role | undefined,
  marks: readonly TimelineMark[],
): TimelineRow[] {
  const tracks = tracksOf(marks)
  return tracks.map((track, index) => ({
    kind: 'track',
    key: `${key} ${index}`,
    label: index === 0 ? label : undefined,
    role,
    isLast: index === tracks.length - 1,
    marks: track,
  }))
}

function rungRows(
  conflictCase: Case,
  start: Judgment['start'],
  markOf: (item: EvidenceItem) => TimelineMark,
): TimelineRow[] {
  const { ladder } = conflictCase
  return ladder
    .map(({ id, label }, rung) => ({
      kind: 'rung' as const,
      key: `rung ${id}`,
      label,
      rung,
      rungCount: ladder.length,
      start: start[id] ?? 0,
      moves: movesFrom(conflictCase, id).map(({ item, rows }) => ({ ...markOf(item), rows })),
    }))
    .reverse()
}

/** The items that are counted as a move away from a rung. */
function movesFrom({ ladder, transitions, evidence }: Case, rung: Id) {
  const height = (of: Id): number => ladder.findIndex(({ id }) => id === of)
  return transitions
    .filter(({ from }) => from === rung)
    .flatMap(({ id, from, to }) =>
      evidence
        .filter(({ counts }) => counts === id)
        .map((item) => ({ item, rows: height(from) - height(to) })),
    )
}
