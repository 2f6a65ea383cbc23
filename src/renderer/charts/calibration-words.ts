import { sayRange, tellProbability } from '../../forecast/conclusion/words'
import type { Calibration, ReliabilityRow } from './reliability-rows'

/** What forecasts of a row were called, `5–15 %`. */
export const sayCalled = ({ called }: Pick<ReliabilityRow, 'called'>): string => sayRange(...called)

const PER_CENT = '\u202f%'

/** A range of shares for a table: one digit below 10 per cent, `1.7–3.8 %`. */
export const tellRange = ([low, high]: readonly [low: number, high: number]): string =>
  `${tellProbability(low).replace(PER_CENT, '')}–${tellProbability(high)}`

/** The share that came true with its interval, where there is one. */
export const sayCame = ({ came, interval }: Pick<ReliabilityRow, 'came' | 'interval'>): string =>
  interval ? `${tellProbability(came)} (${tellRange(interval)})` : tellProbability(came)

export const calibrationWords: Readonly<Record<Calibration, string>> = {
  'as-called': 'as often as called',
  more: 'more often than called',
  less: 'less often than called',
  'too-few': 'too few to say',
}
