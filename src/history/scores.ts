/**
 * Scores of probability forecasts; lower is better in all of them. Forecasts are shares
 * of 1, outcomes are 1 where the event came and 0 where it did not.
 */

/** Brier 1950, for one event: the squared error. */
export const brierOf = (forecast: number, outcome: number): number => (forecast - outcome) ** 2

/** A forecast of 0 or 1 that fails would cost infinitely much; nothing is taken as surer than this. */
export const SUREST = 0.001

/** Minus the natural logarithm of the chance that was given to what happened. */
export function logarithmicOf(forecast: number, outcome: number): number {
  const held = Math.min(Math.max(forecast, SUREST), 1 - SUREST)
  return -Math.log(outcome === 1 ? held : 1 - held)
}

/**
 * Epstein 1969, for ordered categories: the squared errors of the cumulated chances,
 * over one less than the number of categories, so that it lies between 0 and 1.
 */
export function rankedProbabilityOf(forecast: readonly number[], category: number): number {
  let cumulated = 0
  let sum = 0
  for (let index = 0; index < forecast.length - 1; index++) {
    cumulated += forecast[index] as number
    sum += (cumulated - (category <= index ? 1 : 0)) ** 2
  }
  return sum / (forecast.length - 1)
}

/** Where bins of forecasts begin: what is called 0, 10, 20 … 100 %, with a closer look below 5 %. */
export const BIN_STARTS = [
  0, 0.01, 0.02, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95,
]

export function binOf(forecast: number): number {
  let bin = 0
  while (forecast >= (BIN_STARTS[bin + 1] ?? Number.POSITIVE_INFINITY)) bin++
  return bin
}

/**
 * The Brier score taken apart (Murphy 1973): score = reliability − resolution +
 * uncertainty + withinBins. Reliability is how far the bins' mean forecasts lie from what
 * came (0 is perfect), resolution how far what came differs between bins (more is better),
 * uncertainty what the event itself leaves open. Forecasts that differ within a bin leave
 * a remainder, which is given so that the sum is exact.
 */
export interface Decomposition {
  readonly reliability: number
  readonly resolution: number
  readonly uncertainty: number
  readonly withinBins: number
}

export interface Bin {
  readonly from: number
  readonly count: number
  readonly meanForecast: number
  readonly observed: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The bins that have forecasts, from the lowest. */
export function binsOf(forecasts: readonly number[], outcomes: readonly number[]): Bin[] {
  const members = BIN_STARTS.map((): number[] => [])
  for (const [index, forecast] of forecasts.entries()) members[binOf(forecast)]?.push(index)
  return members.flatMap((indices, bin) =>
    indices.length === 0
      ? []
      : {
          from: BIN_STARTS[bin] as number,
          count: indices.length,
          meanForecast: mean(indices.map((index) => forecasts[index] as number)),
          observed: mean(indices.map((index) => outcomes[index] as number)),
        },
  )
}

export function decompose(
  forecasts: readonly number[],
  outcomes: readonly number[],
): Decomposition {
  const base = mean(outcomes)
  const bins = binsOf(forecasts, outcomes)
  const weighted = (of: (bin: Bin) => number): number =>
    bins.reduce((sum, bin) => sum + bin.count * of(bin), 0) / forecasts.length
  const reliability = weighted(({ meanForecast, observed }) => (meanForecast - observed) ** 2)
  const resolution = weighted(({ observed }) => (observed - base) ** 2)
  const uncertainty = base * (1 - base)
  const score = mean(forecasts.map((forecast, at) => brierOf(forecast, outcomes[at] as number)))
  return {
    reliability,
    resolution,
    uncertainty,
    withinBins: score - (reliability - resolution + uncertainty),
  }
}
