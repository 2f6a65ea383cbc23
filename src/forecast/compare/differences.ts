import { yardsticks } from '../conclusion/yardstick'
import { isolated } from '../isolated'
import { sayHundredths, sayJudgedIntensity, sayShock, sayTrend, sayWeight } from '../judgment-words'
import { sayReference } from '../rate-words'
import type { BaseRate, DriverJudgment, Id, Scenario } from '../scenario'

/** Something that is not the same in all scenarios, and what it is in each. */
export interface Difference {
  readonly part: 'driver' | 'start' | 'evidence' | 'case' | 'settings'
  /** What differs, in words, e.g. `Nationalism: weight`. */
  readonly label: string
  /** For each scenario; a dash where it has no such thing. */
  readonly values: readonly string[]
}

const ABSENT = '–'

type Line = Omit<Difference, 'values'> & { readonly value: (scenario: Scenario) => string }

/** Everything in which scenarios differ: drivers, start, evidence, case and settings. */
export function differences(scenarios: readonly Scenario[]): Difference[] {
  const lines = [
    ...driverLines(scenarios),
    ...startLines(scenarios),
    ...evidenceLines(scenarios),
    ...settingLines,
    ...caseLines(scenarios),
  ]
  // Of other cases only what two of them have can differ; the rest is another case.
  const isOneCase = new Set(scenarios.map((scenario) => scenario.case.id)).size === 1
  const isComparable = ({ part, values }: Difference): boolean =>
    isOneCase || part === 'settings' || new Set(values.filter((value) => value !== ABSENT)).size > 1
  return lines
    .map(({ value, ...line }) => ({ ...line, values: scenarios.map(value) }))
    .filter((line) => new Set(line.values).size > 1 && isComparable(line))
}

interface Named {
  readonly id: Id
  readonly label: string
}

/** By id, with the label it has where it is met first. */
const labelled = (lists: readonly (readonly Named[])[]): Named[] =>
  [
    ...new Map(
      lists
        .flat()
        .reverse()
        .map((item) => [item.id, item]),
    ).values(),
  ].reverse()

const sayShocks = ({ shocks = [] }: DriverJudgment): string =>
  shocks.length === 0 ? 'none' : shocks.map(sayShock).join('; ')

function driverLines(scenarios: readonly Scenario[]): Line[] {
  return labelled(scenarios.map((scenario) => scenario.case.drivers)).flatMap(({ id, label }) => {
    const line = (what: string, say: (judgment: DriverJudgment, scenario: Scenario) => string) => ({
      part: 'driver' as const,
      label: `${isolated(label)}: ${what}`,
      value: (scenario: Scenario): string => {
        const judgment = scenario.judgment.drivers[id]
        return judgment ? say(judgment, scenario) : ABSENT
      },
    })
    return [
      line('intensity', ({ intensity }) => sayJudgedIntensity(intensity)),
      line('weight', ({ multiplier }, scenario) => {
        const own = scenario.case.drivers.find((driver) => driver.id === id)?.multiplier
        const weight = multiplier ?? own
        return weight ? sayWeight(weight) : ABSENT
      }),
      line('trend', sayTrend),
      line('shocks', sayShocks),
    ]
  })
}

const startLines = (scenarios: readonly Scenario[]): Line[] =>
  labelled(scenarios.map((scenario) => scenario.case.ladder)).map(({ id, label }) => ({
    part: 'start',
    label: `Starts on ${isolated(label)}`,
    value: (scenario) =>
      scenario.case.ladder.some((rung) => rung.id === id)
        ? `${sayHundredths(scenario.judgment.start[id] ?? 0)}\u202f%`
        : ABSENT,
  }))

const evidenceLines = (scenarios: readonly Scenario[]): Line[] =>
  labelled(
    scenarios.map((scenario) =>
      scenario.case.evidence
        .filter(({ id }) => scenarios.some(({ judgment }) => judgment.disputed.includes(id)))
        .map(({ id, summary }) => ({ id, label: summary })),
    ),
  ).map(({ id, label }) => ({
    part: 'evidence',
    label: `Evidence: ${isolated(label)}`,
    value: (scenario) =>
      scenario.case.evidence.some((item) => item.id === id)
        ? scenario.judgment.disputed.includes(id)
          ? 'disputed'
          : 'accepted'
        : ABSENT,
  }))

const settingLines: readonly Line[] = [
  {
    part: 'settings',
    label: 'Months ahead',
    value: ({ judgment }) => String(judgment.horizonMonths),
  },
  {
    part: 'settings',
    label: 'Yardstick',
    value: ({ judgment }) => yardsticks[judgment.yardstick].name,
  },
  { part: 'settings', label: 'Draws', value: ({ run }) => run.draws.toLocaleString('en-GB') },
  { part: 'settings', label: 'Seed', value: ({ run }) => String(run.seed) },
]

const CASE_LISTS = [
  ['ladder', 'rung'],
  ['transitions', 'transition'],
  ['drivers', 'driver'],
  ['responses', 'response'],
  ['evidence', 'item of evidence'],
  ['conclusion', 'claim'],
] as const

/** Where the cases themselves are not the same: their heads, their base rates and their entries. */
function caseLines(scenarios: readonly Scenario[]): Line[] {
  return [
    { part: 'case', label: 'Case', value: (scenario) => scenario.case.title },
    { part: 'case', label: 'As of', value: (scenario) => scenario.case.asOf },
    ...rateLines(scenarios),
    ...CASE_LISTS.flatMap(([list, what]) => entryLines(scenarios, list, what)),
  ]
}

const sayRate = ({ prior, rate, reference, observedMonths = 0 }: BaseRate): string =>
  [
    prior ? `${prior.events} in ${prior.months} months` : `${rate} a month, known`,
    ...(reference ? [`resting on ${sayReference(reference)}`] : []),
    ...(observedMonths > 0 ? [`watched ${observedMonths}`] : []),
  ].join(', ')

/** The base rates as they stand before the evidence. */
function rateLines(scenarios: readonly Scenario[]): Line[] {
  const rates = ({ case: { transitions, responses, ladder } }: Scenario) => {
    const label = (id: Id): string => ladder.find((rung) => rung.id === id)?.label ?? id
    return [
      ...transitions.map((each) => ({
        ...each,
        label: `${label(each.from)} → ${label(each.to)}`,
      })),
      ...responses,
    ]
  }
  return labelled(scenarios.map(rates)).map(({ id, label }) => ({
    part: 'case',
    label: `Base rate: ${isolated(label)}`,
    value: (scenario) => {
      const found = rates(scenario).find((rate) => rate.id === id)
      return found ? sayRate(found) : ABSENT
    },
  }))
}

/** One line for each entry that is not written the same in all of those that have it. */
function entryLines(
  scenarios: readonly Scenario[],
  list: (typeof CASE_LISTS)[number][0],
  what: string,
): Line[] {
  const entry = (scenario: Scenario, id: Id) =>
    (scenario.case[list] as readonly { readonly id: Id }[]).find((item) => item.id === id)
  const written = (scenario: Scenario, id: Id): string | undefined => {
    const found = entry(scenario, id)
    return found && JSON.stringify(found, (_, value: unknown) => sorted(value))
  }
  const ids = new Set(scenarios.flatMap((scenario) => scenario.case[list].map(({ id }) => id)))
  return [...ids].map((id) => {
    const forms = [...new Set(scenarios.flatMap((scenario) => written(scenario, id) ?? []))]
    return {
      part: 'case',
      label: `The case’s ${what} “${id}”`,
      value: (scenario) => {
        const form = written(scenario, id)
        if (form === undefined) return ABSENT
        return forms.length === 1 ? 'there' : `version ${forms.indexOf(form) + 1}`
      },
    }
  })
}

/** The same object whatever the order its fields were written in. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
