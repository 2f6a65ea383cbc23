import type { DriverModel, Model } from './model'
import { drawColumn, type Sampled } from './sampling/columns'

/** The drawn values of every uncertain quantity for a run of consecutive draws. */
interface DrawnQuantities {
  /** Per move, per draw: base rate per month. */
  readonly moveBaseRates: readonly Float64Array[]
  readonly responseBaseRates: readonly Float64Array[]
  /** Per driver, per draw: intensity at month 0. */
  readonly intensities: readonly Float64Array[]
  readonly logMultipliers: readonly Float64Array[]
}

/** Rates per month of a run of draws, for each period of the model. */
export interface Hazards {
  readonly size: number
  /** Per period, per move, per draw. */
  readonly moves: readonly (readonly Float64Array[])[]
  /** Per period, per response, per draw: the rate before the rung's multiple. */
  readonly responses: readonly (readonly Float64Array[])[]
}

/** A rate no move of a real conflict comes near, past which the chain would lose its digits. */
const FASTEST_RATE = 1e9

/** Draws every quantity for `size` draws from the first one on, and makes rates of them. */
export function drawHazards(model: Model, seed: number, firstDraw: number, size: number): Hazards {
  const drawn = drawQuantities(model, seed, firstDraw, size)
  const factors = model.periods.offsets.map((offsets) => groupFactors(model, drawn, offsets, size))
  return {
    size,
    moves: factors.map((ofPeriod) =>
      model.moves.map(({ direction, driverGroup }, j) =>
        multiplied(
          drawn.moveBaseRates[j] as Float64Array,
          ofPeriod[driverGroup] as Float64Array,
          direction,
        ),
      ),
    ),
    responses: factors.map((ofPeriod) =>
      model.responses.map(({ driverGroup }, m) =>
        multiplied(
          drawn.responseBaseRates[m] as Float64Array,
          ofPeriod[driverGroup] as Float64Array,
          1,
        ),
      ),
    ),
  }
}

function drawQuantities(
  model: Model,
  seed: number,
  firstDraw: number,
  size: number,
): DrawnQuantities {
  const draw = (sampled: Sampled): Float64Array => drawColumn(sampled, seed, firstDraw, size)
  return {
    moveBaseRates: model.moves.map(({ baseRate }) => draw(baseRate)),
    responseBaseRates: model.responses.map(({ baseRate }) => draw(baseRate)),
    intensities: model.drivers.map(({ intensity }) => draw(intensity)),
    logMultipliers: model.drivers.map(({ logMultiplier }) => draw(logMultiplier)),
  }
}

/** q = g · exp(± Σ s · ln M · (x − x̄)), down the ladder with the inverse. */
function multiplied(base: Float64Array, factor: Float64Array, direction: 1 | -1): Float64Array {
  const rates = new Float64Array(base.length)
  for (let draw = 0; draw < rates.length; draw++) {
    const rate = base[draw] as number
    const by = factor[draw] as number
    const multiple = direction > 0 ? rate * by : rate / by
    rates[draw] = multiple < FASTEST_RATE ? multiple : FASTEST_RATE
  }
  return rates
}

/** exp(Σ s · ln M · (x − x̄)) over the drivers of each group, per group, per draw. */
function groupFactors(
  model: Model,
  drawn: DrawnQuantities,
  offsets: readonly number[],
  size: number,
): Float64Array[] {
  const effects = model.drivers.map((driver, d) =>
    effectOf(
      driver,
      drawn.intensities[d] as Float64Array,
      drawn.logMultipliers[d] as Float64Array,
      offsets[d] as number,
    ),
  )
  return model.driverGroups.map((members) => {
    const factors = new Float64Array(size)
    for (const driver of members) {
      const effect = effects[driver] as Float64Array
      for (let draw = 0; draw < size; draw++) {
        factors[draw] = (factors[draw] as number) + (effect[draw] as number)
      }
    }
    for (let draw = 0; draw < size; draw++) factors[draw] = Math.exp(factors[draw] as number)
    return factors
  })
}

/** s · ln M · (x − x̄) of one driver, per draw. */
function effectOf(
  { sign, reference }: DriverModel,
  intensities: Float64Array,
  logMultipliers: Float64Array,
  offset: number,
): Float64Array {
  const effects = new Float64Array(intensities.length)
  for (let draw = 0; draw < effects.length; draw++) {
    const moved = (intensities[draw] as number) + offset
    const intensity = moved < 0 ? 0 : moved > 1 ? 1 : moved
    effects[draw] = sign * (logMultipliers[draw] as number) * (intensity - reference)
  }
  return effects
}
