/**
 * How far blocks reach that are set one after the other on pages. Lengths are in points.
 * A block that is lower, or may be broken, never makes what follows end later: what is
 * worked out with heights on the large side is an upper bound.
 */

export interface Place {
  /** From 1. */
  readonly page: number
  readonly used: number
}

export interface Block {
  readonly height: number
  /** Set again above it where it begins a page, as the head of a table is. */
  readonly repeated?: number
}

/** Items side by side in columns, the last page's as even as they can be. */
export interface Columns {
  readonly columns: number
  readonly items: readonly number[]
}

export type Flowing = Block | Columns

export const START: Place = { page: 1, used: 0 }

function afterBlock({ page, used }: Place, block: Block, height: number): Place {
  if (used + block.height <= height) return { page, used: used + block.height }
  return { page: page + 1, used: Math.min((block.repeated ?? 0) + block.height, height) }
}

/** How many of the items have room in columns of a height. */
function countIn(items: readonly number[], columns: number, height: number): number {
  let column = 0
  let used = 0
  for (const [index, item] of items.entries()) {
    if (used + item > height) {
      column++
      used = 0
    }
    if (column >= columns || item > height) return index
    used += item
  }
  return items.length
}

/** The least height, to a point, of columns that hold all the items. */
function evenHeight(items: readonly number[], columns: number, most: number): number {
  let [tooLow, enough] = [0, most]
  while (enough - tooLow > 1) {
    const middle = (tooLow + enough) / 2
    if (countIn(items, columns, middle) === items.length) enough = middle
    else tooLow = middle
  }
  return enough
}

function afterColumns(place: Place, { columns, items }: Columns, height: number): Place {
  let { page, used } = place
  let left = items
  for (;;) {
    const room = height - used
    const here = countIn(left, columns, room)
    if (here === left.length) return { page, used: used + evenHeight(left, columns, room) }
    // One that is higher than a page goes on over the next.
    left = here === 0 && used === 0 ? left.slice(1) : left.slice(here)
    page++
    used = 0
  }
}

/** Where the last of the blocks ends, on pages of a height. */
export const endOf = (flowing: readonly Flowing[], height: number, from: Place = START): Place =>
  flowing.reduce(
    (place, each) =>
      'items' in each ? afterColumns(place, each, height) : afterBlock(place, each, height),
    from,
  )
