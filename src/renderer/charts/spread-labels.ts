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

/** Lines of text that stay together, from the middle of the first. */
export interface LabelBlock {
  readonly wanted: number
  readonly lines: number
}

interface LabelRoom {
  /** From line to line, and from the label that stays to any other, in pixels. */
  readonly line: number
  readonly clear: number
  readonly top: number
  readonly bottom: number
}

interface OrderedBlock extends LabelBlock {
  readonly index: number
}

/**
 * Where blocks go beside a label that stays where it is: each on the side of it that it
 * belongs to, or on the other where that side has no room. Answers with the middle of each
 * block's first line, in the order given.
 */
export function spreadAround(
  fixed: number,
  blocks: readonly LabelBlock[],
  { line, clear, top, bottom }: LabelRoom,
): number[] {
  const middle = ({ wanted, lines }: LabelBlock): number => wanted + ((lines - 1) * line) / 2
  const order = blocks
    .map((block, index): OrderedBlock => ({ ...block, index }))
    .sort((a, b) => middle(a) - middle(b))
  const [highest, lowest] = [fixed - clear, fixed + clear]
  const most = (room: number): number => Math.floor(room / line) + 1
  let above = order.filter((block) => middle(block) < fixed).length
  while (above > 0 && countLines(order.slice(0, above)) > most(highest - top)) above--
  while (above < order.length && countLines(order.slice(above)) > most(bottom - lowest)) above++
  const placed = [
    ...stack(order.slice(0, above), line, top, highest),
    ...stack(order.slice(above), line, lowest, bottom),
  ]
  return blocks.map(
    ({ wanted }, index) => placed.find((each) => each.index === index)?.at ?? wanted,
  )
}

const countLines = (blocks: readonly LabelBlock[]): number =>
  blocks.reduce((sum, { lines }) => sum + lines, 0)

/** Blocks one below the other between two bounds, each as near to its wanted place as the others allow. */
function stack(blocks: readonly OrderedBlock[], line: number, top: number, bottom: number) {
  let next = top
  const down = blocks.map(({ index, wanted, lines }) => {
    const at = Math.max(wanted, next)
    next = at + lines * line
    return { index, lines, at }
  })
  let limit = bottom
  return down.reverse().map(({ index, lines, at }) => {
    const first = Math.min(at, limit - (lines - 1) * line)
    limit = first - line
    return { index, at: first }
  })
}
