import type { DriverModel, Model } from './model'
import { drawColumn, type Sampled } from './sampling/columns'
import { SOBOL_DIMENSIONS } from './sampling/sobol'

/** Rates per month of a run of draws, for each period of the model. */
export interface Hazards {
  readonly size: number
  /** Per period, per move, per draw. */
  readonly moves: readonly (readonly Float64Array[])[]
  /** Per period, per response, per draw: the rate before the rung's multiple. */
  readonly responses: readonly (readonly Float64Array[])[]
}

/** Every uncertain quantity of the model, per draw; not to be changed. */
export interface Inputs {
  readonly moves: readonly Float64Array[]
  readonly responses: readonly Float64Array[]
  readonly intensities: readonly Float64Array[]
  readonly logMultipliers: readonly Float64Array[]
}

/** Draws quantities for runs of so many draws, again and again in the same place. */
export type InputDraws = (seed: number, firstDraw: number) => Inputs

const columns = (items: readonly unknown[], size: number): Float64Array[] =>
  items.map(() => new Float64Array(size))

/**
 * @param shift added to every quantity's dimension, for points that have nothing to do
 *   with those of the forecast
 */
export function inputDraws(model: Model, size: number, shift = 0): InputDraws {
  const quantities = {
    moves: model.moves.map(baseRate),
    responses: model.responses.map(baseRate),
    intensities: model.drivers.map(({ intensity }) => intensity),
    logMultipliers: model.drivers.map(({ logMultiplier }) => logMultiplier),
  }
  const drawsOf = (items: readonly Sampled[]) => {
    const spares = columns(items, size)
    return (seed: number, firstDraw: number): Float64Array[] =>
      items.map(({ quantity, dimension }, n) =>
        drawColumn(
          { quantity, dimension: (dimension + shift) % SOBOL_DIMENSIONS },
          seed,
          firstDraw,
          spares[n] as Float64Array,
        ),
      )
  }
  const moves = drawsOf(quantities.moves)
  const responses = drawsOf(quantities.responses)
  const intensities = drawsOf(quantities.intensities)
  const logMultipliers = drawsOf(quantities.logMultipliers)
  return (seed, firstDraw) => ({
    moves: moves(seed, firstDraw),
    responses: responses(seed, firstDraw),
    intensities: intensities(seed, firstDraw),
    logMultipliers: logMultipliers(seed, firstDraw),
  })
}

/** Makes rates of quantities for runs of so many draws, again and again in the same place. */
export interface RatesOfInputs {
  readonly hazards: Hazards
  fill(inputs: Inputs): void
}

/** A rate no move of a real conflict comes near, past which the chain would lose its digits. */
const FASTEST_RATE = 1e9

export function ratesOfInputs(model: Model, size: number): RatesOfInputs {
  const { moves, responses, drivers, driverGroups, periods } = model
  const effects = columns(drivers, size)
  const factors = columns(driverGroups, size)
  const hazards: Hazards = {
    size,
    moves: periods.offsets.map(() => columns(moves, size)),
    responses: periods.offsets.map(() => columns(responses, size)),
  }
  const fillPeriod = (inputs: Inputs, period: number, offsets: readonly number[]): void => {
    for (const [d, driver] of drivers.entries()) {
      fillEffects(
        effects[d] as Float64Array,
        driver,
        inputs.intensities[d] as Float64Array,
        inputs.logMultipliers[d] as Float64Array,
        offsets[d] as number,
      )
    }
    for (const [group, members] of driverGroups.entries()) {
      fillFactors(
        factors[group] as Float64Array,
        members.map((driver) => effects[driver] as Float64Array),
      )
    }
    for (const [j, { direction, driverGroup }] of moves.entries()) {
      fillRates(
        (hazards.moves[period] as Float64Array[])[j] as Float64Array,
        inputs.moves[j] as Float64Array,
        factors[driverGroup] as Float64Array,
        direction,
      )
    }
    for (const [m, { driverGroup }] of responses.entries()) {
      fillRates(
        (hazards.responses[period] as Float64Array[])[m] as Float64Array,
        inputs.responses[m] as Float64Array,
        factors[driverGroup] as Float64Array,
        1,
      )
    }
  }
  return {
    hazards,
    fill: (inputs) => {
      for (const [period, offsets] of periods.offsets.entries()) fillPeriod(inputs, period, offsets)
    },
  }
}

const baseRate = ({ baseRate: sampled }: { readonly baseRate: Sampled }): Sampled => sampled

/** s · ln M · (x − x̄) of one driver, per draw. */
function fillEffects(
  effects: Float64Array,
  { sign, reference }: DriverModel,
  intensities: Float64Array,
  logMultipliers: Float64Array,
  offset: number,
): void {
  for (let draw = 0; draw < effects.length; draw++) {
    const moved = (intensities[draw] as number) + offset
    const intensity = moved < 0 ? 0 : moved > 1 ? 1 : moved
    effects[draw] = sign * (logMultipliers[draw] as number) * (intensity - reference)
  }
}

/** exp(Σ s · ln M · (x − x̄)) over the drivers of a group, per draw. */
function fillFactors(factors: Float64Array, effects: readonly Float64Array[]): void {
  factors.fill(0)
  for (const effect of effects) {
    for (let draw = 0; draw < factors.length; draw++) {
      factors[draw] = (factors[draw] as number) + (effect[draw] as number)
    }
  }
  for (let draw = 0; draw < factors.length; draw++)
    factors[draw] = Math.exp(factors[draw] as number)
}

/** q = g · exp(± Σ s · ln M · (x − x̄)), down the ladder with the inverse. */
function fillRates(
  rates: Float64Array,
  base: Float64Array,
  factors: Float64Array,
  direction: 1 | -1,
): void {
  for (let draw = 0; draw < rates.length; draw++) {
    const rate = base[draw] as number
    const by = factors[draw] as number
    const multiple = direction > 0 ? rate * by : rate / by
    rates[draw] = multiple < FASTEST_RATE ? multiple : FASTEST_RATE
  }
}
