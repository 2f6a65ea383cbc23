import { planExponential } from './exponential'
import { emptyGenerator, fastestExit, type Generator, LANES } from './generator'
import type { Kernel } from './kernel'
import { advanceByUniformization } from './uniformize'

/**
 * Carries vectors of probabilities, one for each lane, through the months of a
 * forecast, by the cheaper of two exact methods for each period: one matrix
 * exponential for all of its months, or uniformization of the vector month by month.
 */
export interface Flow {
  readonly kernel: Kernel
  /** A vector for each month from 0 on, one after another. */
  readonly path: Float64Array
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

/** What a flow is made for. */
export interface FlowSize {
  readonly rungCount: number
  readonly moveCount: number
  readonly horizonMonths: number
  /** Months in each period. */
  readonly periodLengths: readonly number[]
}

/** The floats and integers that a flow takes from its kernel. */
export function roomOfFlow({ rungCount, moveCount, horizonMonths, periodLengths }: FlowSize) {
  const vector = rungCount * LANES
  const matrix = rungCount * vector
  const perPeriod = matrix + vector + moveCount * LANES
  return {
    floats: (horizonMonths + 3) * vector + 2 * matrix + periodLengths.length * perPeriod,
    integers: periodLengths.length * (rungCount + moveCount),
  }
}

export function emptyFlow(
  kernel: Kernel,
  { rungCount, moveCount, horizonMonths, periodLengths }: FlowSize,
): Flow {
  const vector = rungCount * LANES
  return {
    kernel,
    path: kernel.floats((horizonMonths + 1) * vector),
    periods: periodLengths.map((monthCount) => ({
      generator: emptyGenerator(kernel, rungCount, moveCount),
      monthCount,
      matrix: kernel.floats(rungCount * vector),
      moveExits: new Float64Array(vector),
      usesMatrix: false,
    })),
    scratch: [kernel.floats(vector), kernel.floats(vector)],
    matrixScratch: kernel.floats(2 * rungCount * vector),
  }
}

/** Past this rate per month uniformization takes more steps than the matrix has work. */
const FASTEST_UNIFORMIZED = 12

/** Makes a period ready once its generator holds the rates of its lanes. */
export function preparePeriod(flow: Flow, period: PeriodFlow): void {
  const { generator, monthCount, matrix } = period
  if (generator.size === 0) return
  const speed = fastestExit(generator)
  period.usesMatrix = monthCount >= generator.size || speed > FASTEST_UNIFORMIZED
  if (period.usesMatrix) {
    flow.kernel.exponentiate(generator, planExponential(speed), matrix, flow.matrixScratch)
  }
}

/** Fills the vectors of so many months after `month`, all of one period. */
export function advance(
  { kernel, path, scratch }: Flow,
  { generator, matrix, usesMatrix }: PeriodFlow,
  month: number,
  months: number,
): void {
  const { size } = generator
  if (size === 0) return
  const width = size * LANES
  if (usesMatrix) {
    kernel.carry(size, months, path, month * width, matrix)
    return
  }
  for (let later = month; later < month + months; later++) {
    advanceByUniformization(kernel, generator, path, later * width, scratch)
  }
}
