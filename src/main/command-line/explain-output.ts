import type { EventChoice } from '../../forecast/conclusion/outlook'
import { sayEvent, sayProbability, tellProbability } from '../../forecast/conclusion/words'
import type { Contribution } from '../../forecast/explain/attribution'
import type { Explanation, ExplanationSoFar } from '../../forecast/explain/explain'
import type { TornadoBar } from '../../forecast/explain/tornado'
import {
  sayContributor,
  sayInput,
  sayIntensity,
  sayOverturn,
  sayPoints,
  saySpread,
  sayWhy,
} from '../../forecast/explain/words'
import { ENGINE_VERSION } from '../../forecast/forecast'
import type { Id, Scenario } from '../../forecast/scenario'
import { layOut, plain } from './text-table'

const contributor = ({ kind, id, contribution, standardError }: Contribution) => ({
  driver: id,
  kind,
  contribution,
  standardError,
})

const bar = ({ driver, low, high, none, full }: TornadoBar) => ({ driver, low, high, none, full })

/** The explanation as the object that `brink explain --json` prints; docs/model.md names its fields. */
export function explainJson(
  scenario: Scenario,
  choice: EventChoice,
  { attribution, tornado, spread, overturn, event, draws }: Explanation & ExplanationSoFar,
): string {
  return `${JSON.stringify({
    title: scenario.title,
    case: scenario.case.id,
    claim: choice.claim?.id ?? null,
    event,
    months: scenario.judgment.horizonMonths,
    draws,
    seed: scenario.run.seed,
    engine: ENGINE_VERSION,
    baseline: attribution.baseline,
    forecast: attribution.forecast,
    attribution: attribution.contributions.map(contributor),
    tornado: tornado.map(bar),
    indices: spread.inputs.map(({ id, kind, first, total, firstInterval, totalInterval }) => ({
      input: id,
      kind,
      first,
      total,
      firstInterval,
      totalInterval,
    })),
    spread: {
      standardDeviation: spread.standardDeviation,
      baseRates: spread.baseRates,
      drivers: spread.drivers,
      together: spread.together,
      points: spread.points,
    },
    overturn: overturn ?? null,
  })}\n`
}

const columns = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  ...layOut(
    [head, ...rows].map((row) => row.map(plain)),
    head.map((_, column) => (column === 0 ? 'left' : 'right')),
  ),
  '',
]

/** The explanation for reading in a terminal. */
export function explainTable(
  scenario: Scenario,
  choice: EventChoice,
  { attribution, tornado, spread, overturn, draws }: Explanation & ExplanationSoFar,
): string {
  const { case: conflictCase, judgment } = scenario
  const label = (id: Id): string => sayContributor(conflictCase, { kind: 'driver', id })
  const chance = ({ at, forecast }: { at: number; forecast: number }): string =>
    `${tellProbability(forecast)} at ${sayIntensity(at)}`
  const lines = [
    scenario.title,
    `${sayEvent(conflictCase, choice.event, judgment.horizonMonths)}: ${sayProbability(attribution.forecast)}`,
    '',
    sayWhy(conflictCase, attribution),
    '',
    ...columns(
      ['Why it differs from the article', 'adds'],
      attribution.contributions.map((each) => [
        sayContributor(conflictCase, each),
        sayPoints(each.contribution),
      ]),
    ),
    ...columns(
      ['What one driver alone can do', 'low', 'high', 'at 0', 'at 100'],
      tornado.map(({ driver, low, high, none, full }) => [
        label(driver),
        chance(low),
        chance(high),
        tellProbability(none.forecast),
        tellProbability(full.forecast),
      ]),
    ),
    saySpread(spread),
    '',
    ...columns(
      ['Where the width of the band comes from', 'alone', 'in all'],
      spread.inputs.map((input) => [
        sayInput(conflictCase, input),
        tellProbability(Math.max(input.first, 0)),
        tellProbability(Math.max(input.total, 0)),
      ]),
    ),
    ...(overturn
      ? [
          sayOverturn(conflictCase, overturn),
          '',
          ...columns(
            ['What it would take', 'now', 'alone', 'together'],
            overturn.alone.map(({ driver, at }) => [
              label(driver),
              sayIntensity(judgment.drivers[driver]?.intensity.mode ?? 0),
              at === null ? 'no value does' : sayIntensity(at),
              sayTogether(overturn.together.find((each) => each.driver === driver)?.at),
            ]),
          ),
        ]
      : ['The article makes no claim about this event, so there is nothing to overturn.', '']),
    `From ${draws.toLocaleString('en-GB')} draws, seed ${scenario.run.seed}.`,
  ]
  return `${lines.map(plain).join('\n')}\n`
}

const sayTogether = (at: number | undefined): string => (at === undefined ? '–' : sayIntensity(at))
