import type { ReliabilityBin } from '../../history/backtest/judging'
import { BIN_STARTS } from '../../history/scores'
import { axisTop } from './rows'

/** How often what was called came, against how likely it was called. */
export type Calibration = 'as-called' | 'more' | 'less' | 'too-few'

/** Forecasts that were called about the same, and what came of them; shares of 1. */
export interface ReliabilityRow {
  /** The least that they were called, and what they stayed below. */
  readonly called: readonly [from: number, to: number]
  /** What they were called on average. */
  readonly mean: number
  /** The share of them that came true. */
  readonly came: number
  /** Of that share, by resampling disputes; absent where it came always or never. */
  readonly interval?: readonly [low: number, high: number]
  readonly count: number
  readonly disputes: number
  readonly calibration: Calibration
}

/** Of fewer disputes than this the share that came true says next to nothing. */
export const FEWEST_DISPUTES = 10

export const reliabilityRows = (bins: readonly ReliabilityBin[]): ReliabilityRow[] =>
  bins.map((bin) => {
    const { from, meanForecast: mean, observed: came, low, high, count, disputes } = bin
    return {
      called: [from, BIN_STARTS[BIN_STARTS.indexOf(from) + 1] ?? 1],
      mean,
      came,
      // Where nothing or everything came, every resampling says the same, and so nothing.
      ...(low < high && { interval: [low, high] as const }),
      count,
      disputes,
      calibration: calibrationOf(bin),
    }
  })

function calibrationOf({ meanForecast, low, high, disputes }: ReliabilityBin): Calibration {
  if (disputes < FEWEST_DISPUTES || low >= high) return 'too-few'
  if (meanForecast > high) return 'less'
  return meanForecast < low ? 'more' : 'as-called'
}

/** Whether a row has a point in the diagram; one of few disputes is only counted below it. */
export const hasPoint = ({ disputes }: ReliabilityRow): boolean => disputes >= FEWEST_DISPUTES

/** Where both axes end: a round value that holds what was called, and what came with its intervals. */
export const reliabilityTop = (rows: readonly ReliabilityRow[]): number =>
  axisTop([
    ...rows.map(({ mean }) => mean),
    ...rows.filter(hasPoint).map(({ came, interval }) => interval?.[1] ?? came),
  ])
