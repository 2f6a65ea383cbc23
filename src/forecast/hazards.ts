import type { Model, Sampled } from './model'
import { fillLogits } from './sampling/draws'

/** The drawn values of every uncertain quantity for a run of consecutive draws. */
export interface DrawBlock {
  readonly firstDraw: number
  readonly size: number
  /** Per move, per draw: base rate per month. */
  readonly moveBaseRates: readonly Float64Array[]
  readonly responseBaseRates: readonly Float64Array[]
  /** Per driver, per draw: intensity at month 0. */
  readonly intensities: readonly Float64Array[]
  readonly logMultipliers: readonly Float64Array[]
}

/** Draws every quantity of the model for the draws firstDraw … firstDraw + size − 1. */
export function drawBlock(model: Model, seed: number, firstDraw: number, size: number): DrawBlock {
  const logits = new Float64Array(size)
  const draw = ({ quantity, dimension }: Sampled): Float64Array => {
    fillLogits(logits, dimension, seed, firstDraw)
    return logits.map(quantity)
  }
  return {
    firstDraw,
    size,
    moveBaseRates: model.moves.map(({ baseRate }) => draw(baseRate)),
    responseBaseRates: model.responses.map(({ baseRate }) => draw(baseRate)),
    intensities: model.drivers.map(({ intensity }) => draw(intensity)),
    logMultipliers: model.drivers.map(({ logMultiplier }) => draw(logMultiplier)),
  }
}

/** Rates per month of one draw, for each period of the model. */
export interface Hazards {
  /** Per period, per move. */
  readonly moves: readonly Float64Array[]
  /** Per period, per response: the rate before the rung's multiple. */
  readonly responses: readonly Float64Array[]
  readonly groupFactors: Float64Array
  readonly effects: Float64Array
}

export const emptyHazards = (model: Model): Hazards => ({
  moves: model.periods.offsets.map(() => new Float64Array(model.moves.length)),
  responses: model.periods.offsets.map(() => new Float64Array(model.responses.length)),
  groupFactors: new Float64Array(model.driverGroups.length),
  effects: new Float64Array(model.drivers.length),
})

/** A rate no move of a real conflict comes near, past which the chain would lose its digits. */
const FASTEST_RATE = 1e9

/** Computes the rates of one draw of the block: q = g · exp(± Σ s · ln M · (x − x̄)). */
export function fillHazards(model: Model, block: DrawBlock, draw: number, hazards: Hazards): void {
  for (const [period, offsets] of model.periods.offsets.entries()) {
    fillGroupFactors(model, block, draw, offsets, hazards)
    const moves = hazards.moves[period] as Float64Array
    for (let j = 0; j < model.moves.length; j++) {
      const { direction, driverGroup } = model.moves[j] as Model['moves'][number]
      const factor = hazards.groupFactors[driverGroup] as number
      const base = (block.moveBaseRates[j] as Float64Array)[draw] as number
      moves[j] = Math.min(direction > 0 ? base * factor : base / factor, FASTEST_RATE)
    }
    const responses = hazards.responses[period] as Float64Array
    for (let m = 0; m < model.responses.length; m++) {
      const { driverGroup } = model.responses[m] as Model['responses'][number]
      const base = (block.responseBaseRates[m] as Float64Array)[draw] as number
      responses[m] = Math.min(base * (hazards.groupFactors[driverGroup] as number), FASTEST_RATE)
    }
  }
}

function fillGroupFactors(
  model: Model,
  block: DrawBlock,
  draw: number,
  offsets: readonly number[],
  { effects, groupFactors }: Hazards,
): void {
  for (let d = 0; d < model.drivers.length; d++) {
    const { sign, reference } = model.drivers[d] as Model['drivers'][number]
    const moved = ((block.intensities[d] as Float64Array)[draw] as number) + (offsets[d] as number)
    const intensity = Math.min(Math.max(moved, 0), 1)
    const logMultiplier = (block.logMultipliers[d] as Float64Array)[draw] as number
    effects[d] = sign * logMultiplier * (intensity - reference)
  }
  for (let group = 0; group < model.driverGroups.length; group++) {
    const members = model.driverGroups[group] as readonly number[]
    let sum = 0
    for (const driver of members) sum += effects[driver] as number
    groupFactors[group] = Math.exp(sum)
  }
}
