import type { Hazards } from './hazards'
import type { Model } from './model'

/**
 * The draws of a run in the order of their fastest rate, so that those propagated
 * side by side need about the same number of steps.
 */
export function bySpeed(model: Model, { size, moves, responses }: Hazards): Uint32Array {
  const speed = new Float64Array(size)
  const exits = new Float64Array(model.rungCount)
  for (let draw = 0; draw < size; draw++) {
    for (const [period, rates] of moves.entries()) {
      exits.fill(0)
      for (let j = 0; j < model.moves.length; j++) {
        const { from } = model.moves[j] as Model['moves'][number]
        exits[from] = (exits[from] as number) + ((rates[j] as Float64Array)[draw] as number)
      }
      let fastest = Math.max(...exits)
      for (const response of responses[period] ?? []) {
        fastest = Math.max(fastest, response[draw] as number)
      }
      speed[draw] = Math.max(speed[draw] as number, fastest)
    }
  }
  return Uint32Array.from({ length: size }, (_, draw) => draw).sort(
    (a, b) => (speed[a] as number) - (speed[b] as number) || a - b,
  )
}
