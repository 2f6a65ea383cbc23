import { ALL_STATES, type State } from '../ladder'
import { hasReached, isKnownBefore, type Origin, OUTCOMES } from './origins'

/** What a forecaster says of an origin, for so many months ahead. */
export interface Said {
  /** By outcome, the chance of reaching it. */
  readonly reach: readonly number[]
  /** The chance of each rung at the end. */
  readonly states: readonly number[]
}

export type Forecaster = (origin: Origin, months: number) => Said

const shareOf = (origins: readonly Origin[], holds: (origin: Origin) => boolean): number =>
  (origins.filter(holds).length + 0.5) / (origins.length + 1)

/** How the origins before a year turned out, of which the whole horizon was over by then. */
function frequencies(before: readonly Origin[], months: number, standing: readonly Origin[]): Said {
  const reach = OUTCOMES.map((outcome) => {
    const eligible = before.filter(({ state }) => state < outcome)
    return shareOf(eligible, (origin) => hasReached(origin, outcome, months))
  })
  const ends = ALL_STATES.map(
    (state) =>
      standing.filter(({ later }) => later[months - 1] === state).length + 1 / ALL_STATES.length,
  )
  return { reach, states: ends.map((count) => count / (standing.length + 1)) }
}

/** Remembers what was made for a key. */
export function remembering<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    return made
  }
}

const MOST_MONTHS = 100

/** The base rate alone: how often it came before the year, whatever the rung. */
export function climatology(origins: readonly Origin[], year: number): Forecaster {
  const of = remembering((months) => {
    const before = origins.filter((origin) => isKnownBefore(origin, months, year))
    return frequencies(before, months, before)
  })
  return (_, months) => of(months)
}

/** How often it came before the year, of those that stood on the same rung. */
export function rungClimatology(origins: readonly Origin[], year: number): Forecaster {
  const of = remembering((key) => {
    const [state, months] = [Math.floor(key / MOST_MONTHS), key % MOST_MONTHS]
    const before = origins.filter(
      (origin) => origin.state === state && isKnownBefore(origin, months, year),
    )
    return frequencies(before, months, before)
  })
  return ({ state }, months) => of(state * MOST_MONTHS + months)
}

/** Everything stays as it is. */
export const persistence: Forecaster = ({ state }) => ({
  reach: OUTCOMES.map(() => 0),
  states: ALL_STATES.map((each: State) => (each === state ? 1 : 0)),
})
