import { narrowestOf } from '../classes'
import { type State, WAR } from '../ladder'
import { type Month, yearOf } from '../months'
import { type Pair, relationsOf } from '../pairs'
import { FIRST_PANEL_MONTH, type Panel } from '../panel'
import type { Records } from '../records'

/** A month in which a pair stood above calm: there a forecast begins. */
export interface Origin {
  readonly pair: Pair
  readonly month: Month
  readonly state: State
  /** What it is resampled with. */
  readonly dispute: number
  /** Months that the pair has stood on the rung, this one included. */
  readonly monthsOnRung: number
  /** The narrowest reference class that the pair belongs to in the year. */
  readonly classId: string
  /** The rungs of the months that follow, as far as the record goes. */
  readonly later: readonly State[]
}

export const HORIZONS = [1, 3, 6, 12] as const
const LONGEST = 12

/** Every month in which a pair stood above calm, by pair and month. */
export function originsOf(records: Records, { histories }: Panel): Origin[] {
  const relationIn = relationsOf(records)
  return histories.flatMap(({ pair, states, disputes }) => {
    const origins: Origin[] = []
    let monthsOnRung = 0
    for (const [index, state] of states.entries()) {
      monthsOnRung = states[index - 1] === state ? monthsOnRung + 1 : 1
      if (state === 0) continue
      const month = FIRST_PANEL_MONTH + index
      const year = yearOf(month)
      origins.push({
        pair,
        month,
        state,
        dispute: disputes[index] as number,
        monthsOnRung,
        classId: narrowestOf({ pair, relation: relationIn(pair, year), isBilateral: undefined }),
        later: states.slice(index + 1, index + 1 + LONGEST),
      })
    }
    return origins
  })
}

/** Whether the pair reached the rung, or one above it, within the months. */
export const hasReached = ({ later }: Origin, rung: State, months: number): boolean =>
  later.slice(0, months).some((state) => state >= rung)

/** Whether what came of it was known before a year. */
export const isKnownBefore = ({ month }: Origin, months: number, year: number): boolean =>
  yearOf(month + months) < year

/** Rungs of which the forecast says whether they will be reached. */
export const OUTCOMES: readonly State[] = [2, 3, WAR]
