import { type DriverFactor, lastMonthOf, movedRates } from '../../forecast/moved-rates'
import { sayTransition } from '../../forecast/rate-words'
import type { Id, Scenario } from '../../forecast/scenario'

/** Which way a moved rate pushes the conflict; a response leaves the ladder as it is. */
export type Push = 'up' | 'down' | 'neither'

/** How far the drivers have moved a rate from its base rate. */
export interface MovedRow {
  readonly id: Id
  readonly label: string
  readonly kind: 'transition' | 'response'
  readonly now: number
  /** In the last month, where trends or shocks make it another. */
  readonly later: number | undefined
  readonly push: Push
  /** The drivers that move it now, the one that moves it most first. */
  readonly factors: readonly DriverFactor[]
}

/** A change of less than half a hundredth is not shown. */
const isMoved = (multiple: number): boolean => Math.abs(Math.log(multiple)) > 0.005

const pushOf = (upwards: number): Push => (upwards === 0 ? 'neither' : upwards > 0 ? 'up' : 'down')

const byReach = (a: DriverFactor, b: DriverFactor): number =>
  Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor))

/** Every transition's rate against its base rate, then every response's. */
export function movedRows(scenario: Scenario): MovedRow[] {
  const { ladder, transitions, responses } = scenario.case
  const later = new Map(
    movedRates(scenario, lastMonthOf(scenario)).map(({ id, multiple }) => [id, multiple]),
  )
  const height = (rung: Id): number => ladder.findIndex(({ id }) => id === rung)
  return movedRates(scenario, 0).map(({ id, multiple, factors }) => {
    const transition = transitions.find((candidate) => candidate.id === id)
    const then = later.get(id) ?? multiple
    const direction = transition ? Math.sign(height(transition.to) - height(transition.from)) : 0
    const shown = isMoved(multiple) ? multiple : then
    return {
      id,
      label: transition
        ? sayTransition(scenario.case, transition)
        : (responses.find((response) => response.id === id)?.label ?? id),
      kind: transition ? 'transition' : 'response',
      now: multiple,
      later: isMoved(then / multiple) ? then : undefined,
      push: isMoved(shown) ? pushOf(direction * Math.log(shown)) : 'neither',
      factors: factors.filter(({ factor }) => isMoved(factor)).sort(byReach),
    }
  })
}

/** A scale of multiples with 1 in the middle; places are shares of its length. */
export interface MultipleAxis {
  readonly place: (multiple: number) => number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** Powers of two that the scale may end at. */
const REACHES = [1, 2, 4, 6, 8, 12, 16, 24, 32]

/** The scale that holds every multiple, as far below 1 as above. */
export function multipleAxis(rows: readonly Pick<MovedRow, 'now' | 'later'>[]): MultipleAxis {
  const furthest = rows
    .flatMap(({ now, later = now }) => [now, later])
    .reduce((most, multiple) => Math.max(most, Math.abs(Math.log2(multiple))), 0)
  const reach = REACHES.find((power) => power >= furthest) ?? 32
  const place = (multiple: number): number =>
    Math.min(Math.max(0.5 + Math.log2(multiple) / (2 * reach), 0), 1)
  const powers = reach === 1 ? [-1, 0, 1] : [-reach, -reach / 2, 0, reach / 2, reach]
  return {
    place,
    ticks: powers.map((power) => ({
      at: place(2 ** power),
      label: power < 0 ? `×1/${2 ** -power}` : `×${2 ** power}`,
    })),
  }
}
