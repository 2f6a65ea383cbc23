import { readFileSync } from 'node:fs'
import type { Scenario } from '../src/forecast/scenario'
import { parseScenario } from '../src/scenario-file/parse'

export function readScenario(path: string): Scenario {
  const parsed = parseScenario(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.failure)}`)
  return parsed.scenario
}

export const baselinePath = 'scenarios/iran-azerbaijan-2023-baseline.brink'

export const withDraws = (scenario: Scenario, draws: number): Scenario => ({
  ...scenario,
  run: { ...scenario.run, draws },
})

export const withMonths = (scenario: Scenario, horizonMonths: number): Scenario => ({
  ...scenario,
  judgment: { ...scenario.judgment, horizonMonths },
})

/** The scenario with one driver somewhere else each time, as under a slider. */
export function slid(scenario: Scenario, repeat: number): Scenario {
  const mode = 0.3 + 0.01 * repeat
  const nationalism = { intensity: { low: mode - 0.2, mode, high: mode + 0.2 } }
  const drivers = { ...scenario.judgment.drivers, nationalism }
  return { ...scenario, judgment: { ...scenario.judgment, drivers } }
}

export interface Size {
  readonly drivers?: number
  readonly responses?: number
  readonly rungs?: number
}

/** The scenario cut down or repeated to so many drivers, responses or rungs. */
export function resized(scenario: Scenario, size: Size): Scenario {
  const { case: whole, judgment } = scenario
  const repeat = <T extends { readonly id: string }>(items: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, n) => {
      const item = items[n % items.length] as T
      return { ...item, id: n < items.length ? item.id : `${item.id}-${n}` }
    })
  const drivers = repeat(whole.drivers, size.drivers ?? whole.drivers.length)
  const judged = drivers.map(({ id }, n) => {
    const original = whole.drivers[n % whole.drivers.length]?.id ?? ''
    return [id, judgment.drivers[original]] as const
  })
  const ladderParts = size.rungs
    ? {
        ...plainLadder(size.rungs),
        evidence: [],
        drivers: drivers.map(({ actsOn: _, ...driver }) => driver),
      }
    : { drivers }
  return {
    ...scenario,
    case: {
      ...whole,
      ...ladderParts,
      responses: repeat(whole.responses, size.responses ?? 2),
      conclusion: [],
    },
    judgment: {
      ...judgment,
      ...(size.rungs ? { start: { r0: 1 } } : {}),
      drivers: Object.fromEntries(judged) as Scenario['judgment']['drivers'],
    },
  }
}

/** A ladder climbed and descended rung by rung, at the same prior everywhere. */
function plainLadder(rungs: number): Pick<Scenario['case'], 'ladder' | 'transitions'> {
  const ladder = Array.from({ length: rungs }, (_, n) => ({
    id: `r${n}`,
    label: `Rung ${n}`,
    description: '',
    severity: (100 * n) / (rungs - 1),
  }))
  const prior = { events: 2, months: 6 }
  const transitions = ladder.slice(1).flatMap(({ id }, n): Scenario['case']['transitions'] => {
    const below = `r${n}`
    return [
      { id: `${below}>${id}`, from: below, to: id, prior, basis: '' },
      { id: `${id}>${below}`, from: id, to: below, prior, basis: '' },
    ]
  })
  return { ladder, transitions }
}
