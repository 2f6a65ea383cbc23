import { countEvidence, type Posterior, posteriorOf } from './base-rates'
import type { Topic } from './links'
import { summariseRate } from './rate-summary'
import { sayCount, sayFigure, sayRate, sayTransition } from './rate-words'
import type { Case, EvidenceItem, Judgment, Scenario } from './scenario'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** How much evidence there is, and how much of it is not accepted. */
export function sayHowMany({ case: { evidence }, judgment }: Scenario): string {
  const items = `${plural(evidence.length, 'item')} of evidence`
  const disputed = judgment.disputed.length
  return `${items}, ${disputed === 0 ? 'none' : disputed} disputed.`
}

/** The events that are counted, by the move that they are events of. */
export function sayCounted({ case: conflictCase, judgment }: Scenario): string {
  const counts = countEvidence(conflictCase, judgment.disputed)
  const parts = conflictCase.transitions.flatMap((transition) => {
    const count = counts.get(transition.id)
    return count ? [`${count} of ${sayTransition(conflictCase, transition)}`] : []
  })
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'None of them counts as an event, so the base rates rest on their priors.'
  return `They count ${plural(total, 'event')}: ${parts.join(', ')}.`
}

/** What a topic is called; empty for one that the case does not hold. */
export function sayTopic(conflictCase: Case, { kind, id }: Topic): string {
  const { drivers, transitions, responses, conclusion } = conflictCase
  switch (kind) {
    case 'driver':
      return drivers.find((driver) => driver.id === id)?.label ?? ''
    case 'transition': {
      const transition = transitions.find((candidate) => candidate.id === id)
      return transition ? sayTransition(conflictCase, transition) : ''
    }
    case 'response':
      return responses.find((response) => response.id === id)?.label ?? ''
    case 'claim':
      return conclusion.find((claim) => claim.id === id)?.statement ?? ''
  }
}

/** How an item stands to a topic, and how several do, before its name. */
export const standsTo: Readonly<Record<Topic['kind'], { one: string; several: string }>> = {
  driver: { one: 'bears on', several: 'bear on' },
  transition: { one: 'counts for', several: 'count for' },
  response: { one: 'bears on drivers of', several: 'bear on drivers of' },
  claim: { one: 'stands behind the claim', several: 'stand behind the claim' },
}

/** How much of the evidence is about a topic. */
export function sayShown(conflictCase: Case, topic: Topic, count: number): string {
  const stands = standsTo[topic.kind][count === 1 ? 'one' : 'several']
  return `${count} of ${conflictCase.evidence.length} ${stands} ${sayTopic(conflictCase, topic)}`
}

/** A rate and what it comes to: `3 in 17.2 (2.1 a year)`. */
function sayInAYear(posterior: Posterior): string {
  const { mean } = summariseRate(posterior)
  const aYear = `${sayFigure(mean)} a year`
  if (posterior.rate !== undefined) return aYear
  return `${sayCount(posterior.events)} in ${sayCount(posterior.months)} (${aYear})`
}

/** What disputing an item, or accepting it again, does to the rate that it counts for. */
export function sayConsequence(
  conflictCase: Case,
  disputed: Judgment['disputed'],
  { id, counts }: EvidenceItem,
): string {
  const transition = conflictCase.transitions.find((candidate) => candidate.id === counts)
  if (!transition) return ''
  if (!transition.prior) return 'Its rate is taken as known, so no evidence changes it.'
  const counted = countEvidence(conflictCase, disputed).get(transition.id) ?? 0
  const isDisputed = disputed.includes(id)
  const prior = sayRate(posteriorOf({ ...transition, observedMonths: 0 }, 0))
  const now = sayInAYear(posteriorOf(transition, counted))
  const otherwise = sayInAYear(posteriorOf(transition, isDisputed ? counted + 1 : counted - 1))
  return `Base rate: prior ${prior} → now ${now}; ${isDisputed ? 'with' : 'without'} this item ${otherwise}.`
}
