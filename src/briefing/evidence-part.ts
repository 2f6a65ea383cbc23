import { sayDate } from '../forecast/calendar'
import { sayCounted, sayHowMany, sayTopic } from '../forecast/evidence-words'
import { isolated } from '../forecast/isolated'
import type { EvidenceItem, Scenario } from '../forecast/scenario'

/** An item of evidence as the case has it. */
export interface EvidenceLine {
  readonly id: string
  readonly isoDate: string
  readonly date: string
  readonly summary: string
  /** Where in the source it stands. */
  readonly locator: string
  /** The drivers it bears on and the move it counts for, in words; empty where neither. */
  readonly about: string
  readonly isDisputed: boolean
  /** For a move between rungs. */
  readonly isCounted: boolean
}

/** An item known to the day comes before one of the same month, as that ends before it. */
function inOrderOfTime(a: EvidenceItem, b: EvidenceItem): number {
  const firstDay = ({ date }: EvidenceItem): string => `${date}-01-01`.slice(0, 10)
  if (firstDay(a) !== firstDay(b)) return firstDay(a) < firstDay(b) ? -1 : 1
  return b.date.length - a.date.length
}

function sayAbout({ case: conflictCase }: Scenario, { bearsOn, counts }: EvidenceItem): string {
  const name = (kind: 'driver' | 'transition', id: string): string =>
    isolated(sayTopic(conflictCase, { kind, id }))
  return [
    ...(counts === undefined ? [] : [`counts for ${name('transition', counts)}`]),
    ...(bearsOn.length === 0
      ? []
      : [`bears on ${bearsOn.map((id) => name('driver', id)).join(', ')}`]),
  ].join('; ')
}

/** The evidence from the oldest on. */
export function evidenceLines(scenario: Scenario): EvidenceLine[] {
  const disputed = new Set(scenario.judgment.disputed)
  return scenario.case.evidence.toSorted(inOrderOfTime).map((item) => ({
    id: item.id,
    isoDate: item.date,
    date: sayDate(item.date),
    summary: item.summary,
    locator: item.locator,
    about: sayAbout(scenario, item),
    isDisputed: disputed.has(item.id),
    isCounted: item.counts !== undefined,
  }))
}

/** How much evidence there is, what it counts, and what disputing means. */
export const evidenceSentences = (scenario: Scenario): string[] =>
  scenario.case.evidence.length === 0
    ? ['The case has no evidence.']
    : [
        sayHowMany(scenario),
        sayCounted(scenario),
        'The case grades no item for its reliability. What the analyst does not accept is marked as disputed and is not counted.',
      ]
