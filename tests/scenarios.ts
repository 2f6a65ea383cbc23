import type { Case, CrossImpacts, Judged, Scenario } from '../src/forecast/scenario'

/** Small scenarios for tests: rates by transition, everything else neutral. */

export const exactly = (value: number): Judged => ({ low: value, mode: value, high: value })

interface Chain {
  readonly rungs: number
  /** `from>to` by rung number, per month. */
  readonly rates: Readonly<Record<string, number>>
  readonly start?: readonly number[]
  readonly months?: number
  readonly draws?: number
}

const rungId = (rung: number | string): string => `r${rung}`

/** A scenario in which nothing is uncertain, with one driver that rests at its reference. */
export function chainScenario({
  rungs,
  rates,
  start = [1],
  months = 12,
  draws = 1,
}: Chain): Scenario {
  const ladder = Array.from({ length: rungs }, (_, rung) => ({
    id: rungId(rung),
    label: `Rung ${rung}`,
    description: '',
    severity: (100 * rung) / (rungs - 1),
  }))
  const transitions = Object.entries(rates).map(([move, rate]) => {
    const [from = '', to = ''] = move.split('>')
    const [a, b] = [rungId(from), rungId(to)]
    return { id: `${a}>${b}`, from: a, to: b, rate, basis: 'test' }
  })
  const conflictCase: Case = {
    id: 'test',
    title: 'Test',
    asOf: '2023-01-01',
    source: { title: 'Test', publisher: 'Test', published: '2023-01-01' },
    ladder,
    transitions,
    drivers: [
      {
        id: 'tension',
        label: 'Tension',
        description: '',
        role: 'escalates',
        reference: 0.5,
        multiplier: exactly(4),
      },
    ],
    responses: [],
    evidence: [],
    conclusion: [],
  }
  return {
    title: 'Test',
    summary: '',
    case: conflictCase,
    judgment: {
      start: Object.fromEntries(start.map((share, rung) => [rungId(rung), share])),
      horizonMonths: months,
      drivers: { tension: { intensity: exactly(0.5) } },
      disputed: [],
      yardstick: 'icd-203',
    },
    run: { draws, seed: 1 },
  }
}

/** The scenario with another judgment of its drivers. */
export const withIntensity = (scenario: Scenario, driver: string, intensity: Judged): Scenario => ({
  ...scenario,
  judgment: {
    ...scenario.judgment,
    drivers: { ...scenario.judgment.drivers, [driver]: { intensity } },
  },
})

export const withRun = (scenario: Scenario, draws: number, seed = 1): Scenario => ({
  ...scenario,
  run: { draws, seed },
})

/** With a claim about being on each rung or above it, so that each has its series. */
export const withEveryRungClaimed = (scenario: Scenario): Scenario => ({
  ...scenario,
  case: {
    ...scenario.case,
    conclusion: scenario.case.ladder.map(({ id }) => ({
      id,
      statement: '',
      locator: '',
      wording: 'unlikely',
      event: { kind: 'at-or-above', rung: id },
    })),
  },
})

/** With the drivers of the cross-impacts in place of its own, each at intensity 0. */
export function withCrossImpacts(scenario: Scenario, crossImpacts: CrossImpacts): Scenario {
  const [driver] = scenario.case.drivers
  const ids = Object.keys(crossImpacts.states)
  return {
    ...scenario,
    case: {
      ...scenario.case,
      drivers: driver ? ids.map((id) => ({ ...driver, id })) : [],
      crossImpacts,
    },
    judgment: {
      ...scenario.judgment,
      drivers: Object.fromEntries(ids.map((id) => [id, { intensity: exactly(0) }])),
    },
  }
}

/** With the most likely intensity of each driver in the middle of the state that is named. */
export const withStates = (scenario: Scenario, states: readonly string[]): Scenario =>
  scenario.case.drivers.reduce((changed, { id }, index) => {
    const scale = scenario.case.crossImpacts?.states[id] ?? []
    const at = scale.findIndex((state) => state.id === states[index])
    const middle = ((scale[at]?.from ?? 0) + (scale[at + 1]?.from ?? 1)) / 2
    return withIntensity(changed, id, { low: 0, mode: middle, high: 1 })
  }, scenario)
