import type { Kernel } from './chain/kernel'
import { plainKernel } from './chain/plain-kernel'
import { type Room, simdKernel } from './chain/simd-kernel'
import { inputDraws, ratesOfInputs } from './hazards'
import { laneOrder } from './lanes'
import { compileModel, type Model } from './model'
import type { Scenario } from './scenario'
import { emptyTally, roomOfTally, type Tally } from './tally'
import { type Layout, layoutOf, roomOfTrajectories, trajectoriesOf } from './trajectory'

/**
 * Draws are summed up segment by segment, and the segments in their order, so that sums
 * come to the same bits whoever computes which.
 */
export const SEGMENT_DRAWS = 4096

/**
 * Draws are taken in blocks that begin at multiples of this, whatever the pieces a
 * segment is asked for, so that which draws are propagated side by side never depends
 * on them.
 */
export const BLOCK = 256

/** What all segments of a forecast share. */
export interface PreparedForecast {
  readonly scenario: Scenario
  readonly model: Model
  readonly layout: Layout
}

export function prepareForecast(scenario: Scenario): PreparedForecast {
  const model = compileModel(scenario)
  return { scenario, model, layout: layoutOf(model) }
}

/** Some of a forecast's draws under way. */
export interface Segment {
  readonly index: number
  /** Of the draws done; in the segment's own memory. */
  readonly tally: Tally
  readonly isDone: boolean
  /** Takes so many more draws, rounded up to whole blocks, or all there are left; answers how many. */
  advance(draws: number): number
  /** Leaves the segment's memory, tally and all, to the next one. */
  end(): void
}

export const kernelFor = (...rooms: Room[]): Kernel => simdKernel(rooms) ?? plainKernel()

export function startSegment(prepared: PreparedForecast, index: number): Segment {
  const { model, layout, scenario } = prepared
  const { draws, seed } = scenario.run
  const firstDraw = index * SEGMENT_DRAWS
  const drawsWanted = Math.min(SEGMENT_DRAWS, draws - firstDraw)
  const valueCount = layout.seriesCount * layout.months
  const kernel = kernelFor(roomOfTrajectories(model, layout, BLOCK), roomOfTally(valueCount))
  const trajectories = trajectoriesOf(kernel, model, layout, BLOCK)
  const tally = emptyTally(kernel, valueCount)

  const drawingOf = (size: number) => ({
    draw: inputDraws(model, size),
    rates: ratesOfInputs(model, size),
  })
  let drawing: ReturnType<typeof drawingOf> | undefined
  const runBlock = (): void => {
    const size = Math.min(BLOCK, drawsWanted - tally.drawCount)
    if (drawing?.rates.hazards.size !== size) drawing = drawingOf(size)
    const { draw, rates } = drawing
    rates.fill(draw(seed, firstDraw + tally.drawCount))
    trajectories.write(rates.hazards, laneOrder(model, rates.hazards))
    kernel.addToTally(tally, trajectories.rows, size)
    tally.drawCount += size
  }

  return {
    index,
    tally,
    get isDone() {
      return tally.drawCount === drawsWanted
    },
    advance(count) {
      const begun = tally.drawCount
      const end = Math.min(drawsWanted, begun + count)
      while (tally.drawCount < end) runBlock()
      return tally.drawCount - begun
    },
    end: () => kernel.giveBack(),
  }
}
