// @ts-nocheck: compiled by asc, whose types and vector built-ins tsc does not know

/** 1 − the sum of each vector of a path, within 0 to 1, into target, vector by vector. */
export function recordLoss(size: i32, count: i32, path: usize, target: usize, lanes: i32): void {
  const zeros = f64x2.splat(0)
  const ones = f64x2.splat(1)
  const width = size * lanes
  for (let vector = 0; vector < count; vector++) {
    for (let lane = 0; lane < lanes; lane += 16) {
      let left = zeros
      for (let at = lane; at < width; at += lanes) {
        left = f64x2.add(left, v128.load(path + at))
      }
      const lost = f64x2.max(f64x2.sub(ones, left), zeros)
      v128.store(target + lane, f64x2.min(lost, ones))
    }
    path += width
    target += lanes
  }
}

/**
 * Of each vector of a path each rung's probability, that of being on it or above where
 * `above` has a place for it, and the severity, whose weights are shares of 1; into
 * target, by series and then by vector. `stride` bytes lie between two series.
 */
export function recordOccupancy(
  size: i32,
  count: i32,
  path: usize,
  weights: usize,
  above: usize,
  severity: i32,
  target: usize,
  stride: i32,
  lanes: i32,
): void {
  const zeros = f64x2.splat(0)
  const ones = f64x2.splat(1)
  for (let vector = 0; vector < count; vector++) {
    for (let lane = 0; lane < lanes; lane += 16) {
      let higher = zeros
      let severe = zeros
      for (let rung = size - 1; rung >= 0; rung--) {
        const value = v128.load(path + rung * lanes + lane)
        const probability = f64x2.min(f64x2.max(value, zeros), ones)
        const weight = f64x2.splat(load<f64>(weights + (rung << 3)))
        higher = f64x2.min(f64x2.add(higher, probability), ones)
        severe = f64x2.min(f64x2.add(severe, f64x2.mul(probability, weight)), ones)
        v128.store(target + rung * stride + lane, probability)
        const place = load<i32>(above + (rung << 2))
        if (place >= 0) v128.store(target + place * stride + lane, higher)
      }
      v128.store(target + severity * stride + lane, severe)
    }
    path += size * lanes
    target += lanes
  }
}

/**
 * Adds the first `count` lanes of rows to sums, of which each value has eight, taken
 * in turn, to counts of equal bins over 0 to 1, and to the least and the most.
 */
export function tally(
  values: i32,
  count: i32,
  rows: usize,
  sums: usize,
  counts: usize,
  bins: i32,
  least: usize,
  most: usize,
  lanes: i32,
): void {
  const binsEach = f64x2.splat(f64(bins))
  const lastBin = i32x4.splat(bins - 1)
  const whole = (count >> 3) << 3
  const step = values * lanes
  for (let value = 0; value < values; value++) {
    const own = sums + (value << 6)
    const histogram = counts + value * (bins << 2)
    let sum0 = v128.load(own)
    let sum2 = v128.load(own, 16)
    let sum4 = v128.load(own, 32)
    let sum6 = v128.load(own, 48)
    let low = v128.load64_splat(least + (value << 3))
    let high = v128.load64_splat(most + (value << 3))
    let lane = rows + value * lanes
    let laneEnd = lane + lanes
    for (let place = 0; place < whole; place += 8) {
      const a = v128.load(lane)
      const b = v128.load(lane, 16)
      const c = v128.load(lane, 32)
      const d = v128.load(lane, 48)
      sum0 = f64x2.add(sum0, a)
      sum2 = f64x2.add(sum2, b)
      sum4 = f64x2.add(sum4, c)
      sum6 = f64x2.add(sum6, d)
      low = f64x2.min(low, f64x2.min(f64x2.min(a, b), f64x2.min(c, d)))
      high = f64x2.max(high, f64x2.max(f64x2.max(a, b), f64x2.max(c, d)))
      count2(histogram, a, binsEach, lastBin)
      count2(histogram, b, binsEach, lastBin)
      count2(histogram, c, binsEach, lastBin)
      count2(histogram, d, binsEach, lastBin)
      lane += 64
      if (lane === laneEnd) {
        lane += step - lanes
        laneEnd = lane + lanes
      }
    }
    v128.store(own, sum0)
    v128.store(own, sum2, 16)
    v128.store(own, sum4, 32)
    v128.store(own, sum6, 48)
    let lowest = Math.min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1))
    let highest = Math.max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1))
    for (let place = whole; place < count; place++) {
      const x = load<f64>(lane)
      const sum = own + ((place & 7) << 3)
      store<f64>(sum, load<f64>(sum) + x)
      lowest = Math.min(lowest, x)
      highest = Math.max(highest, x)
      const bin = min(i32(x * f64(bins)), bins - 1)
      addOne(histogram + (bin << 2))
      lane += 8
    }
    store<f64>(least + (value << 3), lowest)
    store<f64>(most + (value << 3), highest)
  }
}

function count2(histogram: usize, pair: v128, bins: v128, last: v128): void {
  const bin = i32x4.min_s(i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(pair, bins)), last)
  addOne(histogram + (i32x4.extract_lane(bin, 0) << 2))
  addOne(histogram + (i32x4.extract_lane(bin, 1) << 2))
}

function addOne(counter: usize): void {
  store<i32>(counter, load<i32>(counter) + 1)
}
