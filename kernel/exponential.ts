// @ts-nocheck: compiled by asc, whose types and vector built-ins tsc does not know

import { rowEnd, rowStart } from './moves'
import { multiplyRow } from './propagate'

/**
 * exp(Q) into matrix: `terms` of the series of A = Q·scale + θ·I, times decay, squared.
 * Matrices lie lane pair by lane pair, each row by row, so that one pair's stay in the
 * nearest cache. Scratch has room for one of them, and behind it for the plan of A.
 */
export function exponentiate(
  size: i32,
  rowEnds: usize,
  to: usize,
  rates: usize,
  exits: usize,
  terms: i32,
  squarings: i32,
  scale: f64,
  theta: f64,
  decay: f64,
  matrix: usize,
  scratch: usize,
  lanes: i32,
): void {
  const bytes = (size * size) << 4
  const factors = scratch + bytes
  const isOdd = ((terms + squarings) & 1) !== 0
  for (let lane = 0; lane < lanes; lane += 16) {
    // Terms and squarings each leave their answer in the other of the two.
    let here = isOdd ? matrix : scratch
    let there = isOdd ? scratch : matrix
    loadRows(size, rowEnds, to, rates + lane, exits + lane, scale, theta, factors, lanes)
    firstTerm(size, factors, 1 / f64(terms), here)
    for (let n = terms - 1; n > 0; n--) {
      nextTerm(size, factors, 1 / f64(n), here, there)
      const swap = here
      here = there
      there = swap
    }
    multiplyAll(here, bytes, decay)
    for (let squaring = 0; squaring < squarings; squaring++) {
      for (let row = 0; row < bytes; row += size << 4) {
        multiplyRow(size, here + row, 16, here, there + row, 16)
      }
      const swap = here
      here = there
      there = swap
    }
    matrix += bytes
  }
}

/** Bytes of one row of A: its diagonal, two moves, and two numbers for their places. */
const ROW: i32 = 64

/**
 * The rows of A for one pair of lanes. Each has room for the two moves that most rungs
 * have, absent ones being 0 times the row itself; further moves follow behind the rows,
 * each with the place of the row it belongs to.
 */
function loadRows(
  size: i32,
  rowEnds: usize,
  to: usize,
  rates: usize,
  exits: usize,
  scale: f64,
  theta: f64,
  factors: usize,
  lanes: i32,
): void {
  const scales = f64x2.splat(scale)
  const width = size << 4
  let further = factors + size * ROW
  for (let row = 0; row < size; row++) {
    const start = rowStart(rowEnds, row)
    const end = rowEnd(rowEnds, to, row, start, size)
    const exit = v128.load(exits + row * lanes)
    const own = factors + row * ROW
    v128.store(own, f64x2.sub(f64x2.splat(theta), f64x2.mul(exit, scales)))
    v128.store(own, f64x2.splat(0), 16)
    v128.store(own, f64x2.splat(0), 32)
    store<i32>(own, row * width, 48)
    store<i32>(own, row * width, 52)
    store<i32>(own, row << 4, 56)
    store<i32>(own, row << 4, 60)
    for (let move = start; move < end; move++) {
      const factor = f64x2.mul(v128.load(rates + move * lanes), scales)
      const column = load<i32>(to + (move << 2))
      const place = column * width
      const within = move - start
      if (within < 2) {
        v128.store(own + ((within + 1) << 4), factor)
        store<i32>(own + (within << 2), place, 48)
        store<i32>(own + (within << 2), column << 4, 56)
      } else {
        v128.store(further, factor)
        store<i32>(further, row * width, 16)
        store<i32>(further, place, 20)
        store<i32>(further, column << 4, 24)
        further += 32
      }
    }
  }
  store<i32>(further, -1, 16)
}

/** I + A·share */
function firstTerm(size: i32, factors: usize, share: f64, target: usize): void {
  const shares = f64x2.splat(share)
  const width = size << 4
  for (let at = target; at < target + size * width; at += 16) v128.store(at, f64x2.splat(0))
  let row = target
  for (const end = factors + size * ROW; factors < end; factors += ROW) {
    addTo(row + load<i32>(factors, 56), f64x2.mul(v128.load(factors, 16), shares))
    addTo(row + load<i32>(factors, 60), f64x2.mul(v128.load(factors, 32), shares))
    const diagonal = row + (row - target) / size
    addTo(diagonal, f64x2.mul(v128.load(factors), shares))
    addTo(diagonal, f64x2.splat(1))
    row += width
  }
  for (let place = load<i32>(factors, 16); place >= 0; place = load<i32>(factors, 16)) {
    addTo(target + place + load<i32>(factors, 24), f64x2.mul(v128.load(factors), shares))
    factors += 32
  }
}

function addTo(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value))
}

/** I + (A·share)·matrix into target */
function nextTerm(size: i32, factors: usize, share: f64, matrix: usize, target: usize): void {
  const shares = f64x2.splat(share)
  const width = size << 4
  let row = target
  for (const end = factors + size * ROW; factors < end; factors += ROW) {
    const stay = f64x2.mul(v128.load(factors), shares)
    const first = f64x2.mul(v128.load(factors, 16), shares)
    const second = f64x2.mul(v128.load(factors, 32), shares)
    const firstRow = matrix + load<i32>(factors, 48)
    const secondRow = matrix + load<i32>(factors, 52)
    combine(size, stay, matrix + (row - target), first, firstRow, second, secondRow, row)
    row += width
  }
  for (let place = load<i32>(factors, 16); place >= 0; place = load<i32>(factors, 16)) {
    const factor = f64x2.mul(v128.load(factors), shares)
    addRow(size, factor, matrix + load<i32>(factors, 20), target + place)
    factors += 32
  }
  for (let diagonal = target; diagonal < row; diagonal += width + 16) {
    v128.store(diagonal, f64x2.add(v128.load(diagonal), f64x2.splat(1)))
  }
}

/** x·a + y·b + z·c of rows a, b and c into target. */
function combine(
  size: i32,
  x: v128,
  a: usize,
  y: v128,
  b: usize,
  z: v128,
  c: usize,
  target: usize,
): void {
  for (const end = target + ((size >> 2) << 6); target < end; target += 64) {
    combineOne(x, a, y, b, z, c, target, 0)
    combineOne(x, a, y, b, z, c, target, 16)
    combineOne(x, a, y, b, z, c, target, 32)
    combineOne(x, a, y, b, z, c, target, 48)
    a += 64
    b += 64
    c += 64
  }
  if (size & 2) {
    combineOne(x, a, y, b, z, c, target, 0)
    combineOne(x, a, y, b, z, c, target, 16)
    if (size & 1) combineOne(x, a, y, b, z, c, target, 32)
  } else if (size & 1) {
    combineOne(x, a, y, b, z, c, target, 0)
  }
}

function combineOne(
  x: v128,
  a: usize,
  y: v128,
  b: usize,
  z: v128,
  c: usize,
  target: usize,
  at: usize,
): void {
  const two = f64x2.add(f64x2.mul(x, v128.load(a + at)), f64x2.mul(y, v128.load(b + at)))
  v128.store(target + at, f64x2.add(two, f64x2.mul(z, v128.load(c + at))))
}

function addRow(size: i32, x: v128, a: usize, target: usize): void {
  for (let at = 0; at < size << 4; at += 16) {
    v128.store(target + at, f64x2.add(v128.load(target + at), f64x2.mul(x, v128.load(a + at))))
  }
}

function multiplyAll(matrix: usize, bytes: i32, factor: f64): void {
  const factors = f64x2.splat(factor)
  for (let at = matrix; at < matrix + bytes; at += 16) {
    v128.store(at, f64x2.mul(v128.load(at), factors))
  }
}
