import fc from 'fast-check'
import type { Case, DriverJudgment, Judgment, Scenario, Shock } from '../../src/forecast/scenario'
import { caseOf, judged, type Much, maybe, times } from './case'
import { type Dealer, dealers } from './dealt'

/** Whole scenarios with all that the format knows, anywhere within what it allows. */

/** Mostly a few, at times none or as many as there may be. */
const upTo = (least: number, most: number, usual: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: least, max: Math.min(most, least + usual) }) },
    { weight: 1, arbitrary: fc.constantFrom(least, most) },
  )

const much = (share: number): fc.Arbitrary<Much> => {
  const most = (count: number) => Math.max(1, Math.round(count * share))
  return fc.record<Much>({
    version: fc.constantFrom(1, 2, 3),
    rungs: upTo(2, Math.max(2, most(12)), 4),
    drivers: upTo(1, most(30), 5),
    transitions: upTo(0, most(132), 8),
    responses: upTo(0, most(24), 3),
    // Two thousand of them are a matter of hostile sizes.
    evidence: upTo(0, most(150), 6),
    claims: upTo(0, most(50), 4),
  })
}

const shockOf = (deal: Dealer): Shock => ({
  month: deal.share() * 1e4,
  change: deal.signed(),
  ...maybe(deal, 'lasts', () => Math.min(deal.amount(), 1e4)),
  ...maybe(deal, 'label', deal.line),
})

const driverJudgmentOf = (deal: Dealer): DriverJudgment => ({
  intensity: judged(deal.share),
  ...maybe(deal, 'multiplier', () => judged(deal.multiple)),
  ...maybe(deal, 'trendPerYear', () => 100 * deal.signed() + 0),
  ...maybe(deal, 'shocks', () =>
    times(deal.chance(0.02) ? 50 : deal.below(4), () => shockOf(deal)),
  ),
  ...maybe(deal, 'note', deal.text),
})

/** Shares of some rungs that add up to 1. */
function startOf(deal: Dealer, { ladder }: Case): Judgment['start'] {
  const first = deal.oneOf(ladder)
  const weights = ladder
    .filter((rung) => rung === first || deal.chance(0.5))
    .map((rung) => [rung.id, rung === first ? 0.1 + deal.share() : deal.share()] as const)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return Object.fromEntries(weights.map(([id, weight]) => [id, weight / total]))
}

const judgmentOf = (deal: Dealer, conflictCase: Case): Judgment => ({
  start: startOf(deal, conflictCase),
  horizonMonths: 1 + deal.below(120),
  drivers: Object.fromEntries(
    conflictCase.drivers.map(({ id }) => [id, driverJudgmentOf(deal)] as const),
  ),
  disputed: conflictCase.evidence.filter(() => deal.chance(0.3)).map(({ id }) => id),
  yardstick: deal.oneOf(['icd-203', 'phia', 'ipcc'] as const),
})

/** With up to this share of the most that there may be of everything. */
export const scenarios = (share = 1): fc.Arbitrary<Scenario> =>
  fc.tuple(dealers, much(share)).map(([deal, count]) => {
    const conflictCase = caseOf(deal, count)
    return {
      title: deal.line(),
      summary: deal.text(),
      case: conflictCase,
      judgment: judgmentOf(deal, conflictCase),
      run: { draws: 1 + deal.below(1_000_000), seed: deal.below(2 ** 32) },
    }
  })
