/** A label's wanted place and the place it gets, in pixels from the top. */
export interface PlacedLabel {
  readonly wanted: number
  readonly placed: number
}

/**
 * Moves labels apart so that none comes closer to another than `gap`, each as near
 * to its wanted place as the others allow, and all between `top` and `bottom`.
 *
 * @param wanted places in any order; the answer keeps it
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): PlacedLabel[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed = new Array<number>(wanted.length).fill(0)
  let next = top
  for (const index of order) {
    placed[index] = Math.max(wanted[index] ?? 0, next)
    next = (placed[index] ?? 0) + gap
  }
  let limit = bottom
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, limit)
    limit = (placed[index] ?? 0) - gap
  }
  return wanted.map((place, index) => ({ wanted: place, placed: placed[index] ?? place }))
}
