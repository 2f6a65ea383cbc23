import { fillLogits } from './draws'
import type { Quantity } from './quantity'

/** A quantity and the dimension of the points that it is drawn by. */
export interface Sampled {
  readonly quantity: Quantity
  readonly dimension: number
}

/** Draws that a slider is followed with; the rest of a long run is not asked for twice. */
const REMEMBERED_DRAWS = 16_384
const REMEMBERED_FLOATS = 8_000_000

const remembered = new Map<string, Float64Array>()
let rememberedFloats = 0

function remember(key: string, firstDraw: number, make: () => Float64Array): Float64Array {
  if (firstDraw >= REMEMBERED_DRAWS) return make()
  const known = remembered.get(key)
  if (known) return known
  const made = make()
  if (rememberedFloats + made.length > REMEMBERED_FLOATS) {
    remembered.clear()
    rememberedFloats = 0
  }
  remembered.set(key, made)
  rememberedFloats += made.length
  return made
}

/**
 * The values of a quantity for `size` draws from the first one on, not to be changed.
 *
 * With one slider moved, every column but its own is the one of the run before.
 */
export function drawColumn(
  { quantity, dimension }: Sampled,
  seed: number,
  firstDraw: number,
  size: number,
): Float64Array {
  const place = `${dimension} ${seed} ${firstDraw} ${size}`
  return remember(`${place} ${quantity.key}`, firstDraw, () => {
    const logits = remember(place, firstDraw, () => {
      const column = new Float64Array(size)
      fillLogits(column, dimension, seed, firstDraw)
      return column
    })
    return quantity.at(logits)
  })
}
