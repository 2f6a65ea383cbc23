import { articleBaseline } from '../article-baseline'
import type { ForecastEvent, Id, Scenario } from '../scenario'
import { meanChance } from './event-chances'
import { exactShapley, MOST_EXACT_PLAYERS, type Steps, sampledShapley } from './shapley'

/** What one driver, or the disputing of evidence, adds to the article's figure. */
export interface Contribution {
  readonly kind: 'driver' | 'evidence'
  /** The driver's; `disputed-evidence` for the evidence. */
  readonly id: Id
  /** In shares of 1; they add up to the forecast less the article's figure. */
  readonly contribution: number
  /** Of the orders looked at; 0 where all were. */
  readonly standardError: number
}

/** Why an event's forecast differs from what the article's own drivers give. */
export interface Attribution {
  /** With every driver exactly at the article's intensity and nothing disputed. */
  readonly baseline: number
  readonly forecast: number
  /** Largest first; what is exactly as in the article adds nothing and comes last. */
  readonly contributions: readonly Contribution[]
}

export const DISPUTED_EVIDENCE = 'disputed-evidence'

/** Orders and their reverses looked at where there are too many to look at all. */
const SAMPLED_PAIRS = 32

interface Player {
  readonly kind: Contribution['kind']
  readonly id: Id
}

/** A driver with its weight, trend and shocks is one player; the disputed evidence is another. */
function playersOf({ case: { drivers }, judgment }: Scenario): Player[] {
  const moved = drivers.filter(({ id, reference }) => {
    const { intensity, trendPerYear = 0, shocks = [] } = judgment.drivers[id] ?? {}
    const isExact = intensity?.low === reference && intensity.high === reference
    return !isExact || trendPerYear !== 0 || shocks.length > 0
  })
  return [
    ...moved.map(({ id }): Player => ({ kind: 'driver', id })),
    ...(judgment.disputed.length > 0 ? [{ kind: 'evidence', id: DISPUTED_EVIDENCE } as const] : []),
  ]
}

/** The scenario as it would be if only some of what differs from the article did. */
function coalition(
  scenario: Scenario,
  article: Scenario,
  players: readonly Player[],
  isMember: (player: number) => boolean,
): Scenario {
  const drivers = { ...article.judgment.drivers }
  let disputed: readonly Id[] = []
  for (const [player, { kind, id }] of players.entries()) {
    if (!isMember(player)) continue
    const own = scenario.judgment.drivers[id]
    if (kind === 'evidence') disputed = scenario.judgment.disputed
    else if (own) drivers[id] = own
  }
  return { ...scenario, judgment: { ...scenario.judgment, drivers, disputed } }
}

/**
 * Shares the difference between a scenario's forecast of an event and the article's out
 * among what makes it: Shapley's value of the game in which a coalition is a scenario
 * that differs from the article in its members alone. Yields the share of it done.
 */
export function* attribute(scenario: Scenario, event: ForecastEvent): Steps<Attribution> {
  const article = articleBaseline(scenario)
  const players = playersOf(scenario)
  const worthWhere = (isMember: (player: number) => boolean): number =>
    meanChance(coalition(scenario, article, players, isMember), event)
  const { shares, standardErrors } =
    players.length <= MOST_EXACT_PLAYERS
      ? {
          shares: yield* exactShapley(players.length, (members) =>
            worthWhere((player) => (members & (1 << player)) !== 0),
          ),
          standardErrors: [],
        }
      : yield* sampledShapley(
          players.length,
          (members) => worthWhere((player) => members[player] === true),
          SAMPLED_PAIRS,
          scenario.run.seed,
        )
  const contributions = players.map((player, index) => ({
    ...player,
    contribution: shares[index] as number,
    standardError: standardErrors[index] ?? 0,
  }))
  const still = scenario.case.drivers
    .filter(({ id }) => !players.some((player) => player.id === id))
    .map(({ id }) => ({ kind: 'driver', id, contribution: 0, standardError: 0 }) as const)
  return {
    baseline: worthWhere(() => false),
    forecast: worthWhere(() => true),
    contributions: [
      ...contributions.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
      ...still,
    ],
  }
}
