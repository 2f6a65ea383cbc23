import type { Forecast } from '../../../forecast/forecast'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'
import { sayDate } from '../../charts/calendar'

/** What an export was made from, so that it can be made again. */
export interface Stamp {
  readonly title: string
  readonly asOf: string
  readonly source: string
  readonly draws: number
  readonly seed: number
  readonly appVersion: string
  readonly engineVersion: string
}

/** The stamp, but for the version of the program that writes it. */
export function stampOf(
  scenario: Scenario,
  forecast: Pick<Forecast, 'draws' | 'seed' | 'engineVersion'>,
): Omit<Stamp, 'appVersion'> {
  const { asOf, source } = scenario.case
  return {
    title: scenario.title,
    asOf,
    source: `“${source.title}” (${source.publisher}, ${sayDate(source.published)})`,
    draws: forecast.draws,
    seed: forecast.seed,
    engineVersion: forecast.engineVersion,
  }
}

/** The stamp in two lines for the foot of a picture. */
export const stampLines = (stamp: Stamp): [string, string] => [
  `Scenario: ${isolated(stamp.title)}, as of ${sayDate(stamp.asOf)}. Brink ${stamp.appVersion}, engine ${stamp.engineVersion}, ${stamp.draws.toLocaleString('en-GB')} draws, seed ${stamp.seed}.`,
  `Held against: ${isolated(stamp.source)}.`,
]
