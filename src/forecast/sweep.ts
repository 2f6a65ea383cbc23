import { type Reach, rangeAround, reachOf } from './judged-range'
import type { Driver, DriverJudgment, Id, Judged, Scenario } from './scenario'

/** Something of a scenario that is a single number, or has a most likely value. */
export type Quantity =
  | { readonly kind: 'intensity' | 'weight' | 'trend'; readonly driver: Id }
  | { readonly kind: 'horizonMonths' | 'draws' | 'seed' }

/** A quantity and the values it is to take, in turn. */
export interface Axis {
  readonly quantity: Quantity
  readonly values: readonly number[]
}

/** Whether a judged range moves along with its most likely value, or shrinks to it. */
export type SweptRange = 'keep' | 'point'

interface Scale {
  readonly least: number
  readonly most: number
  readonly isWhole: boolean
}

const continuous = (least: number, most: number): Scale => ({ least, most, isWhole: false })
const whole = (least: number, most: number): Scale => ({ least, most, isWhole: true })

/** What each may be, as docs/scenario-format.md has it; a trend is per year. */
export const scales: Readonly<Record<Quantity['kind'], Scale>> = {
  intensity: continuous(0, 1),
  weight: continuous(1, 100),
  trend: continuous(-100, 100),
  horizonMonths: whole(1, 120),
  draws: whole(1, 1_000_000),
  seed: whole(0, 4_294_967_295),
}

/** The name of a quantity on the command line and at the head of a column. */
export function nameOfQuantity(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'horizonMonths':
      return 'horizonMonths'
    case 'draws':
    case 'seed':
      return `run.${quantity.kind}`
    default:
      return `${quantity.driver}.${quantity.kind}`
  }
}

export const countCombinations = (axes: readonly Axis[]): number =>
  axes.reduce((count, { values }) => count * values.length, 1)

/** A value of each axis; of combinations one after the other, the last axis moves fastest. */
export function combinationAt(axes: readonly Axis[], index: number): number[] {
  let rest = index
  return axes
    .toReversed()
    .map(({ values }) => {
      const at = rest % values.length
      rest = (rest - at) / values.length
      return values[at] as number
    })
    .reverse()
}

/** The scenario with each axis at its value, and a title that says so. */
export function sweptScenario(
  scenario: Scenario,
  axes: readonly Axis[],
  values: readonly number[],
  range: SweptRange,
): Scenario {
  const title = sweptTitle(scenario.title, axes, values)
  return axes.reduce<Scenario>(
    (varied, { quantity }, axis) => withValue(varied, quantity, values[axis] as number, range),
    { ...scenario, title },
  )
}

/** As much as one line of a scenario may hold. */
const LONGEST_TITLE = 500

/** Half a character at the cut would be no text at all. */
const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`

function sweptTitle(title: string, axes: readonly Axis[], values: readonly number[]): string {
  const said = axes.map(({ quantity }, axis) => `${nameOfQuantity(quantity)} ${values[axis]}`)
  const what = cut(said.join(', '), LONGEST_TITLE / 2)
  return `${cut(title, LONGEST_TITLE - what.length - 2)}: ${what}`
}

function withValue(
  scenario: Scenario,
  quantity: Quantity,
  value: number,
  range: SweptRange,
): Scenario {
  const { judgment, run } = scenario
  switch (quantity.kind) {
    case 'horizonMonths':
      return { ...scenario, judgment: { ...judgment, horizonMonths: value } }
    case 'draws':
    case 'seed':
      return { ...scenario, run: { ...run, [quantity.kind]: value } }
    default: {
      const driver = scenario.case.drivers.find(({ id }) => id === quantity.driver)
      const judged = judgment.drivers[quantity.driver]
      if (!driver || !judged) throw new RangeError(`no judgment of driver ${quantity.driver}`)
      const changed = { ...judged, ...changeOf(quantity.kind, driver, judged, value, range) }
      const drivers = { ...judgment.drivers, [driver.id]: changed }
      return { ...scenario, judgment: { ...judgment, drivers } }
    }
  }
}

function changeOf(
  kind: 'intensity' | 'weight' | 'trend',
  driver: Driver,
  judged: DriverJudgment,
  value: number,
  range: SweptRange,
): Partial<DriverJudgment> {
  const reach = (own: Judged): Reach => (range === 'point' ? { below: 0, above: 0 } : reachOf(own))
  switch (kind) {
    case 'intensity': {
      const own = reach(judged.intensity)
      return { intensity: holding(value, own, rangeAround(value, own)) }
    }
    case 'weight': {
      const own = reach(judged.multiplier ?? driver.multiplier)
      return { multiplier: holding(value, own, weightAround(value, own)) }
    }
    case 'trend':
      return { trendPerYear: value }
  }
}

/** Ends are tidied as a slider's are; the value asked for stays as it was asked for. */
const holding = (mode: number, { below, above }: Reach, { low, high }: Judged): Judged => ({
  low: below === 0 ? mode : Math.min(low, mode),
  mode,
  high: above === 0 ? mode : Math.max(high, mode),
})

function weightAround(mode: number, { below, above }: Reach): Judged {
  const { least, most } = scales.weight
  const tidy = (value: number): number => Number(value.toPrecision(12))
  const low = Math.max(tidy(mode - below), least)
  return { low, mode, high: Math.min(tidy(mode + above), most) }
}
