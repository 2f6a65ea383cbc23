import type { BaseRate, Case, Judgment, RatePrior, TransitionId } from './scenario'

/** A base rate as the forecast draws it: Gamma(shape events, rate months), or known. */
export type Posterior = (RatePrior & { readonly rate?: never }) | { readonly rate: number }

/** How many undisputed items of evidence are an observed event of each transition. */
export function countEvidence(
  conflictCase: Case,
  disputed: Judgment['disputed'],
): ReadonlyMap<TransitionId, number> {
  const rejected = new Set(disputed)
  const counts = new Map<TransitionId, number>()
  for (const item of conflictCase.evidence) {
    if (item.counts === undefined || rejected.has(item.id)) continue
    counts.set(item.counts, (counts.get(item.counts) ?? 0) + 1)
  }
  return counts
}

/** The prior and what the case observed, joined: events add to events, months to months. */
export const posteriorOf = (base: BaseRate, observedEvents: number): Posterior =>
  base.prior
    ? {
        events: base.prior.events + observedEvents,
        months: base.prior.months + (base.observedMonths ?? 0),
      }
    : { rate: base.rate ?? 0 }
