import type { Steps } from './shapley'

/** A point to leave as little as possible for one where `slack` is not below 0. */
export interface NearestProblem {
  readonly start: readonly number[]
  /** What counts as a distance of 1, per coordinate; above 0. */
  readonly units: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** Smooth, and below 0 at the start. */
  readonly slack: (point: readonly number[]) => number
}

const MOST_ITERATIONS = 30
const SETTLED = 1e-3
/** The step of a difference quotient, as a share of the way between the bounds. */
const PROBE = 0.01
/** How far along its ray a point is looked for, in multiples of its distance. */
const [NEAREST, FURTHEST] = [1e-3, 64]

/**
 * The nearest point at which slack is 0, by steps to the nearest point of the plane that
 * touches slack, within the bounds (the method of Hasofer and Lind 1974 and of Rackwitz
 * and Fiessler 1978, with the step halved where it overshoots). Undefined where no corner
 * that slack rises towards reaches 0. Yields after each look at slack's slopes.
 */
export function* nearestPoint(problem: NearestProblem): Steps<number[] | undefined> {
  const space = unitSpace(problem)
  let u = space.origin
  let f = space.slack(u)
  const corner = yield* cornerBeyond(space, f)
  if (!corner) return undefined
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const g = yield* gradient(space, u, f, iteration / MOST_ITERATIONS)
    const next = nearestOfPlane(space, g, dot(g, u) - f)
    const settled =
      Math.max(...next.map((value, i) => Math.abs(value - (u[i] as number)))) < SETTLED
    if (settled && Math.abs(f) < SETTLED) break
    const step = shortenedStep(space, u, f, next, g)
    u = step.u
    f = step.f
  }
  // Where the steps have led nowhere, the way to the corner is one that does.
  const along = (yield* outwards(space, u)) ?? (yield* outwards(space, corner)) ?? corner
  return space.toPoint(along)
}

/** Coordinates from the start, in units. */
interface UnitSpace {
  readonly origin: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly slack: (u: readonly number[]) => number
  readonly toPoint: (u: readonly number[]) => number[]
}

function unitSpace({ start, units, low, high, slack }: NearestProblem): UnitSpace {
  const toUnits = (bounds: readonly number[]): number[] =>
    bounds.map((bound, i) => (bound - (start[i] as number)) / (units[i] as number))
  const toPoint = (u: readonly number[]): number[] =>
    u.map((value, i) => (start[i] as number) + value * (units[i] as number))
  return {
    origin: start.map(() => 0),
    low: toUnits(low),
    high: toUnits(high),
    slack: (u) => slack(toPoint(u)),
    toPoint,
  }
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

const within = ({ low, high }: UnitSpace, u: readonly number[]): number[] =>
  u.map((value, i) => Math.min(Math.max(value, low[i] as number), high[i] as number))

/** @param done what is yielded after each coordinate */
function* gradient(
  space: UnitSpace,
  u: readonly number[],
  f: number,
  done: number,
): Steps<number[]> {
  const { low, high, slack } = space
  const slopes: number[] = []
  for (const [i, value] of u.entries()) {
    const reach = PROBE * ((high[i] as number) - (low[i] as number))
    const step = value + reach > (high[i] as number) ? -reach : reach
    slopes.push(reach === 0 ? 0 : (slack(u.with(i, value + step)) - f) / step)
    yield done
  }
  return slopes
}

const cornerTowards = ({ low, high }: UnitSpace, g: readonly number[]): number[] =>
  g.map((slope, i) => (slope > 0 ? (high[i] as number) : slope < 0 ? (low[i] as number) : 0))

/** A corner at which slack is not below 0: that it rises towards from the start, or then from there. */
function* cornerBeyond(space: UnitSpace, f: number): Steps<number[] | undefined> {
  const corner = cornerTowards(space, yield* gradient(space, space.origin, f, 0))
  const there = space.slack(corner)
  if (there >= 0) return corner
  const turned = cornerTowards(space, yield* gradient(space, corner, there, 0))
  return space.slack(turned) >= 0 ? turned : undefined
}

/** The point nearest to the origin, within the bounds, with g · v ≥ enough; the best corner where none has. */
function nearestOfPlane(space: UnitSpace, g: readonly number[], enough: number): number[] {
  const along = (factor: number): number[] =>
    within(
      space,
      g.map((slope) => factor * slope),
    )
  const corner = cornerTowards(space, g)
  if (dot(g, corner) <= enough) return corner
  let most = 1
  while (dot(g, along(most)) < enough) most *= 2
  let least = 0
  for (let halving = 0; halving < 60; halving++) {
    const middle = (least + most) / 2
    if (dot(g, along(middle)) < enough) least = middle
    else most = middle
  }
  return along(most)
}

const squared = (u: readonly number[]): number => dot(u, u)

/** The whole step, or as much of it as makes the point better: nearer, or less short of 0. */
function shortenedStep(
  space: UnitSpace,
  u: readonly number[],
  f: number,
  next: readonly number[],
  g: readonly number[],
): { u: number[]; f: number } {
  const penalty = 2 * Math.sqrt(squared(next) / Math.max(squared(g), 1e-12)) + 1
  const merit = (point: readonly number[], slack: number): number =>
    squared(point) / 2 + penalty * Math.abs(Math.min(slack, 0))
  const before = merit(u, f)
  for (let share = 1; ; share /= 2) {
    const point = u.map((value, i) => value + share * ((next[i] as number) - value))
    const slack = space.slack(point)
    if (share < 0.1 || merit(point, slack) < before) return { u: point, f: slack }
  }
}

/** The first point on the ray through u, from the start, at which slack is not below 0, if there is one. */
function* outwards(space: UnitSpace, u: readonly number[]): Steps<number[] | undefined> {
  const at = (factor: number): number[] =>
    within(
      space,
      u.map((value) => value * factor),
    )
  const reaches = (factor: number): boolean => space.slack(at(factor)) >= 0
  let beyond = 1
  for (; !reaches(beyond) && beyond < FURTHEST; yield 1) beyond *= 1.02
  if (!reaches(beyond)) return undefined
  let short = beyond / 1.1
  for (; reaches(short) && short > NEAREST; yield 1) {
    beyond = short
    short /= 1.1
  }
  for (let halving = 0; halving < 12; halving++) {
    const middle = (short + beyond) / 2
    if (reaches(middle)) beyond = middle
    else short = middle
    yield 1
  }
  return at(beyond)
}
