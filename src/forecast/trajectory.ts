import { advanceMonth, emptyFlow, type Flow, preparePeriod } from './chain/flow'
import { emptyGenerator, type Generator } from './chain/generator'
import type { Hazards } from './hazards'
import type { Model } from './model'

/**
 * Where the numbers of one draw stand in its row of values: series by series, each
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

/** Computes every series of a draw from its rates into a row of the layout. */
export type TrajectoryWriter = (hazards: Hazards, row: Float64Array) => void

export function trajectoryWriter(model: Model, layout: Layout): TrajectoryWriter {
  const flow = flowFor(model)
  return (hazards, row) => {
    writeOccupancy(model, layout, flow, hazards, row)
    for (let rung = 0; rung < model.rungCount; rung++) {
      writeReach(model, layout, flow, hazards, row, rung)
    }
    for (let response = 0; response < model.responses.length; response++) {
      writeResponse(model, layout, flow, hazards, row, response)
    }
  }
}

const flowFor = (model: Model): Flow =>
  emptyFlow(model.rungCount, model.periods.lengths, () =>
    emptyGenerator(model.rungCount, model.moves.length),
  )

/** Keeps what rounding leaves outside 0 to 1 inside it. */
const asProbability = (value: number): number => Math.min(Math.max(value, 0), 1)

function loadMoves(model: Model, rates: Float64Array, size: number, target: Generator): void {
  target.size = size
  target.moveCount = 0
  target.exits.fill(0, 0, size)
  for (let j = 0; j < model.moves.length; j++) {
    const { from, to } = model.moves[j] as Model['moves'][number]
    if (from >= size) continue
    const rate = rates[j] as number
    target.exits[from] = (target.exits[from] as number) + rate
    if (to >= size) continue
    target.from[target.moveCount] = from
    target.to[target.moveCount] = to
    target.rates[target.moveCount] = rate
    target.moveCount++
  }
}

/** The chain on the rungs below `size`: what moves to `size` or above is lost to it. */
function startFlow(model: Model, flow: Flow, hazards: Hazards, size: number): void {
  for (let rung = 0; rung < size; rung++) flow.state[rung] = model.start[rung] as number
  for (let index = 0; index < flow.periods.length; index++) {
    const period = flow.periods[index] as Flow['periods'][number]
    loadMoves(model, hazards.moves[index] as Float64Array, size, period.generator)
  }
}

function runFlow(
  model: Model,
  flow: Flow,
  record: (month: number, state: Float64Array) => void,
): void {
  for (const period of flow.periods) preparePeriod(flow, period)
  record(0, flow.state)
  for (let month = 0; month < model.horizonMonths; month++) {
    const period = model.periods.ofMonth[month] as number
    advanceMonth(flow, flow.periods[period] as Flow['periods'][number])
    record(month + 1, flow.state)
  }
}

const sumBelow = (state: Float64Array, size: number): number => {
  let sum = 0
  for (let rung = 0; rung < size; rung++) sum += state[rung] as number
  return sum
}

function writeOccupancy(
  model: Model,
  { months, rungs, severity, atOrAbove }: Layout,
  flow: Flow,
  hazards: Hazards,
  row: Float64Array,
): void {
  startFlow(model, flow, hazards, model.rungCount)
  runFlow(model, flow, (month, state) => {
    let above = 0
    let severe = 0
    for (let rung = model.rungCount - 1; rung >= 0; rung--) {
      const probability = asProbability(state[rung] as number)
      above += probability
      severe += probability * (model.severity[rung] as number)
      row[(rungs + rung) * months + month] = probability
      row[(atOrAbove + rung) * months + month] = asProbability(above)
    }
    row[severity * months + month] = asProbability(severe / LARGEST_SEVERITY)
  })
}

function writeReach(
  model: Model,
  { months, reach }: Layout,
  flow: Flow,
  hazards: Hazards,
  row: Float64Array,
  rung: number,
): void {
  startFlow(model, flow, hazards, rung)
  runFlow(model, flow, (month, state) => {
    row[(reach + rung) * months + month] = asProbability(1 - sumBelow(state, rung))
  })
}

function writeResponse(
  model: Model,
  { months, responses }: Layout,
  flow: Flow,
  hazards: Hazards,
  row: Float64Array,
  response: number,
): void {
  const { rungMultipliers } = model.responses[response] as Model['responses'][number]
  startFlow(model, flow, hazards, model.rungCount)
  for (let index = 0; index < flow.periods.length; index++) {
    const rate = (hazards.responses[index] as Float64Array)[response] as number
    const { exits } = (flow.periods[index] as Flow['periods'][number]).generator
    for (let rung = 0; rung < model.rungCount; rung++) {
      exits[rung] = (exits[rung] as number) + rate * (rungMultipliers[rung] as number)
    }
  }
  runFlow(model, flow, (month, state) => {
    row[(responses + response) * months + month] = asProbability(
      1 - sumBelow(state, model.rungCount),
    )
  })
}
