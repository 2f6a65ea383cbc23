import { advanceByMatrix, exponentiate } from './exponential'
import { emptyGenerator, fastestExit, type Generator, LANES } from './generator'
import type { Kernel } from './kernel'
import { plainKernel } from './plain-kernel'
import { simdKernel } from './simd-kernel'
import { advanceByUniformization } from './uniformize'

/**
 * Carries vectors of probabilities, one for each lane, through the months of a
 * forecast, by the cheaper of two exact methods for each period: one matrix
 * exponential for all of its months, or uniformization of the vector month by month.
 */
export interface Flow {
  readonly kernel: Kernel
  readonly state: Float64Array
  readonly periods: readonly PeriodFlow[]
  readonly scratch: readonly [Float64Array, Float64Array]
  readonly matrixScratch: Float64Array
}

export interface PeriodFlow {
  readonly generator: Generator
  readonly monthCount: number
  readonly matrix: Float64Array
  /** The generator's exits by moves alone, without what a response adds. */
  readonly moveExits: Float64Array
  usesMatrix: boolean
}

/**
 * A flow with room for a ladder, its moves and the periods of its months, and for so
 * many floats beside it, which the caller takes from the kernel.
 */
export function emptyFlow(
  rungCount: number,
  moveCount: number,
  monthCounts: readonly number[],
  floatsBeside: number,
): Flow {
  const vector = rungCount * LANES
  const matrix = rungCount * vector
  const periods = monthCounts.length
  const floats = 3 * vector + matrix + periods * (matrix + vector + moveCount * LANES)
  const room = floats + floatsBeside
  const kernel = simdKernel(room, periods * 2 * moveCount) ?? plainKernel()
  return {
    kernel,
    state: kernel.floats(vector),
    periods: monthCounts.map((monthCount) => ({
      generator: emptyGenerator(kernel, rungCount, moveCount),
      monthCount,
      matrix: kernel.floats(matrix),
      moveExits: new Float64Array(vector),
      usesMatrix: false,
    })),
    scratch: [kernel.floats(vector), kernel.floats(vector)],
    matrixScratch: kernel.floats(matrix),
  }
}

/** Past this rate per month uniformization takes more steps than the matrix has work. */
const FASTEST_UNIFORMIZED = 12

/** Makes a period ready once its generator holds the rates of its lanes. */
export function preparePeriod(flow: Flow, period: PeriodFlow): void {
  const { generator, monthCount, matrix } = period
  period.usesMatrix = monthCount >= generator.size || fastestExit(generator) > FASTEST_UNIFORMIZED
  if (period.usesMatrix) exponentiate(flow.kernel, generator, matrix, flow.matrixScratch)
}

/** Moves the flow's state one month on. */
export function advanceMonth({ kernel, state, scratch }: Flow, period: PeriodFlow): void {
  const { generator, matrix } = period
  if (period.usesMatrix) advanceByMatrix(kernel, state, matrix, generator.size, scratch[0])
  else advanceByUniformization(kernel, state, generator, scratch)
}
