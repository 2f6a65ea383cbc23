import { fillLogits } from './draws'
import type { Quantity } from './quantity'

/** A quantity and the dimension of the points that it is drawn by. */
export interface Sampled {
  readonly quantity: Quantity
  readonly dimension: number
}

/** Draws that a slider is followed with; the rest of a long run is not asked for twice. */
const REMEMBERED_DRAWS = 65_536
const REMEMBERED_FLOATS = 4_000_000

const remembered = new Map<string, Float64Array>()
let rememberedFloats = 0

function remember(key: string, made: Float64Array): Float64Array {
  if (rememberedFloats + made.length > REMEMBERED_FLOATS) {
    remembered.clear()
    rememberedFloats = 0
  }
  remembered.set(key, made)
  rememberedFloats += made.length
  return made
}

/**
 * The values of a quantity for a run of draws from the first one on, not to be changed.
 *
 * With one slider moved, every column but its own is the one of the run before.
 *
 * @param spare as long as the run; holds what is not worth remembering, until it is used again
 */
export function drawColumn(
  { quantity, dimension }: Sampled,
  seed: number,
  firstDraw: number,
  spare: Float64Array,
): Float64Array {
  if (quantity.isConstant) {
    quantity.at(spare)
    return spare
  }
  if (firstDraw >= REMEMBERED_DRAWS) {
    fillLogits(spare, dimension, seed, firstDraw)
    quantity.at(spare)
    return spare
  }
  const place = `${dimension} ${seed} ${firstDraw} ${spare.length}`
  const key = `${place} ${quantity.key}`
  const known = remembered.get(key)
  if (known) return known
  let logits = remembered.get(place)
  if (!logits) {
    fillLogits(spare, dimension, seed, firstDraw)
    logits = remember(place, spare.slice())
  }
  const values = logits.slice()
  quantity.at(values)
  return remember(key, values)
}
