import type { DriverState } from '../scenario'

/** The state that a driver of this intensity is in. */
export const stateAt = (
  states: readonly DriverState[],
  intensity: number,
): DriverState | undefined => states.findLast(({ from }) => from <= intensity)

/** Where a state ends: where the next one begins. */
export const endOf = (states: readonly DriverState[], place: number): number =>
  states[place + 1]?.from ?? 1

/** The intensity in the middle of a state, in whole hundredths where the state has room for them. */
export function middleOf(states: readonly DriverState[], place: number): number {
  const from = states[place]?.from ?? 0
  const end = endOf(states, place)
  const middle = (from + end) / 2
  const whole = Math.round(Number((middle * 100).toFixed(6))) / 100
  return whole >= from && whole < end ? whole : middle
}

/** How many combinations there are of one state of each driver. */
export const countCombinations = (scales: readonly (readonly DriverState[])[]): number =>
  scales.reduce((product, { length }) => product * length, 1)
