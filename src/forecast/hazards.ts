import type { DriverModel, Model } from './model'
import { drawColumn, type Sampled } from './sampling/columns'

/** Rates per month of a run of draws, for each period of the model. */
export interface Hazards {
  readonly size: number
  /** Per period, per move, per draw. */
  readonly moves: readonly (readonly Float64Array[])[]
  /** Per period, per response, per draw: the rate before the rung's multiple. */
  readonly responses: readonly (readonly Float64Array[])[]
}

/** Draws rates for runs of so many draws, again and again in the same place. */
export interface HazardDraws {
  readonly hazards: Hazards
  /** Draws every quantity for the draws from the first one on, and makes rates of them. */
  draw(seed: number, firstDraw: number): void
}

/** A rate no move of a real conflict comes near, past which the chain would lose its digits. */
const FASTEST_RATE = 1e9

export function hazardDraws(model: Model, size: number): HazardDraws {
  const { moves, responses, drivers, driverGroups, periods } = model
  const columns = (items: readonly unknown[]): Float64Array[] =>
    items.map(() => new Float64Array(size))
  const spare = {
    moves: columns(moves),
    responses: columns(responses),
    intensities: columns(drivers),
    logMultipliers: columns(drivers),
  }
  const effects = columns(drivers)
  const factors = columns(driverGroups)
  const hazards: Hazards = {
    size,
    moves: periods.offsets.map(() => columns(moves)),
    responses: periods.offsets.map(() => columns(responses)),
  }

  return {
    hazards,
    draw(seed, firstDraw) {
      const drawn = (items: readonly Sampled[], spares: readonly Float64Array[]): Float64Array[] =>
        items.map((item, n) => drawColumn(item, seed, firstDraw, spares[n] as Float64Array))
      const moveBaseRates = drawn(moves.map(baseRate), spare.moves)
      const responseBaseRates = drawn(responses.map(baseRate), spare.responses)
      const intensities = drawn(
        drivers.map(({ intensity }) => intensity),
        spare.intensities,
      )
      const logMultipliers = drawn(
        drivers.map(({ logMultiplier }) => logMultiplier),
        spare.logMultipliers,
      )
      for (const [period, offsets] of periods.offsets.entries()) {
        for (const [d, driver] of drivers.entries()) {
          fillEffects(
            effects[d] as Float64Array,
            driver,
            intensities[d] as Float64Array,
            logMultipliers[d] as Float64Array,
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
            moveBaseRates[j] as Float64Array,
            factors[driverGroup] as Float64Array,
            direction,
          )
        }
        for (const [m, { driverGroup }] of responses.entries()) {
          fillRates(
            (hazards.responses[period] as Float64Array[])[m] as Float64Array,
            responseBaseRates[m] as Float64Array,
            factors[driverGroup] as Float64Array,
            1,
          )
        }
      }
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
