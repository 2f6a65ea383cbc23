// @ts-nocheck: compiled by asc, whose types and vector built-ins tsc does not know

/**
 * The moves of each rung, listed by the rung they leave and then by the one they go to;
 * `rowEnds` says where each rung's end.
 */

export function rowStart(rowEnds: usize, row: i32): i32 {
  return row === 0 ? 0 : load<i32>(rowEnds + ((row - 1) << 2))
}

/** Where the moves of a row that stay below `size` end. */
export function rowEnd(rowEnds: usize, to: usize, row: i32, start: i32, size: i32): i32 {
  const all = load<i32>(rowEnds + (row << 2))
  let end = start
  while (end < all && load<i32>(to + (end << 2)) < size) end++
  return end
}
