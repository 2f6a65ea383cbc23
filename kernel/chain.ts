/**
 * The inner loops of the chain with vector instructions: the functions of
 * src/forecast/chain/plain-kernel.ts, two lanes at a time. Each does the same
 * operations in the same order, so that both give the same bits.
 *
 * AssemblyScript; `npm run kernel` compiles it into simd-kernel-bytes.ts.
 * Pointers are byte offsets into the memory that the caller imports; `lanes` is the
 * number of bytes that the lanes of one value take up.
 */

// @ts-nocheck: compiled by asc, whose types and vector built-ins tsc does not know

/** I + (Q·scale + θ·I)·matrix into target, for matrices of `size` rows. */
export function multiplyByShifted(
  size: i32,
  moveCount: i32,
  from: usize,
  to: usize,
  rates: usize,
  exits: usize,
  scale: f64,
  theta: f64,
  matrix: usize,
  target: usize,
  lanes: i32,
): void {
  const width = size * lanes
  const scales = f64x2.splat(scale)
  const thetas = f64x2.splat(theta)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const entry = row * width + column * lanes
      const identity = f64x2.splat(row === column ? 1 : 0)
      for (let lane = 0; lane < lanes; lane += 16) {
        const exit = v128.load(exits + row * lanes + lane)
        const stay = f64x2.sub(thetas, f64x2.mul(exit, scales))
        const product = f64x2.mul(stay, v128.load(matrix + entry + lane))
        v128.store(target + entry + lane, f64x2.add(identity, product))
      }
    }
  }
  for (let move = 0; move < moveCount; move++) {
    const into = target + load<i32>(from + (move << 2)) * width
    const source = matrix + load<i32>(to + (move << 2)) * width
    for (let lane = 0; lane < lanes; lane += 16) {
      const factor = f64x2.mul(v128.load(rates + move * lanes + lane), scales)
      for (let at = lane; at < width; at += lanes) {
        const product = f64x2.mul(factor, v128.load(source + at))
        v128.store(into + at, f64x2.add(v128.load(into + at), product))
      }
    }
  }
}

/** left·right into target, `rows` of left with a matrix of `size` rows. */
export function multiply(
  rows: i32,
  size: i32,
  left: usize,
  right: usize,
  target: usize,
  lanes: i32,
): void {
  const width = size * lanes
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column += lanes) {
      for (let lane = 0; lane < lanes; lane += 16) {
        let a = left + row * width + lane
        let b = right + column + lane
        let sum = f64x2.mul(v128.load(a), v128.load(b))
        for (let inner = 1; inner < size; inner++) {
          a += lanes
          b += width
          sum = f64x2.add(sum, f64x2.mul(v128.load(a), v128.load(b)))
        }
        v128.store(target + row * width + column + lane, sum)
      }
    }
  }
}

/** step·(I + Q·scale) into next, and weight times that onto state. */
export function takeStep(
  size: i32,
  moveCount: i32,
  from: usize,
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
  for (let move = 0; move < moveCount; move++) {
    const source = step + load<i32>(from + (move << 2)) * lanes
    const into = next + load<i32>(to + (move << 2)) * lanes
    for (let lane = 0; lane < lanes; lane += 16) {
      const factor = f64x2.mul(v128.load(rates + move * lanes + lane), scales)
      const moved = f64x2.mul(v128.load(source + lane), factor)
      v128.store(into + lane, f64x2.add(v128.load(into + lane), moved))
    }
  }
  const weights = f64x2.splat(weight)
  for (let at = 0; at < length; at += 16) {
    const part = f64x2.mul(weights, v128.load(next + at))
    v128.store(state + at, f64x2.add(v128.load(state + at), part))
  }
}

/** 1 − the sum of the lowest `size` rungs of state, within 0 to 1, into target. */
export function recordLoss(size: i32, state: usize, target: usize, lanes: i32): void {
  const zeros = f64x2.splat(0)
  const ones = f64x2.splat(1)
  for (let lane = 0; lane < lanes; lane += 16) {
    let left = zeros
    for (let rung = 0; rung < size; rung++) {
      left = f64x2.add(left, v128.load(state + rung * lanes + lane))
    }
    const lost = f64x2.max(f64x2.sub(ones, left), zeros)
    v128.store(target + lane, f64x2.min(lost, ones))
  }
}

/**
 * Each rung's probability, that of being on it or above, and the severity, whose
 * weights are shares of 1; `stride` bytes lie between a rung's values and the next one's.
 */
export function recordOccupancy(
  size: i32,
  state: usize,
  weights: usize,
  on: usize,
  above: usize,
  severity: usize,
  stride: i32,
  lanes: i32,
): void {
  const zeros = f64x2.splat(0)
  const ones = f64x2.splat(1)
  for (let lane = 0; lane < lanes; lane += 16) {
    let higher = zeros
    let severe = zeros
    for (let rung = size - 1; rung >= 0; rung--) {
      const value = v128.load(state + rung * lanes + lane)
      const probability = f64x2.min(f64x2.max(value, zeros), ones)
      const weight = f64x2.splat(load<f64>(weights + (rung << 3)))
      higher = f64x2.min(f64x2.add(higher, probability), ones)
      severe = f64x2.min(f64x2.add(severe, f64x2.mul(probability, weight)), ones)
      v128.store(on + rung * stride + lane, probability)
      v128.store(above + rung * stride + lane, higher)
    }
    v128.store(severity + lane, severe)
  }
}
