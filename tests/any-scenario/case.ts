import { yardsticks } from '../../src/forecast/conclusion/yardstick'
import type {
  BaseRate,
  Case,
  Claim,
  CrossImpact,
  CrossImpacts,
  Driver,
  DriverState,
  EvidenceItem,
  ForecastEvent,
  PriorReference,
  Response,
  Rung,
  Source,
  Transition,
} from '../../src/forecast/scenario'
import type { Dealer } from './dealt'

/** How much of everything a scenario has. */
export interface Much {
  readonly version: 1 | 2 | 3
  readonly rungs: number
  readonly drivers: number
  readonly transitions: number
  readonly responses: number
  readonly evidence: number
  readonly claims: number
}

/** A field, or none, as chance will have it. */
export const maybe = <K extends string, V>(
  deal: Dealer,
  key: K,
  value: () => V,
): { readonly [key in K]?: V } =>
  deal.chance(0.5) ? ({ [key]: value() } as { readonly [key in K]: V }) : {}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Three numbers, none below the one before. */
export const judged = (value: () => number) => {
  const [low = 0, mode = 0, high = 0] = [value(), value(), value()].sort((a, b) => a - b)
  return { low, mode, high }
}

/** Ids of every length, also such as a record of them would put in another order. */
const idsFor = (deal: Dealer, count: number): string[] => {
  const stem = deal.oneOf(['', 'a', '0-', 'to-string-', 'then', 'x'.repeat(61)])
  return times(count, (index) => `${stem}${count - index}`)
}

const rungsOf = (deal: Dealer, count: number): Rung[] => {
  const isTight = deal.chance(0.1)
  return idsFor(deal, count).map((id, index) => ({
    id,
    label: deal.line(),
    description: deal.text(),
    severity: isTight ? index * 5e-324 : (100 * (index + 0.9 * deal.share())) / count,
  }))
}

const RECORD = ['calm', 'threat', 'force', 'deaths', 'war'] as const

const referenceOf = (deal: Dealer): PriorReference => {
  const from = deal.below(5)
  const to = (from + 1 + deal.below(4)) % 5
  return {
    class: idsFor(deal, 1)[0] ?? '',
    level: deal.oneOf(['dispute', 'incident'] as const),
    from: RECORD[from] ?? 'calm',
    to: deal.chance(0.2) ? 'any' : (RECORD[to] ?? 'war'),
  }
}

const baseRateOf = (deal: Dealer, version: number): Omit<BaseRate, 'basis'> => ({
  ...(deal.chance(0.6)
    ? {
        prior: { events: deal.amount(), months: deal.amount() },
        ...(version === 3 ? maybe(deal, 'reference', () => referenceOf(deal)) : {}),
      }
    : { rate: deal.rate() }),
  ...maybe(deal, 'observedMonths', () => (deal.chance(0.2) ? 0 : deal.amount())),
})

function transitionsOf(deal: Dealer, ladder: readonly Rung[], much: Much): Transition[] {
  const moves = ladder.flatMap((from) =>
    ladder.filter((to) => to !== from).map((to) => [from.id, to.id] as const),
  )
  const first = deal.below(moves.length)
  return times(Math.min(much.transitions, moves.length), (index) => {
    const [from = '', to = ''] = moves[(first + index) % moves.length] ?? []
    return { id: `${from}>${to}`, from, to, ...baseRateOf(deal, much.version), basis: deal.text() }
  })
}

/** Some of the names, as many as chance will have, also one of them twice. */
const someOf = (deal: Dealer, names: readonly string[], most: number): string[] =>
  names.length === 0 ? [] : times(deal.below(Math.min(most, 6) + 1), () => deal.oneOf(names))

const driversOf = (deal: Dealer, moves: readonly string[], count: number): Driver[] =>
  idsFor(deal, count).map((id) => ({
    id,
    label: deal.line(),
    description: deal.text(),
    role: deal.oneOf(['escalates', 'restrains'] as const),
    reference: deal.share(),
    multiplier: judged(deal.multiple),
    ...maybe(deal, 'actsOn', () => someOf(deal, moves, 132)),
  }))

const responsesOf = (
  deal: Dealer,
  ladder: readonly Rung[],
  drivers: readonly string[],
  { responses, version }: Much,
): Response[] =>
  idsFor(deal, responses).map((id) => ({
    id,
    label: deal.line(),
    description: deal.text(),
    ...baseRateOf(deal, version),
    ...maybe(deal, 'rungMultipliers', () =>
      Object.fromEntries(
        ladder.filter(() => deal.chance(0.6)).map((rung) => [rung.id, deal.rate()]),
      ),
    ),
    drivers: someOf(deal, drivers, 30),
    basis: deal.text(),
  }))

const two = (number: number): string => String(number).padStart(2, '0')

export const dateOf = (deal: Dealer): string =>
  deal.chance(0.1)
    ? deal.oneOf(['2024-02-29', '0001-01-01', '9999-12-31', '1900-02-28'])
    : `${1900 + deal.below(200)}-${two(1 + deal.below(12))}-${two(1 + deal.below(28))}`

const evidenceOf = (
  deal: Dealer,
  drivers: readonly string[],
  moves: readonly string[],
  count: number,
): EvidenceItem[] =>
  idsFor(deal, count).map((id) => ({
    id,
    date: dateOf(deal).slice(0, deal.oneOf([4, 7, 10])),
    summary: deal.text(),
    locator: deal.line(),
    bearsOn: someOf(deal, drivers, 30),
    ...(moves.length > 0 ? maybe(deal, 'counts', () => deal.oneOf(moves)) : {}),
  }))

const WORDS = Object.values(yardsticks).flatMap(({ terms }) => terms.map(({ word }) => word))

const rangeOf = (deal: Dealer): readonly [number, number] => {
  const [low = 0, high = 1] = [deal.share(), deal.share()].sort((a, b) => a - b)
  return low < high ? [low, high] : [0, 1]
}

function eventOf(
  deal: Dealer,
  rungs: readonly string[],
  responses: readonly string[],
): ForecastEvent {
  if (responses.length > 0 && deal.chance(0.3)) {
    return { kind: 'response', response: deal.oneOf(responses) }
  }
  return { kind: deal.oneOf(['reach', 'at-or-above'] as const), rung: deal.oneOf(rungs) }
}

const claimsOf = (
  deal: Dealer,
  rungs: readonly string[],
  responses: readonly string[],
  count: number,
): Claim[] =>
  idsFor(deal, count).map((id) => {
    const isWord = deal.chance(0.6)
    const range = () => rangeOf(deal)
    return {
      id,
      statement: deal.line(),
      locator: deal.line(),
      wording: isWord ? ` ${deal.oneOf(WORDS).toUpperCase()} ` : deal.line(),
      ...(isWord ? maybe(deal, 'range', range) : { range: range() }),
      event: eventOf(deal, rungs, responses),
    }
  })

const statesOf = (deal: Dealer, count: number): DriverState[] =>
  idsFor(deal, count).map((id, index) => ({
    id,
    label: deal.line(),
    from: index === 0 ? 0 : (index + 0.9 * deal.share()) / count,
  }))

const MOST_COMBINATIONS = 1_048_576

export function crossImpactsOf(deal: Dealer, drivers: readonly string[]): CrossImpacts {
  const states: Record<string, DriverState[]> = {}
  let combinations = 1
  for (const driver of drivers) {
    const count = 2 + deal.below(6)
    const isWanted = Object.keys(states).length < 2 || deal.chance(0.5)
    if (!isWanted || combinations * count > MOST_COMBINATIONS) continue
    combinations *= count
    states[driver] = statesOf(deal, count)
  }
  const all = Object.entries(states).flatMap(([from, own]) =>
    own.flatMap((state) =>
      Object.keys(states)
        .filter((to) => to !== from && deal.chance(0.3))
        .map((to) => ({ from, state: state.id, to })),
    ),
  )
  const impacts = all.slice(0, 1000).map(
    (impact): CrossImpact => ({
      ...impact,
      scores: Object.fromEntries(
        (states[impact.to] ?? [])
          .filter(() => deal.chance(0.5))
          .map((state) => [state.id, 3 * deal.signed() + 0]),
      ),
    }),
  )
  return { basis: deal.text(), states, impacts }
}

const sourceOf = (deal: Dealer): Source => ({
  title: deal.line(),
  publisher: deal.line(),
  published: deal.chance(0.5) ? dateOf(deal) : deal.line(),
  ...maybe(deal, 'language', deal.line),
  ...maybe(deal, 'url', deal.line),
})

export function caseOf(deal: Dealer, much: Much): Case {
  const ladder = rungsOf(deal, much.rungs)
  const rungs = ladder.map(({ id }) => id)
  const transitions = transitionsOf(deal, ladder, much)
  const moves = transitions.map(({ id }) => id)
  const drivers = driversOf(deal, moves, much.drivers)
  const names = drivers.map(({ id }) => id)
  const responses = responsesOf(deal, ladder, names, much)
  const answers = responses.map(({ id }) => id)
  const hasImpacts =
    names.length >= 2 && (much.version === 2 || (much.version === 3 && deal.chance(0.5)))
  return {
    id: idsFor(deal, 1)[0] ?? '',
    title: deal.line(),
    asOf: dateOf(deal),
    source: sourceOf(deal),
    ladder,
    transitions,
    drivers,
    responses,
    evidence: evidenceOf(deal, names, moves, much.evidence),
    conclusion: claimsOf(deal, rungs, answers, much.claims),
    ...(hasImpacts ? { crossImpacts: crossImpactsOf(deal, names) } : {}),
  }
}
