import { LANES } from './chain/generator'
import { type Inputs, inputDraws, ratesOfInputs } from './hazards'
import { laneOrder } from './lanes'
import type { Model } from './model'
import type { Claim, Scenario } from './scenario'
import { BLOCK, kernelFor, type PreparedForecast, prepareForecast } from './segment'
import { type Layout, roomOfTrajectories, trajectoriesOf } from './trajectory'

/** Some of a forecast's draws, one after another. */
export interface DrawBlock {
  /** Which draw of the run is the first, from 0. */
  readonly firstDraw: number
  readonly size: number
  /** For each column of `drawColumns` its values; overwritten by the next block. */
  readonly columns: readonly Float64Array[]
}

/**
 * What `drawRows` gives for each draw, in its order: ids of the file, each with what of it.
 * Intensities (0 to 1) are those of month 0, before trend and dated shocks; weights are
 * multipliers; rates are base rates per month, before drivers; chances are of the claims'
 * events by or at the horizon, and occupancies of the rungs at the horizon.
 */
export function drawColumns({ case: conflictCase }: Scenario): string[] {
  const { drivers, transitions, responses, conclusion, ladder } = conflictCase
  const named = (items: readonly { readonly id: string }[], what: string): string[] =>
    items.map(({ id }) => `${id}.${what}`)
  return [
    ...named(drivers, 'intensity'),
    ...named(drivers, 'weight'),
    ...named(transitions, 'rate'),
    ...named(responses, 'rate'),
    ...named(conclusion, 'chance'),
    ...named(ladder, 'occupancy'),
  ]
}

/**
 * The draws of a scenario's forecast, in blocks, in memory that does not grow with them:
 * the same points, carried by the same kernel side by side with the same others, so that
 * what the forecast sums up is to the bit what stands here.
 */
export function* drawRows(scenario: Scenario): Generator<DrawBlock, void, undefined> {
  const prepared = prepareForecast(scenario)
  const { model, layout } = prepared
  const { draws, seed } = scenario.run
  const kernel = kernelFor(roomOfTrajectories(model, layout, BLOCK))
  try {
    const trajectories = trajectoriesOf(kernel, model, layout, BLOCK)
    const copyInputs = inputColumns(prepared)
    const atHorizon = horizonPlaces(prepared)
    const outcomes = atHorizon.map(() => new Float64Array(BLOCK))
    let drawing = drawingOf(model, Math.min(BLOCK, draws))
    for (let firstDraw = 0; firstDraw < draws; firstDraw += BLOCK) {
      const size = Math.min(BLOCK, draws - firstDraw)
      if (drawing.rates.hazards.size !== size) drawing = drawingOf(model, size)
      const inputs = drawing.draw(seed, firstDraw)
      drawing.rates.fill(inputs)
      const order = laneOrder(model, drawing.rates.hazards)
      trajectories.write(drawing.rates.hazards, order)
      for (const [index, place] of atHorizon.entries()) {
        copyValue(trajectories.rows, layout, place, order, outcomes[index] as Float64Array)
      }
      const columns = [...copyInputs(inputs), ...outcomes.map((column) => column.subarray(0, size))]
      yield { firstDraw, size, columns }
    }
  } finally {
    kernel.giveBack()
  }
}

const drawingOf = (model: Model, size: number) => ({
  draw: inputDraws(model, size),
  rates: ratesOfInputs(model, size),
})

/** Puts the columns of a model, which has an order of its own, into that of the file. */
function inputColumns({ scenario, model }: PreparedForecast): (inputs: Inputs) => Float64Array[] {
  const { drivers, transitions, ladder } = scenario.case
  const driverIds = drivers.map(({ id }) => id).sort()
  const driverPlaces = drivers.map(({ id }) => driverIds.indexOf(id))
  const moveIds = model.moves.map(({ from, to }) => `${ladder[from]?.id}>${ladder[to]?.id}`)
  const movePlaces = transitions.map(({ id }) => moveIds.indexOf(id))
  const pick = (columns: readonly Float64Array[], places: readonly number[]): Float64Array[] =>
    places.map((place) => columns[place] as Float64Array)
  return ({ intensities, logMultipliers, moves, responses }) => [
    ...pick(intensities, driverPlaces),
    ...pick(logMultipliers, driverPlaces).map((logs) => logs.map(Math.exp)),
    ...pick(moves, movePlaces),
    ...responses,
  ]
}

/** Where in a row of values the claims' events and the rungs stand at the horizon. */
function horizonPlaces({ scenario, layout }: PreparedForecast): number[] {
  const { conclusion, ladder } = scenario.case
  const series = [
    ...conclusion.map((claim) => seriesOfClaim(scenario, layout, claim)),
    ...ladder.map((_, rung) => layout.rungs + rung),
  ]
  return series.map((place) => place * layout.months + layout.months - 1)
}

function seriesOfClaim({ case: { ladder, responses } }: Scenario, layout: Layout, claim: Claim) {
  const { event } = claim
  if (event.kind === 'response') {
    return layout.responses + responses.findIndex(({ id }) => id === event.response)
  }
  const rung = ladder.findIndex(({ id }) => id === event.rung)
  return event.kind === 'reach'
    ? layout.reach + rung
    : layout.atOrAbove + layout.rungsAtOrAbove.indexOf(rung)
}

/** One value of the rows, each draw's at its own place again. */
function copyValue(
  rows: Float64Array,
  { seriesCount, months }: Layout,
  value: number,
  order: Uint32Array,
  into: Float64Array,
): void {
  const groupFloats = seriesCount * months * LANES
  for (let place = 0; place < order.length; place++) {
    const lane = place % LANES
    const group = (place - lane) / LANES
    into[order[place] as number] = rows[group * groupFloats + value * LANES + lane] as number
  }
}
