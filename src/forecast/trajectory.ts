import { roomOfFlow } from './chain/flow'
import { LANES } from './chain/generator'
import type { Kernel, OccupancySeries } from './chain/kernel'
import type { Hazards } from './hazards'
import type { Model } from './model'
import {
  fillLanes,
  flowOf,
  flowSize,
  type Lanes,
  loadRates,
  loadResponse,
  runFlow,
} from './propagation'

/**
 * Where the numbers of a draw stand in its row of values: series by series, each
 * with one value a month from 0 to the horizon.
 */
export interface Layout {
  readonly months: number
  readonly rungs: number
  readonly reach: number
  readonly responses: number
  readonly severity: number
  readonly atOrAbove: number
  /** Which rungs' at-or-above there is. */
  readonly rungsAtOrAbove: readonly number[]
  readonly seriesCount: number
}

/** Severity runs to 100; in a row of values it is a share of this, as probabilities are of 1. */
export const LARGEST_SEVERITY = 100

export function layoutOf(model: Model): Layout {
  const { rungCount, rungsAtOrAbove } = model
  const reach = rungCount
  const responses = reach + rungCount
  const severity = responses + model.responses.length
  const atOrAbove = severity + 1
  return {
    months: model.horizonMonths + 1,
    rungs: 0,
    reach,
    responses,
    severity,
    atOrAbove,
    rungsAtOrAbove,
    seriesCount: atOrAbove + rungsAtOrAbove.length,
  }
}

/** Computes every series for a block of draws, again and again in the same place. */
export interface Trajectories {
  /** Per LANES of draws, per value of the layout, per lane; what the last writing left. */
  readonly rows: Float64Array
  /** @param draws which of the hazards' draws are wanted, in which order; a block at most */
  write(hazards: Hazards, draws: Uint32Array): void
}

const groupFloats = ({ seriesCount, months }: Layout): number => seriesCount * months * LANES

const rowFloats = (layout: Layout, largestBlock: number): number =>
  Math.ceil(largestBlock / LANES) * groupFloats(layout)

/** The floats and integers that trajectories take from their kernel. */
export function roomOfTrajectories(model: Model, layout: Layout, largestBlock: number) {
  const flow = roomOfFlow(flowSize(model))
  return {
    floats: flow.floats + rowFloats(layout, largestBlock) + model.rungCount,
    integers: flow.integers + model.rungCount,
  }
}

export function trajectoriesOf(
  kernel: Kernel,
  model: Model,
  layout: Layout,
  largestBlock: number,
): Trajectories {
  const flow = flowOf(kernel, model)
  const rows = kernel.floats(rowFloats(layout, largestBlock))
  const shared = { model, layout, flow, rows, occupancy: occupancySeries(kernel, model, layout) }
  return {
    rows,
    write: (hazards, draws) => {
      for (let group = 0; group * LANES < draws.length; group++) {
        const here = fillLanes(draws.subarray(group * LANES, (group + 1) * LANES))
        writeLanes({ ...shared, hazards, draws: here, firstRow: group * groupFloats(layout) })
      }
    },
  }
}

function occupancySeries(
  kernel: Kernel,
  { rungCount, severity }: Model,
  layout: Layout,
): OccupancySeries {
  const severityWeights = kernel.floats(rungCount)
  severityWeights.set(severity.map((value) => value / LARGEST_SEVERITY))
  const above = kernel.integers(rungCount).fill(-1)
  for (const [index, rung] of layout.rungsAtOrAbove.entries())
    above[rung] = layout.atOrAbove + index
  return { severityWeights, above, severity: layout.severity, stride: layout.months * LANES }
}

function writeLanes(lanes: TrajectoryLanes): void {
  const { model } = lanes
  loadRates(lanes)
  writeOccupancy(lanes)
  for (let rung = 0; rung < model.rungCount; rung++) {
    writeLoss(lanes, lanes.layout.reach + rung, rung)
  }
  for (let response = 0; response < model.responses.length; response++) {
    writeResponse(lanes, response)
  }
}

interface TrajectoryLanes extends Lanes {
  readonly layout: Layout
  readonly rows: Float64Array
  /** Where in the rows these lanes begin. */
  readonly firstRow: number
  readonly occupancy: OccupancySeries
}

function writeOccupancy(lanes: TrajectoryLanes): void {
  const { model, layout, flow, rows, occupancy, firstRow } = lanes
  runFlow(lanes, model.rungCount)
  flow.kernel.recordOccupancy(occupancy, layout.months, flow.path, rows, firstRow)
}

/** Writes what is no longer on the rungs below `size`. */
function writeLoss(lanes: TrajectoryLanes, series: number, size: number): void {
  const { layout, flow, rows, firstRow } = lanes
  runFlow(lanes, size)
  const at = firstRow + series * layout.months * LANES
  flow.kernel.recordLoss(size, layout.months, flow.path, rows, at)
}

function writeResponse(lanes: TrajectoryLanes, response: number): void {
  loadResponse(lanes, response)
  writeLoss(lanes, lanes.layout.responses + response, lanes.model.rungCount)
}
