import { roomOfFlow } from '../chain/flow'
import { LANES } from '../chain/generator'
import { plainKernel } from '../chain/plain-kernel'
import { simdKernel } from '../chain/simd-kernel'
import { type Inputs, inputDraws, ratesOfInputs } from '../hazards'
import { laneOrder } from '../lanes'
import { compileModel, type Model } from '../model'
import {
  fillLanes,
  flowOf,
  flowSize,
  type Lanes,
  loadRates,
  loadResponse,
  runFlow,
} from '../propagation'
import type { Case, ForecastEvent, Scenario } from '../scenario'

/** Draws taken together: the forecast's own number, so that what was drawn for it is found again. */
export const PROBE_BLOCK = 256

/** An event of a case by its place: of a rung in the ladder, or of a response in the list. */
export interface EventPlace {
  readonly kind: ForecastEvent['kind']
  readonly index: number
}

/** RangeError for an event that the case does not know. */
export function placeOfEvent({ ladder, responses }: Case, event: ForecastEvent): EventPlace {
  const index =
    event.kind === 'response'
      ? responses.findIndex(({ id }) => id === event.response)
      : ladder.findIndex(({ id }) => id === event.rung)
  if (index < 0) throw new RangeError(`the case knows no event ${JSON.stringify(event)}`)
  return { kind: event.kind, index }
}

/** Computes the chance of one event at the horizon, and nothing else, for blocks of draws. */
export interface EventProbe {
  /** @param chances as long as the inputs, PROBE_BLOCK at most */
  write(inputs: Inputs, chances: Float64Array): void
  /** Leaves the probe's memory to the next one. */
  end(): void
}

export function probeEvent(model: Model, place: EventPlace): EventProbe {
  const months = model.horizonMonths + 1
  const flowRoom = roomOfFlow(flowSize(model))
  const room = { floats: flowRoom.floats + months * LANES, integers: flowRoom.integers }
  const kernel = simdKernel([room]) ?? plainKernel()
  const flow = flowOf(kernel, model)
  const lost = kernel.floats(months * LANES)
  const atHorizon = lost.subarray((months - 1) * LANES)

  const lossBelow = (lanes: Lanes, size: number): void => {
    runFlow(lanes, size)
    kernel.recordLoss(size, months, flow.path, lost, 0)
  }
  const heldFrom = (lanes: Lanes, lowest: number): void => {
    runFlow(lanes, model.rungCount)
    const last = (months - 1) * model.rungCount * LANES
    atHorizon.fill(0)
    for (let rung = model.rungCount - 1; rung >= lowest; rung--) {
      for (let lane = 0; lane < LANES; lane++) {
        const held = flow.path[last + rung * LANES + lane] as number
        atHorizon[lane] = Math.min((atHorizon[lane] as number) + Math.max(held, 0), 1)
      }
    }
  }
  const propagate = (lanes: Lanes): void => {
    loadRates(lanes)
    switch (place.kind) {
      case 'reach':
        lossBelow(lanes, place.index)
        break
      case 'at-or-above':
        heldFrom(lanes, place.index)
        break
      case 'response':
        loadResponse(lanes, place.index)
        lossBelow(lanes, model.rungCount)
    }
  }

  let rates: ReturnType<typeof ratesOfInputs> | undefined
  return {
    write(inputs, chances) {
      if (rates?.hazards.size !== chances.length) rates = ratesOfInputs(model, chances.length)
      rates.fill(inputs)
      const { hazards } = rates
      const order = laneOrder(model, hazards)
      for (let first = 0; first < order.length; first += LANES) {
        const own = order.subarray(first, first + LANES)
        propagate({ model, flow, hazards, draws: fillLanes(own) })
        for (const [lane, draw] of own.entries()) chances[draw] = atHorizon[lane] as number
      }
    },
    end: () => kernel.giveBack(),
  }
}

/** The chance of an event at the horizon, draw by draw: the forecast is their mean. */
export function eventChances(scenario: Scenario, event: ForecastEvent): Float64Array {
  const { draws, seed } = scenario.run
  const model = compileModel(scenario)
  const probe = probeEvent(model, placeOfEvent(scenario.case, event))
  const chances = new Float64Array(draws)
  for (let first = 0; first < draws; first += PROBE_BLOCK) {
    const block = chances.subarray(first, first + PROBE_BLOCK)
    probe.write(inputDraws(model, block.length)(seed, first), block)
  }
  probe.end()
  return chances
}

export const meanOfChances = (chances: Float64Array): number => {
  let sum = 0
  for (const chance of chances) sum += chance
  return sum / chances.length
}

/** The forecast of an event at the horizon. */
export const meanChance = (scenario: Scenario, event: ForecastEvent): number =>
  meanOfChances(eventChances(scenario, event))
