import type { Hazards } from './hazards'
import type { Model } from './model'
import { REPLICATES } from './sampling/draws'

/**
 * The draws in the order they take their lanes: one of each replicate in turn, so that
 * a lane is of one replicate, and each replicate's by their fastest rate, so that those
 * propagated side by side need about the same number of steps.
 */
export function laneOrder(model: Model, hazards: Hazards): Uint32Array {
  const speeds = speedsOf(model, hazards)
  const order = new Uint32Array(hazards.size)
  for (let draw = 0; draw < order.length; draw++) {
    const speed = speeds[draw] as number
    let place = draw
    while (place >= REPLICATES) {
      const before = order[place - REPLICATES] as number
      if ((speeds[before] as number) <= speed) break
      order[place] = before
      place -= REPLICATES
    }
    order[place] = draw
  }
  return order
}

/** The fastest rate of each draw at which any rung is left, or any response happens. */
function speedsOf(model: Model, { size, moves, responses }: Hazards): Float64Array {
  const speeds = new Float64Array(size)
  const exits = new Float64Array(size)
  const raise = (rates: Float64Array): void => {
    for (let draw = 0; draw < size; draw++) {
      const rate = rates[draw] as number
      if (rate > (speeds[draw] as number)) speeds[draw] = rate
    }
  }
  for (const rates of moves) {
    for (const [j, { from }] of model.moves.entries()) {
      if (from !== model.moves[j - 1]?.from) exits.fill(0)
      const rate = rates[j] as Float64Array
      for (let draw = 0; draw < size; draw++) {
        exits[draw] = (exits[draw] as number) + (rate[draw] as number)
      }
      if (from !== model.moves[j + 1]?.from) raise(exits)
    }
  }
  for (const ofPeriod of responses) ofPeriod.forEach(raise)
  return speeds
}
