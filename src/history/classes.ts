import type { Cell, Move } from './cells'
import { keyOf, type Pair, pairText } from './pairs'

/** Dispute level for onset, incident level for movement once there has been an incident. */
export type Level = 'dispute' | 'incident'

/** What decides whether a cell belongs to a class. */
export type CellKind = Pick<Cell, 'pair' | 'relation' | 'isBilateral'>

/** A reference class: which cells of the record belong to it, and what it borrows from. */
export interface ReferenceClass {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly fromYear: number
  readonly includes: (cell: CellKind) => boolean
  readonly countsMove?: (move: Move) => boolean
  /** The next wider class that contains it, at each level at which there is one. */
  readonly borrowsFrom: Partial<Readonly<Record<Level, string>>>
  /** The levels at which it stands; a class that would repeat another's counts is left out. */
  readonly levels: readonly Level[]
}

const BOTH_LEVELS = ['dispute', 'incident'] as const

/** The fifteen republics of the Soviet Union as it ended, by Correlates of War code. */
const FORMER_SOVIET: ReadonlySet<number> = new Set([
  359, 365, 366, 367, 368, 369, 370, 371, 372, 373, 701, 702, 703, 704, 705,
])

const isFormerSoviet = ({ a, b }: Pair): boolean => FORMER_SOVIET.has(a) || FORMER_SOVIET.has(b)

export const WIDE_CLASSES: readonly ReferenceClass[] = [
  {
    id: 'all-1946',
    label: 'All disputes since 1946',
    description:
      'Every pair of states that border on each other by land or across at most 400 miles of water, are strategic rivals, or have a major power among them.',
    fromYear: 1946,
    includes: () => true,
    borrowsFrom: {},
    levels: ['dispute'],
  },
  {
    id: 'all-1992',
    label: 'All disputes since 1992',
    description: 'The same pairs, since 1992.',
    fromYear: 1992,
    includes: () => true,
    borrowsFrom: { dispute: 'all-1946' },
    levels: BOTH_LEVELS,
  },
  {
    id: 'bilateral',
    label: 'Bilateral disputes',
    description:
      'Disputes that one state had with one other, without anybody joining; onset since 1946 among the same pairs.',
    fromYear: 1946,
    includes: ({ isBilateral }) => isBilateral !== false,
    countsMove: ({ isBilateral }) => isBilateral,
    // Bilateral onsets are a kind of event, not a group of pairs, so nothing wider contains them.
    borrowsFrom: { incident: 'all-1992' },
    levels: BOTH_LEVELS,
  },
  {
    id: 'land-neighbours',
    label: 'Land neighbours',
    description: 'Pairs that share a border by land or river in the year; onset since 1946.',
    fromYear: 1946,
    includes: ({ relation }) => relation.areLandNeighbours,
    borrowsFrom: { dispute: 'all-1946', incident: 'all-1992' },
    levels: BOTH_LEVELS,
  },
  {
    id: 'rivals',
    label: 'Strategic rivals',
    description:
      'Pairs that Thompson, Rasler and Ganguly list as strategic rivals in the year; onset since 1946.',
    fromYear: 1946,
    includes: ({ relation }) => relation.areRivals,
    borrowsFrom: { dispute: 'all-1946', incident: 'all-1992' },
    levels: BOTH_LEVELS,
  },
  {
    id: 'former-soviet-neighbours',
    label: 'Former Soviet neighbours',
    description:
      'Land neighbours of which at least one is a former Soviet republic, since 1992; borders with states outside the Union count too, such as Iran’s with Azerbaijan.',
    fromYear: 1992,
    includes: ({ pair, relation }) => relation.areLandNeighbours && isFormerSoviet(pair),
    borrowsFrom: { dispute: 'land-neighbours', incident: 'land-neighbours' },
    levels: BOTH_LEVELS,
  },
]

/** The class of one pair alone, since 1992, which borrows from the narrowest class it is now in. */
export function pairClass(
  pair: Pair,
  cells: readonly Cell[],
  name = pairText(pair),
): ReferenceClass {
  const key = keyOf(pair)
  const latest = cells.filter((cell) => keyOf(cell.pair) === key).at(-1)
  const parent = latest ? narrowestOf(latest) : 'all-1992'
  return {
    id: `pair-${pairText(pair)}`,
    label: `The pair itself: ${name}`,
    description:
      'Disputes and incidents in which these two states stood on opposite sides, since 1992.',
    fromYear: 1992,
    includes: (cell) => keyOf(cell.pair) === key,
    borrowsFrom: { dispute: parent, incident: parent },
    levels: BOTH_LEVELS,
  }
}

/** From the narrowest to the widest, for what a single pair is a case of. */
const NARROW_TO_WIDE = ['former-soviet-neighbours', 'land-neighbours', 'rivals', 'all-1992']

export const narrowestOf = (cell: CellKind): string =>
  NARROW_TO_WIDE.find((id) => classNamed(id).includes(cell)) ?? 'all-1992'

export function classNamed(id: string): ReferenceClass {
  const found = WIDE_CLASSES.find((each) => each.id === id)
  if (!found) throw new RangeError(`no reference class ${id}`)
  return found
}

/** The cells of a class, with the moves that it counts. */
export function cellsOf(
  { fromYear, includes, countsMove }: ReferenceClass,
  cells: readonly Cell[],
): Cell[] {
  const own = cells.filter((cell) => cell.year >= fromYear && includes(cell))
  return countsMove ? own.map((cell) => ({ ...cell, moves: cell.moves.filter(countsMove) })) : own
}
