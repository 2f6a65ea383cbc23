import { advanceMonth, emptyFlow, type Flow, preparePeriod } from './chain/flow'
import { LANES } from './chain/generator'
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
  readonly seriesCount: number
}

/** Severity runs to 100; in a row of values it is a share of this, as probabilities are of 1. */
export const LARGEST_SEVERITY = 100

export function layoutOf(model: Model): Layout {
  const { rungCount } = model
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
    seriesCount: atOrAbove + rungCount,
  }
}

/** Computes every series for a block of draws, again and again in the same place. */
export interface Trajectories {
  /** Per LANES of draws, per value of the layout, per lane; what the last writing left. */
  readonly rows: Float64Array
  /** @param draws which of the hazards' draws are wanted, in which order; a block at most */
  write(hazards: Hazards, draws: Uint32Array): void
}

export function trajectoriesOf(model: Model, layout: Layout, largestBlock: number): Trajectories {
  const { rungCount, moves, periods } = model
  const groups = Math.ceil(largestBlock / LANES)
  const groupFloats = layout.seriesCount * layout.months * LANES
  const rowFloats = groups * groupFloats
  const flow = emptyFlow(rungCount, moves.length, periods.lengths, rowFloats + rungCount)
  const rows = flow.kernel.floats(rowFloats)
  const severityWeights = flow.kernel.floats(rungCount)
  severityWeights.set(model.severity.map((severity) => severity / LARGEST_SEVERITY))
  const shared = { model, layout, flow, rows, severityWeights }
  return {
    rows,
    write: (hazards, draws) => {
      for (let group = 0; group * LANES < draws.length; group++) {
        const here = fillLanes(draws.subarray(group * LANES, (group + 1) * LANES))
        writeLanes({ ...shared, hazards, draws: here, firstRow: group * groupFloats })
      }
    },
  }
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
  for (let rung = 0; rung < model.rungCount; rung++) writeReach(lanes, rung)
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
  /** Per rung, as shares of 1. */
  readonly severityWeights: Float64Array
}

/** Puts the rates of the draws into the lanes, for every flow that follows. */
function loadRates({ model, flow, hazards, draws }: Lanes): void {
  for (const [index, { generator, moveExits }] of flow.periods.entries()) {
    const { from, to, rates } = generator
    moveExits.fill(0)
    for (let j = 0; j < model.moves.length; j++) {
      const move = model.moves[j] as Model['moves'][number]
      const drawn = (hazards.moves[index] as readonly Float64Array[])[j] as Float64Array
      from[j] = move.from
      to[j] = move.to
      for (let lane = 0; lane < LANES; lane++) {
        const rate = drawn[draws[lane] as number] as number
        const exit = move.from * LANES + lane
        rates[j * LANES + lane] = rate
        moveExits[exit] = (moveExits[exit] as number) + rate
      }
    }
    generator.exits.set(moveExits)
  }
}

/** The chain on the rungs below `size`: what moves to `size` or above is lost to it. */
function startFlow({ model, flow }: Lanes, size: number): void {
  for (let rung = 0; rung < size; rung++) {
    flow.state.fill(model.start[rung] as number, rung * LANES, (rung + 1) * LANES)
  }
  const isAbove = ({ from, to }: Model['moves'][number]): boolean => from >= size || to >= size
  const firstAbove = model.moves.findIndex(isAbove)
  for (const { generator } of flow.periods) {
    generator.size = size
    generator.moveCount = firstAbove < 0 ? model.moves.length : firstAbove
  }
}

/** Carries the flow to the horizon and has each month written. */
function runFlow({ model, flow }: Lanes, write: (month: number) => void): void {
  for (const period of flow.periods) preparePeriod(flow, period)
  write(0)
  for (let month = 0; month < model.horizonMonths; month++) {
    const period = model.periods.ofMonth[month] as number
    advanceMonth(flow, flow.periods[period] as Flow['periods'][number])
    write(month + 1)
  }
}

function writeOccupancy(lanes: Lanes): void {
  const { model, layout, flow, rows, severityWeights } = lanes
  const place = (series: number, month: number): number => rowOf(lanes, series, month)
  startFlow(lanes, model.rungCount)
  runFlow(lanes, (month) =>
    flow.kernel.recordOccupancy(flow.state, severityWeights, rows, {
      on: place(layout.rungs, month),
      above: place(layout.atOrAbove, month),
      severity: place(layout.severity, month),
      stride: layout.months * LANES,
    }),
  )
}

/** Writes what is no longer on the rungs below `size`. */
const writeLoss =
  (lanes: Lanes, series: number, size: number) =>
  (month: number): void =>
    lanes.flow.kernel.recordLoss(size, lanes.flow.state, lanes.rows, rowOf(lanes, series, month))

const rowOf = ({ layout, firstRow }: Lanes, series: number, month: number): number =>
  firstRow + (series * layout.months + month) * LANES

function writeReach(lanes: Lanes, rung: number): void {
  startFlow(lanes, rung)
  runFlow(lanes, writeLoss(lanes, lanes.layout.reach + rung, rung))
}

function writeResponse(lanes: Lanes, response: number): void {
  const { model, layout, flow, hazards, draws } = lanes
  const { rungMultipliers } = model.responses[response] as Model['responses'][number]
  startFlow(lanes, model.rungCount)
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
  runFlow(lanes, writeLoss(lanes, layout.responses + response, model.rungCount))
}
