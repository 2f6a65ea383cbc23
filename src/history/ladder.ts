/**
 * The rungs that the records can tell apart, lowest first: no militarized incident, a threat
 * or display of force, a use of force without known deaths, one with deaths, and war.
 */
export const STATES = ['calm', 'threat', 'force', 'deaths', 'war'] as const

export type StateName = (typeof STATES)[number]

/** A place in STATES. */
export type State = 0 | 1 | 2 | 3 | 4

export const CALM = 0
export const THREAT = 1
export const FORCE = 2
export const DEATHS = 3
export const WAR = 4

export const ALL_STATES: readonly State[] = [CALM, THREAT, FORCE, DEATHS, WAR]

/** Says what a rung means, in the words of a sentence. */
export const STATE_WORDS: Readonly<Record<StateName, string>> = {
  calm: 'no militarized incident',
  threat: 'threat or display of force',
  force: 'use of force without known deaths',
  deaths: 'use of force with deaths',
  war: 'war',
}

/** Fatality level 0 to 6; undefined where the record does not know. */
export type Fatality = number | undefined

/**
 * The rung of what was done at a hostility level of the Militarized Interstate Disputes
 * (1 nothing militarized, 2 threat, 3 display, 4 use of force, 5 war). Deaths that are not
 * known are not counted as deaths.
 */
export function stateOf(hostility: number, fatality: Fatality): State {
  if (hostility >= 5) return WAR
  if (hostility === 4) return fatality !== undefined && fatality > 0 ? DEATHS : FORCE
  return hostility >= 2 ? THREAT : CALM
}

/** The worse of two levels; unknown where neither is known to have had deaths and one may have. */
export function knownDeaths(one: Fatality, other: Fatality): Fatality {
  const worst = Math.max(one ?? 0, other ?? 0)
  return worst === 0 && (one === undefined || other === undefined) ? undefined : worst
}
