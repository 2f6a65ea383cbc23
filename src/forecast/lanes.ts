import type { Hazards } from './hazards'
import type { Model } from './model'

/**
 * The draws of a run in the order of their fastest rate, so that those propagated
 * side by side need about the same number of steps.
 */
export function bySpeed(model: Model, { size, moves, responses }: Hazards): Uint32Array {
  const speed = new Float64Array(size)
  const exits = new Float64Array(size)
  const raise = (rates: Float64Array): void => {
    for (let draw = 0; draw < size; draw++) {
      if ((rates[draw] as number) > (speed[draw] as number)) speed[draw] = rates[draw] as number
    }
  }
  for (const rates of moves) {
    for (let rung = 0; rung < model.rungCount; rung++) {
      exits.fill(0)
      for (let j = 0; j < model.moves.length; j++) {
        if ((model.moves[j] as Model['moves'][number]).from !== rung) continue
        const rate = rates[j] as Float64Array
        for (let draw = 0; draw < size; draw++) {
          exits[draw] = (exits[draw] as number) + (rate[draw] as number)
        }
      }
      raise(exits)
    }
  }
  for (const ofPeriod of responses) ofPeriod.forEach(raise)
  return Uint32Array.from({ length: size }, (_, draw) => draw).sort(
    (a, b) => (speed[a] as number) - (speed[b] as number) || a - b,
  )
}
