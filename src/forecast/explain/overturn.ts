import { judgeVerdict, type Verdict } from '../conclusion/verdict'
import { readClaim } from '../conclusion/yardstick'
import { rangeAround, reachOf } from '../judged-range'
import type { Claim, Id, Scenario } from '../scenario'
import { meanChance } from './event-chances'
import { nearestPoint } from './nearest-point'
import type { Steps } from './shapley'
import { withIntensity } from './tornado'

/**
 * What counts as overturning a claim: that the forecast says the opposite (is on the
 * other side of 50 %), or already that the word no longer fits. A claim whose range
 * spans 50 % has no opposite; there it is always the second.
 */
export type OverturnGoal = 'opposite' | 'outside'

/** A probability to get past. */
export interface Crossing {
  readonly at: number
  readonly side: 'above' | 'below'
}

export interface MovedDriver {
  readonly driver: Id
  readonly at: number
}

export interface Overturn {
  /** As the forecast stands now. */
  readonly verdict: Verdict
  readonly goal: OverturnGoal
  /** Where the claim is overturned already, what is asked is what would restore it. */
  readonly seeks: 'overturn' | 'restore'
  /** Getting past any of them is enough. */
  readonly crossings: readonly Crossing[]
  /** Each driver moved alone; null where no intensity does. */
  readonly alone: readonly { readonly driver: Id; readonly at: number | null }[]
  /**
   * The nearest way with all of them moved: the drivers that move, most of its own range
   * first; none where no combination does.
   */
  readonly together: readonly (MovedDriver & {
    /** How far, in halves of the driver's own range. */
    readonly units: number
  })[]
}

/** What has to be passed for a claim to be overturned, or restored where it is. */
export function crossingsOf(
  [low, high]: readonly [number, number],
  goal: OverturnGoal,
  p: number,
): Pick<Overturn, 'goal' | 'seeks' | 'crossings'> {
  if (low < 0.5 && high > 0.5) {
    if (p < low)
      return { goal: 'outside', seeks: 'restore', crossings: [{ at: low, side: 'above' }] }
    if (p > high)
      return { goal: 'outside', seeks: 'restore', crossings: [{ at: high, side: 'below' }] }
    const ways: readonly Crossing[] = [
      { at: low, side: 'below' },
      { at: high, side: 'above' },
    ]
    return {
      goal: 'outside',
      seeks: 'overturn',
      crossings: ways.filter(({ at }) => at > 0 && at < 1),
    }
  }
  const saysUnlikely = high <= 0.5
  const at = goal === 'opposite' ? 0.5 : saysUnlikely ? high : low
  const isOverturned = saysUnlikely ? p > at : p < at
  const side = saysUnlikely === isOverturned ? 'below' : 'above'
  return { goal, seeks: isOverturned ? 'restore' : 'overturn', crossings: [{ at, side }] }
}

const isPast = (p: number, { at, side }: Crossing): boolean => (side === 'above' ? p > at : p < at)

/** The scenario with drivers moved as their sliders move them: each range goes along with its mode. */
export const withMoved = (scenario: Scenario, moved: readonly MovedDriver[]): Scenario =>
  moved.reduce((changed, { driver, at }) => {
    const own = scenario.judgment.drivers[driver]
    return own ? withIntensity(changed, driver, rangeAround(at, reachOf(own.intensity))) : changed
  }, scenario)

/** The share of the time that moving drivers alone takes. */
const ALONE = 0.6

/** Yields the share of it done. */
export function* overturn(scenario: Scenario, claim: Claim, wanted: OverturnGoal): Steps<Overturn> {
  const { range } = readClaim(claim, scenario.judgment.yardstick)
  const now = meanChance(scenario, claim.event)
  const sought = crossingsOf(range, wanted, now)
  const { drivers } = scenario.case
  const chance = (moved: readonly MovedDriver[]): number =>
    meanChance(withMoved(scenario, moved), claim.event)
  const alone: Overturn['alone'][number][] = []
  for (const { id } of drivers) {
    const does = (at: number): boolean => {
      const p = chance([{ driver: id, at }])
      return sought.crossings.some((crossing) => isPast(p, crossing))
    }
    const done = ALONE * (alone.length / drivers.length)
    alone.push({ driver: id, at: yield* nearestAlone(modeOf(scenario, id), does, done) })
  }
  const ways: Overturn['together'][] = []
  for (const crossing of sought.crossings) {
    const steps = together(scenario, chance, crossing)
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      yield ALONE + ((1 - ALONE) * (ways.length + step.value)) / sought.crossings.length
    }
    ways.push(step.value)
  }
  return { verdict: judgeVerdict(now, range), ...sought, alone, together: shortest(ways) }
}

const modeOf = (scenario: Scenario, driver: Id): number =>
  scenario.judgment.drivers[driver]?.intensity.mode ?? 0

const nearest = (places: readonly (number | null)[], from: number): number | null =>
  places.reduce<number | null>(
    (best, place) =>
      place !== null && (best === null || Math.abs(place - from) < Math.abs(best - from))
        ? place
        : best,
    null,
  )

const SCAN_STEP = 0.05
const FINEST = 1e-4

/**
 * The intensity nearest to where it is that does, looked for outwards on both sides in
 * steps and then between the last that does not and the first that does.
 *
 * @param done what is yielded after each look
 */
function* nearestAlone(
  mode: number,
  does: (at: number) => boolean,
  done: number,
): Steps<number | null> {
  const found: (number | null)[] = []
  for (const direction of [1, -1]) {
    found.push(yield* nearestOnSide(mode, direction, does, done))
  }
  return nearest(found, mode)
}

function* nearestOnSide(
  mode: number,
  direction: number,
  does: (at: number) => boolean,
  done: number,
): Steps<number | null> {
  const end = direction > 0 ? 1 : 0
  let last = mode
  for (let step = 1; last !== end; step++) {
    const at = Math.min(Math.max(mode + direction * step * SCAN_STEP, 0), 1)
    if (does(at)) return yield* halved(last, at, does, done)
    last = at
    yield done
  }
  return null
}

function* halved(
  not: number,
  first: number,
  does: (at: number) => boolean,
  done: number,
): Steps<number> {
  let [inside, outside] = [not, first]
  while (Math.abs(outside - inside) > FINEST) {
    const middle = (inside + outside) / 2
    if (does(middle)) outside = middle
    else inside = middle
    yield done
  }
  const rounded = Number(outside.toFixed(4))
  return does(rounded) ? rounded : Number((outside + Math.sign(first - not) * FINEST).toFixed(4))
}

/** What counts as one unit where no driver has a range of its own. */
const UNIT_WITHOUT_RANGES = 0.1
/** A driver moved by less stays where it is. */
const LEAST_MOVE = 0.005
/** How much further the point is taken at a time where rounding has left it short. */
const FURTHER = 0.001
const MOST_FURTHER = 50

const logit = (p: number): number => {
  const held = Math.min(Math.max(p, 1e-12), 1 - 1e-12)
  return Math.log(held / (1 - held))
}

/** Drivers judged without a range are certain, and stay; unless none has one. */
function* together(
  scenario: Scenario,
  chance: (moved: readonly MovedDriver[]) => number,
  crossing: Crossing,
): Steps<Overturn['together']> {
  const halfRange = (driver: Id): number => {
    const { low = 0, high = 0 } = scenario.judgment.drivers[driver]?.intensity ?? {}
    return (high - low) / 2
  }
  const all = scenario.case.drivers.map(({ id }) => id)
  const free = all.filter((driver) => halfRange(driver) > 0)
  const movable = free.length > 0 ? free : all
  const units = movable.map((driver) => halfRange(driver) || UNIT_WITHOUT_RANGES)
  const start = movable.map((driver) => modeOf(scenario, driver))
  const movedTo = (point: readonly number[]): MovedDriver[] =>
    movable.flatMap((driver, index) => {
      const at = point[index] as number
      return Math.abs(at - (start[index] as number)) < FINEST / 2 ? [] : [{ driver, at }]
    })
  const sign = crossing.side === 'above' ? 1 : -1
  const goal = logit(crossing.at) + sign * 1e-6
  const point = yield* nearestPoint({
    start,
    units,
    low: start.map(() => 0),
    high: start.map(() => 1),
    slack: (at) => sign * (logit(chance(movedTo(at))) - goal),
  })
  if (!point) return []
  const does = (moved: readonly MovedDriver[]): boolean => isPast(chance(moved), crossing)
  const moved =
    (yield* roundedOutwards(point, start, does, movable, LEAST_MOVE)) ??
    (yield* roundedOutwards(point, start, does, movable, FINEST)) ??
    []
  return moved.map((each) => {
    const index = movable.indexOf(each.driver)
    return { ...each, units: (each.at - (start[index] as number)) / (units[index] as number) }
  })
}

/**
 * The point in tidy numbers, without what moves by less than `least`, a little further out
 * where that has cost it; undefined where a little does not mend it.
 */
function* roundedOutwards(
  point: readonly number[],
  start: readonly number[],
  does: (moved: readonly MovedDriver[]) => boolean,
  drivers: readonly Id[],
  least: number,
): Steps<MovedDriver[] | undefined> {
  for (let step = 0; step <= MOST_FURTHER; step++) {
    const moved = point.flatMap((at, index) => {
      const from = start[index] as number
      if (Math.abs(at - from) < least) return []
      const further = Math.min(Math.max(from + (at - from) * (1 + step * FURTHER), 0), 1)
      return [{ driver: drivers[index] as Id, at: Number(further.toFixed(4)) }]
    })
    if (does(moved)) return moved
    yield 1
  }
  return undefined
}

const lengthOf = (way: Overturn['together']): number =>
  way.length === 0 ? Number.POSITIVE_INFINITY : Math.hypot(...way.map(({ units }) => units))

const shortest = (ways: readonly Overturn['together'][]): Overturn['together'] =>
  ways
    .reduce((best, way) => (lengthOf(way) < lengthOf(best) ? way : best), [])
    .toSorted((a, b) => Math.abs(b.units) - Math.abs(a.units))
