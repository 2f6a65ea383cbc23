// @ts-nocheck: compiled by asc, whose types and vector built-ins tsc does not know

import { rowEnd, rowStart } from './moves'

/**
 * The row vector at left times matrix into target; its rungs lie so many bytes apart.
 * Four, two and one columns at a time, whose sums stay in registers.
 */
export function multiplyRow(
  size: i32,
  left: usize,
  leftStep: i32,
  matrix: usize,
  target: usize,
  targetStep: i32,
): void {
  const width = size << 4
  let columns = size
  for (; columns >= 4; columns -= 4) {
    let a = left
    let b = matrix
    let x = v128.load(a)
    let p = f64x2.mul(x, v128.load(b))
    let q = f64x2.mul(x, v128.load(b, 16))
    let r = f64x2.mul(x, v128.load(b, 32))
    let s = f64x2.mul(x, v128.load(b, 48))
    for (let inner = 1; inner < size; inner++) {
      a += leftStep
      b += width
      x = v128.load(a)
      p = f64x2.add(p, f64x2.mul(x, v128.load(b)))
      q = f64x2.add(q, f64x2.mul(x, v128.load(b, 16)))
      r = f64x2.add(r, f64x2.mul(x, v128.load(b, 32)))
      s = f64x2.add(s, f64x2.mul(x, v128.load(b, 48)))
    }
    v128.store(target, p)
    v128.store(target + targetStep, q)
    v128.store(target + 2 * targetStep, r)
    v128.store(target + 3 * targetStep, s)
    target += 4 * targetStep
    matrix += 64
  }
  if (columns >= 2) {
    let a = left
    let b = matrix
    let x = v128.load(a)
    let p = f64x2.mul(x, v128.load(b))
    let q = f64x2.mul(x, v128.load(b, 16))
    for (let inner = 1; inner < size; inner++) {
      a += leftStep
      b += width
      x = v128.load(a)
      p = f64x2.add(p, f64x2.mul(x, v128.load(b)))
      q = f64x2.add(q, f64x2.mul(x, v128.load(b, 16)))
    }
    v128.store(target, p)
    v128.store(target + targetStep, q)
    target += 2 * targetStep
    matrix += 32
    columns -= 2
  }
  if (columns === 0) return
  let b = matrix
  let p = f64x2.mul(v128.load(left), v128.load(b))
  for (let inner = 1; inner < size; inner++) {
    left += leftStep
    b += width
    p = f64x2.add(p, f64x2.mul(v128.load(left), v128.load(b)))
  }
  v128.store(target, p)
}

/** The vector at path times matrix, month after month, each into the place after it. */
export function carry(size: i32, months: i32, path: usize, matrix: usize, lanes: i32): void {
  const width = size * lanes
  const bytes = (size * size) << 4
  for (let month = 0; month < months; month++) {
    let pair = matrix
    for (let lane = path; lane < path + lanes; lane += 16) {
      multiplyRow(size, lane, lanes, pair, lane + width, lanes)
      pair += bytes
    }
    path += width
  }
}

/** step·(I + Q·scale) into next, and weight times that onto state. */
export function takeStep(
  size: i32,
  rowEnds: usize,
  to: usize,
  rates: usize,
  exits: usize,
  scale: f64,
  weight: f64,
  step: usize,
  next: usize,
  state: usize,
  lanes: i32,
): void {
  const length = size * lanes
  const scales = f64x2.splat(scale)
  const ones = f64x2.splat(1)
  for (let at = 0; at < length; at += 16) {
    const stay = f64x2.sub(ones, f64x2.mul(v128.load(exits + at), scales))
    v128.store(next + at, f64x2.mul(v128.load(step + at), stay))
  }
  for (let row = 0; row < size; row++) {
    const start = rowStart(rowEnds, row)
    const end = rowEnd(rowEnds, to, row, start, size)
    for (let move = start; move < end; move++) {
      const into = next + load<i32>(to + (move << 2)) * lanes
      for (let lane = 0; lane < lanes; lane += 16) {
        const factor = f64x2.mul(v128.load(rates + move * lanes + lane), scales)
        const moved = f64x2.mul(v128.load(step + row * lanes + lane), factor)
        v128.store(into + lane, f64x2.add(v128.load(into + lane), moved))
      }
    }
  }
  const weights = f64x2.splat(weight)
  for (let at = 0; at < length; at += 16) {
    const part = f64x2.mul(weights, v128.load(next + at))
    v128.store(state + at, f64x2.add(v128.load(state + at), part))
  }
}
