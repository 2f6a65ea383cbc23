import type { Case, CrossImpact, CrossImpacts, DriverState } from '../forecast/scenario'
import type { Problem } from './failures'
import { idsOf, repeated, unknown } from './ids'

/** So many can be gone through while an analyst waits for a moment. */
export const MOST_COMBINATIONS = 1_048_576

const PLACE = 'case.crossImpacts'

type States = ReadonlyMap<string, readonly DriverState[]>

/** Everything in well-formed cross-impacts that does not hang together, with its place. */
export function crossImpactProblems({ crossImpacts, drivers }: Case): Problem[] {
  if (!crossImpacts) return []
  const states: States = new Map(Object.entries(crossImpacts.states))
  const names = [...states.keys()]
  return [
    ...unknown(names, idsOf(drivers), (at) => `${PLACE}.states.${names[at]}`, 'a driver'),
    ...sizeProblems(states),
    ...[...states].flatMap(([driver, list]) => scaleProblems(`${PLACE}.states.${driver}`, list)),
    ...crossImpacts.impacts.flatMap((impact, index) =>
      impactProblems(`${PLACE}.impacts.${index}`, impact, states),
    ),
    ...repeatedImpacts(crossImpacts),
  ]
}

function sizeProblems(states: States): Problem[] {
  const path = `${PLACE}.states`
  const combinations = [...states.values()].reduce((product, { length }) => product * length, 1)
  if (states.size < 2) return [{ path, expected: 'the states of at least two drivers' }]
  return combinations <= MOST_COMBINATIONS
    ? []
    : [
        {
          path,
          expected: `states that make at most ${sayCount(MOST_COMBINATIONS)} combinations, found ${sayCount(combinations)}`,
        },
      ]
}

const sayCount = (count: number): string => count.toLocaleString('en-GB')

const scaleProblems = (path: string, states: readonly DriverState[]): Problem[] => [
  ...repeated(states, (index) => `${path}.${index}.id`),
  ...states.flatMap(({ from }, index) => {
    const before = states[index - 1]
    if (before && from > before.from) return []
    if (!before && from === 0) return []
    const expected = before ? `more than the ${before.from} of the state before` : '0'
    return [{ path: `${path}.${index}.from`, expected }]
  }),
]

function impactProblems(path: string, impact: CrossImpact, states: States): Problem[] {
  const { from, state, to, scores } = impact
  const drivers = new Set(states.keys())
  const source = states.get(from)
  const target = states.get(to)
  const scored = Object.keys(scores)
  return [
    ...unknown([from], drivers, () => `${path}.from`, 'a driver with states'),
    ...unknown([to], drivers, () => `${path}.to`, 'a driver with states'),
    ...(from === to ? [{ path: `${path}.to`, expected: 'another driver than from' }] : []),
    ...(source ? unknown([state], idsOf(source), () => `${path}.state`, `a state of ${from}`) : []),
    ...(target
      ? unknown(scored, idsOf(target), (at) => `${path}.scores.${scored[at]}`, `a state of ${to}`)
      : []),
  ]
}

function repeatedImpacts({ impacts }: CrossImpacts): Problem[] {
  const seen = new Set<string>()
  return impacts.flatMap(({ from, state, to }, index) => {
    const key = `${from} ${state} ${to}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
      ? []
      : [
          {
            path: `${PLACE}.impacts.${index}`,
            expected: `one impact of ${from} in ${state} on ${to}, found another`,
          },
        ]
  })
}
