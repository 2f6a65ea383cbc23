import { advanceByMatrix, exponentiate } from './exponential'
import { fastestExit, type Generator, LANES } from './generator'
import { advanceByUniformization } from './uniformize'

/**
 * Carries vectors of probabilities, one for each lane, through the months of a forecast, by the
 * cheaper of two exact methods for each period: one matrix exponential for all of
 * its months, or uniformization of the vector month by month.
 */
export interface Flow {
  readonly state: Float64Array
  readonly periods: readonly PeriodFlow[]
  readonly scratch: readonly [Float64Array, Float64Array]
  readonly matrixScratch: Float64Array
}

export interface PeriodFlow {
  readonly generator: Generator
  readonly monthCount: number
  readonly matrix: Float64Array
  usesMatrix: boolean
}

export const emptyFlow = (
  rungCount: number,
  monthCounts: readonly number[],
  generatorOf: (period: number) => Generator,
): Flow => ({
  state: new Float64Array(rungCount * LANES),
  periods: monthCounts.map((monthCount, period) => ({
    generator: generatorOf(period),
    monthCount,
    matrix: new Float64Array(rungCount * rungCount * LANES),
    usesMatrix: false,
  })),
  scratch: [new Float64Array(rungCount * LANES), new Float64Array(rungCount * LANES)],
  matrixScratch: new Float64Array(rungCount * rungCount * LANES),
})

/** Past this rate per month uniformization takes more steps than the matrix has work. */
const FASTEST_UNIFORMIZED = 12

/** Makes a period ready once its generator holds the rates of its lanes. */
export function preparePeriod(flow: Flow, period: PeriodFlow): void {
  const { generator, monthCount, matrix } = period
  period.usesMatrix = monthCount >= generator.size || fastestExit(generator) > FASTEST_UNIFORMIZED
  if (period.usesMatrix) exponentiate(generator, matrix, flow.matrixScratch)
}

/** Moves the flow's state one month on. */
export function advanceMonth(flow: Flow, period: PeriodFlow): void {
  const { generator, matrix } = period
  if (period.usesMatrix) advanceByMatrix(flow.state, matrix, generator.size, flow.scratch[0])
  else advanceByUniformization(flow.state, generator, flow.scratch)
}
