import { differsFromArticle } from '../forecast/article-baseline'
import { isolated } from '../forecast/isolated'
import {
  sayDatedShock,
  sayHundredths,
  sayJudgedIntensity,
  sayTrend,
  sayWeight,
} from '../forecast/judgment-words'
import type { Driver, Judged, Role, Scenario, Shock } from '../forecast/scenario'

/** A driver as it is judged here, beside the article. */
export interface DriverLine {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly role: Role
  /** `pushes up` or `holds back`. */
  readonly saysRole: string
  /** From 0 to 1. */
  readonly intensity: Judged
  readonly reference: number
  /** `80 (70–90)`, of 100. */
  readonly saysHere: string
  readonly saysArticle: string
  readonly saysWeight: string
  readonly hasOwnWeight: boolean
  /** `none` where there is none. */
  readonly saysTrend: string
  readonly shocks: readonly string[]
  /** Empty where there is none. */
  readonly note: string
  readonly isChanged: boolean
  /** Which of its values are not the article's; the width of a range aside. */
  readonly differs: {
    readonly intensity: boolean
    readonly weight: boolean
    /** A trend or a shock. */
    readonly course: boolean
  }
}

const ROLES: Readonly<Record<Role, string>> = { escalates: 'pushes up', restrains: 'holds back' }

const sayShock = (shock: Shock, asOf: string): string => {
  const label = shock.label?.trim() ?? ''
  const step = sayDatedShock(shock, asOf)
  return label === '' ? step : `${isolated(label)}: ${step}`
}

function driverLine(scenario: Scenario, driver: Driver): DriverLine | undefined {
  const judgment = scenario.judgment.drivers[driver.id]
  if (!judgment) return undefined
  const { id, label, description, role, reference } = driver
  return {
    id,
    label,
    description,
    role,
    saysRole: ROLES[role],
    intensity: judgment.intensity,
    reference,
    saysHere: sayJudgedIntensity(judgment.intensity),
    saysArticle: sayHundredths(reference),
    saysWeight: sayWeight(judgment.multiplier ?? driver.multiplier),
    hasOwnWeight: judgment.multiplier !== undefined,
    saysTrend: sayTrend(judgment),
    shocks: (judgment.shocks ?? []).map((shock) => sayShock(shock, scenario.case.asOf)),
    note: judgment.note?.trim() ?? '',
    isChanged: differsFromArticle(scenario, driver),
    differs: {
      intensity: Math.abs(judgment.intensity.mode - reference) > 1e-9,
      weight: judgment.multiplier !== undefined,
      course: (judgment.trendPerYear ?? 0) !== 0 || (judgment.shocks ?? []).length > 0,
    },
  }
}

/** The drivers in the order of the case. */
export const driverLines = (scenario: Scenario): DriverLine[] =>
  scenario.case.drivers.flatMap((driver) => driverLine(scenario, driver) ?? [])

/** How many of the drivers differ from the article. */
export function sayChanged(drivers: readonly DriverLine[]): string {
  const changed = drivers.filter(({ isChanged }) => isChanged).length
  const all = drivers.length === 1 ? 'The one driver' : `All ${drivers.length} drivers`
  if (changed === 0) {
    return `${all} ${drivers.length === 1 ? 'stands' : 'stand'} where the article has ${drivers.length === 1 ? 'it' : 'them'}.`
  }
  return `${changed} of ${drivers.length} ${drivers.length === 1 ? 'driver' : 'drivers'} ${changed === 1 ? 'differs' : 'differ'} from the article.`
}

/** What the numbers of the drivers mean. */
export const HOW_DRIVERS_ARE_READ =
  'Intensities run from 0 to 100: the most likely value, and in brackets the range judged. The weight is what the rates are multiplied by between 0 and 100. At the article’s value a driver changes nothing.'
