import { advance, emptyFlow, type Flow, preparePeriod, roomOfFlow } from './chain/flow'
import { LANES } from './chain/generator'
import type { Kernel, OccupancySeries } from './chain/kernel'
import type { Hazards } from './hazards'
import type { Model } from './model'

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

const flowSize = ({ rungCount, moves, horizonMonths, periods }: Model) => ({
  rungCount,
  moveCount: moves.length,
  horizonMonths,
  periodLengths: periods.lengths,
})

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
  const flow = emptyFlow(kernel, flowSize(model))
  for (const { generator } of flow.periods) {
    for (const [j, { from, to }] of model.moves.entries()) {
      generator.to[j] = to
      generator.rowEnds.fill(j + 1, from)
    }
  }
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

/** Lanes that have no draw of their own repeat the last one. */
const fillLanes = (draws: Uint32Array): Uint32Array =>
  draws.length === LANES
    ? draws
    : Uint32Array.from({ length: LANES }, (_, lane) => draws[lane] ?? draws.at(-1) ?? 0)

function writeLanes(lanes: Lanes): void {
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

interface Lanes {
  readonly model: Model
  readonly layout: Layout
  readonly flow: Flow
  readonly hazards: Hazards
  readonly draws: Uint32Array
  readonly rows: Float64Array
  /** Where in the rows these lanes begin. */
  readonly firstRow: number
  readonly occupancy: OccupancySeries
}

/** Puts the rates of the draws into the lanes, for every flow that follows. */
function loadRates({ model, flow, hazards, draws }: Lanes): void {
  for (const [index, { generator, moveExits }] of flow.periods.entries()) {
    const { rates } = generator
    moveExits.fill(0)
    for (let j = 0; j < model.moves.length; j++) {
      const { from } = model.moves[j] as Model['moves'][number]
      const drawn = (hazards.moves[index] as readonly Float64Array[])[j] as Float64Array
      for (let lane = 0; lane < LANES; lane++) {
        const rate = drawn[draws[lane] as number] as number
        const exit = from * LANES + lane
        rates[j * LANES + lane] = rate
        moveExits[exit] = (moveExits[exit] as number) + rate
      }
    }
    generator.exits.set(moveExits)
  }
}

/**
 * Carries the chain on the rungs below `size` to the horizon: what moves to `size` or
 * above is lost to it.
 */
function runFlow({ model, flow }: Lanes, size: number): void {
  for (let rung = 0; rung < size; rung++) {
    flow.path.fill(model.start[rung] as number, rung * LANES, (rung + 1) * LANES)
  }
  for (const period of flow.periods) {
    period.generator.size = size
    preparePeriod(flow, period)
  }
  for (const { period, month, months } of model.periods.spans) {
    advance(flow, flow.periods[period] as Flow['periods'][number], month, months)
  }
}

function writeOccupancy(lanes: Lanes): void {
  const { model, layout, flow, rows, occupancy, firstRow } = lanes
  runFlow(lanes, model.rungCount)
  flow.kernel.recordOccupancy(occupancy, layout.months, flow.path, rows, firstRow)
}

/** Writes what is no longer on the rungs below `size`. */
function writeLoss(lanes: Lanes, series: number, size: number): void {
  const { layout, flow, rows, firstRow } = lanes
  runFlow(lanes, size)
  const at = firstRow + series * layout.months * LANES
  flow.kernel.recordLoss(size, layout.months, flow.path, rows, at)
}

function writeResponse(lanes: Lanes, response: number): void {
  const { model, layout, flow, hazards, draws } = lanes
  const { rungMultipliers } = model.responses[response] as Model['responses'][number]
  for (const [index, { generator, moveExits }] of flow.periods.entries()) {
    const rates = (hazards.responses[index] as readonly Float64Array[])[response] as Float64Array
    for (let rung = 0; rung < model.rungCount; rung++) {
      const multiple = rungMultipliers[rung] as number
      for (let lane = 0; lane < LANES; lane++) {
        const exit = rung * LANES + lane
        generator.exits[exit] =
          (moveExits[exit] as number) + (rates[draws[lane] as number] as number) * multiple
      }
    }
  }
  writeLoss(lanes, layout.responses + response, model.rungCount)
}
