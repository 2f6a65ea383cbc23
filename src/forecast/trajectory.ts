import { advanceMonth, emptyFlow, type Flow, preparePeriod } from './chain/flow'
import { type Generator, LANES } from './chain/generator'
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

/**
 * Computes every series for a lane of draws.
 *
 * @param draws which of the hazards' draws stand in the lanes, LANES of them
 * @param rows per value of the layout, per lane; overwritten
 */
export type TrajectoryWriter = (hazards: Hazards, draws: Uint32Array, rows: Float64Array) => void

export function trajectoryWriter(model: Model, layout: Layout): TrajectoryWriter {
  const flow = emptyFlow(model.rungCount, model.moves.length, model.periods.lengths)
  return (hazards, draws, rows) => {
    const lanes = { model, layout, flow, hazards, draws, rows }
    writeOccupancy(lanes)
    for (let rung = 0; rung < model.rungCount; rung++) writeReach(lanes, rung)
    for (let response = 0; response < model.responses.length; response++) {
      writeResponse(lanes, response)
    }
  }
}

interface Lanes {
  readonly model: Model
  readonly layout: Layout
  readonly flow: Flow
  readonly hazards: Hazards
  readonly draws: Uint32Array
  readonly rows: Float64Array
}

/** Keeps what rounding leaves outside 0 to 1 inside it. */
const asProbability = (value: number): number => Math.min(Math.max(value, 0), 1)

/** The chain on the rungs below `size`: what moves to `size` or above is lost to it. */
function startFlow({ model, flow, hazards, draws }: Lanes, size: number): void {
  for (let rung = 0; rung < size; rung++) {
    flow.state.fill(model.start[rung] as number, rung * LANES, (rung + 1) * LANES)
  }
  for (const [index, { generator }] of flow.periods.entries()) {
    loadMoves(model, hazards.moves[index] as readonly Float64Array[], draws, size, generator)
  }
}

function loadMoves(
  model: Model,
  rates: readonly Float64Array[],
  draws: Uint32Array,
  size: number,
  target: Generator,
): void {
  target.size = size
  target.moveCount = 0
  target.exits.fill(0, 0, size * LANES)
  for (let j = 0; j < model.moves.length; j++) {
    const { from, to } = model.moves[j] as Model['moves'][number]
    if (from >= size) continue
    const rate = target.moveCount * LANES
    const exit = from * LANES
    for (let lane = 0; lane < LANES; lane++) {
      const value = (rates[j] as Float64Array)[draws[lane] as number] as number
      target.rates[rate + lane] = value
      target.exits[exit + lane] = (target.exits[exit + lane] as number) + value
    }
    if (to >= size) continue
    target.from[target.moveCount] = from
    target.to[target.moveCount] = to
    target.moveCount++
  }
}

/** Carries the flow to the horizon and has each month written. */
function runFlow(
  { model, flow }: Lanes,
  write: (month: number, state: Float64Array) => void,
): void {
  for (const period of flow.periods) preparePeriod(flow, period)
  write(0, flow.state)
  for (let month = 0; month < model.horizonMonths; month++) {
    const period = model.periods.ofMonth[month] as number
    advanceMonth(flow, flow.periods[period] as Flow['periods'][number])
    write(month + 1, flow.state)
  }
}

function writeOccupancy(lanes: Lanes): void {
  const { model, layout, rows } = lanes
  const { months, rungs, severity, atOrAbove } = layout
  startFlow(lanes, model.rungCount)
  runFlow(lanes, (month, state) => {
    const severe = (severity * months + month) * LANES
    rows.fill(0, severe, severe + LANES)
    for (let rung = model.rungCount - 1; rung >= 0; rung--) {
      const on = ((rungs + rung) * months + month) * LANES
      const above = ((atOrAbove + rung) * months + month) * LANES
      const higher = above + months * LANES
      const isTop = rung === model.rungCount - 1
      const weight = (model.severity[rung] as number) / LARGEST_SEVERITY
      for (let lane = 0; lane < LANES; lane++) {
        const probability = asProbability(state[rung * LANES + lane] as number)
        const fromAbove = isTop ? 0 : (rows[higher + lane] as number)
        rows[on + lane] = probability
        rows[above + lane] = Math.min(fromAbove + probability, 1)
        rows[severe + lane] = Math.min((rows[severe + lane] as number) + probability * weight, 1)
      }
    }
  })
}

/** Writes 1 − what is left on the rungs below `size`. */
function writeLoss({ layout, rows }: Lanes, series: number, size: number) {
  return (month: number, state: Float64Array): void => {
    const at = (series * layout.months + month) * LANES
    for (let lane = 0; lane < LANES; lane++) {
      let left = 0
      for (let rung = 0; rung < size; rung++) left += state[rung * LANES + lane] as number
      rows[at + lane] = asProbability(1 - left)
    }
  }
}

function writeReach(lanes: Lanes, rung: number): void {
  startFlow(lanes, rung)
  runFlow(lanes, writeLoss(lanes, lanes.layout.reach + rung, rung))
}

function writeResponse(lanes: Lanes, response: number): void {
  const { model, layout, flow, hazards, draws } = lanes
  const { rungMultipliers } = model.responses[response] as Model['responses'][number]
  startFlow(lanes, model.rungCount)
  for (const [index, { generator }] of flow.periods.entries()) {
    const rates = (hazards.responses[index] as readonly Float64Array[])[response] as Float64Array
    for (let rung = 0; rung < model.rungCount; rung++) {
      const multiple = rungMultipliers[rung] as number
      for (let lane = 0; lane < LANES; lane++) {
        const exit = rung * LANES + lane
        generator.exits[exit] =
          (generator.exits[exit] as number) + (rates[draws[lane] as number] as number) * multiple
      }
    }
  }
  runFlow(lanes, writeLoss(lanes, layout.responses + response, model.rungCount))
}
