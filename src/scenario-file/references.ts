import { isWordOfProbability } from '../forecast/conclusion/yardstick'
import type { BaseRate, Case, ForecastEvent, Judgment, Scenario } from '../forecast/scenario'
import { crossImpactProblems } from './cross-impact-references'
import type { Problem } from './failures'
import { idsOf, repeated, unknown } from './ids'
import { sayName } from './plain-text'

/** Everything in a well-formed scenario that does not hang together, with its place. */
export function findBrokenReferences(scenario: Scenario): Problem[] {
  const { case: conflictCase, judgment } = scenario
  return [
    ...repeatedIds(conflictCase),
    ...ladderProblems(conflictCase),
    ...transitionProblems(conflictCase),
    ...driverProblems(conflictCase),
    ...responseProblems(conflictCase),
    ...evidenceProblems(conflictCase),
    ...conclusionProblems(conflictCase),
    ...crossImpactProblems(conflictCase),
    ...judgmentProblems(conflictCase, judgment),
  ]
}

function repeatedIds(conflictCase: Case): Problem[] {
  const lists = ['ladder', 'transitions', 'drivers', 'responses', 'evidence', 'conclusion'] as const
  return lists.flatMap((list) =>
    repeated(conflictCase[list], (index) => `case.${list}.${index}.id`),
  )
}

const ladderProblems = ({ ladder }: Case): Problem[] =>
  ladder.flatMap(({ severity }, index) => {
    const below = ladder[index - 1]
    return below && severity <= below.severity
      ? [
          {
            path: `case.ladder.${index}.severity`,
            expected: `more than the ${below.severity} of the rung below`,
          },
        ]
      : []
  })

function transitionProblems({ transitions, ladder }: Case): Problem[] {
  const rungs = idsOf(ladder)
  return transitions.flatMap((transition, index) => {
    const { id, from, to } = transition
    const path = `case.transitions.${index}`
    const problems = [
      ...unknown([from], rungs, () => `${path}.from`, 'a rung'),
      ...unknown([to], rungs, () => `${path}.to`, 'a rung'),
      ...baseRateProblems(path, transition),
    ]
    if (from === to) problems.push({ path: `${path}.to`, expected: 'another rung than from' })
    if (id !== `${from}>${to}`) problems.push({ path: `${path}.id`, expected: `"${from}>${to}"` })
    return problems
  })
}

const baseRateProblems = (path: string, { prior, rate, reference }: BaseRate): Problem[] => [
  ...((prior === undefined) === (rate === undefined)
    ? [{ path, expected: 'either prior or rate' }]
    : []),
  ...(reference && prior === undefined
    ? [{ path: `${path}.reference`, expected: 'a prior beside it, which rests on it' }]
    : []),
  ...(reference && reference.from === reference.to
    ? [{ path: `${path}.reference.to`, expected: 'another rung than from' }]
    : []),
]

const driverProblems = ({ drivers, transitions }: Case): Problem[] =>
  drivers.flatMap(({ actsOn = [] }, index) =>
    unknown(
      actsOn,
      idsOf(transitions),
      (item) => `case.drivers.${index}.actsOn.${item}`,
      'a transition',
    ),
  )

const responseProblems = ({ responses, drivers, ladder }: Case): Problem[] =>
  responses.flatMap((response, index) => {
    const { rungMultipliers = {}, drivers: names } = response
    const path = `case.responses.${index}`
    const rungs = Object.keys(rungMultipliers)
    return [
      ...baseRateProblems(path, response),
      ...unknown(rungs, idsOf(ladder), (at) => `${path}.rungMultipliers.${rungs[at]}`, 'a rung'),
      ...unknown(names, idsOf(drivers), (at) => `${path}.drivers.${at}`, 'a driver'),
    ]
  })

const evidenceProblems = ({ evidence, drivers, transitions }: Case): Problem[] =>
  evidence.flatMap(({ bearsOn, counts }, index) => {
    const path = `case.evidence.${index}`
    return [
      ...unknown(bearsOn, idsOf(drivers), (at) => `${path}.bearsOn.${at}`, 'a driver'),
      ...unknown(
        counts === undefined ? [] : [counts],
        idsOf(transitions),
        () => `${path}.counts`,
        'a transition',
      ),
    ]
  })

function conclusionProblems({ conclusion, ladder, responses }: Case): Problem[] {
  const eventProblems = (event: ForecastEvent, path: string): Problem[] =>
    event.kind === 'response'
      ? unknown([event.response], idsOf(responses), () => `${path}.response`, 'a response')
      : unknown([event.rung], idsOf(ladder), () => `${path}.rung`, 'a rung')
  return conclusion.flatMap(({ event, wording, range }, index) => {
    const path = `case.conclusion.${index}`
    const unread =
      range === undefined && !isWordOfProbability(wording)
        ? [
            {
              path: `${path}.wording`,
              expected: `a word of a yardstick, or a range of the claim's own beside "${sayName(wording)}"`,
            },
          ]
        : []
    return [...eventProblems(event, `${path}.event`), ...unread]
  })
}

function judgmentProblems(conflictCase: Case, judgment: Judgment): Problem[] {
  const rungs = Object.keys(judgment.start)
  const judged = Object.keys(judgment.drivers)
  const total = Object.values(judgment.start).reduce((sum, value) => sum + value, 0)
  return [
    ...unknown(rungs, idsOf(conflictCase.ladder), (at) => `judgment.start.${rungs[at]}`, 'a rung'),
    ...(Math.abs(total - 1) <= 1e-9
      ? []
      : [
          {
            path: 'judgment.start',
            expected: `probabilities that add up to 1, found ${Number(total.toPrecision(12))}`,
          },
        ]),
    ...unknown(
      judged,
      idsOf(conflictCase.drivers),
      (at) => `judgment.drivers.${judged[at]}`,
      'a driver of the case',
    ),
    ...conflictCase.drivers.flatMap(({ id }) =>
      Object.hasOwn(judgment.drivers, id)
        ? []
        : [{ path: `judgment.drivers.${id}`, expected: 'a judgment of this driver of the case' }],
    ),
    ...unknown(
      judgment.disputed,
      idsOf(conflictCase.evidence),
      (at) => `judgment.disputed.${at}`,
      'an item of evidence',
    ),
  ]
}
