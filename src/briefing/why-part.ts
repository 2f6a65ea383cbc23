import type { Explanation } from '../forecast/explain/explain'
import {
  HOW_STEPS_ADD,
  largestReason,
  sayContributor,
  sayOverturn,
  sayPoints,
  saySpread,
  sayStep,
  sayWhy,
} from '../forecast/explain/words'
import { isolated } from '../forecast/isolated'
import type { Scenario } from '../forecast/scenario'

/** What a driver, or the disputing of evidence, adds to the article's figure. */
export interface ContributionLine {
  readonly id: string
  readonly label: string
  /** In shares of 1. */
  readonly contribution: number
  /** Of the orders looked at; 0 where all were. */
  readonly standardError: number
  readonly saysContribution: string
  /** `Sanctions`; `Mutual restraint holds back less`. */
  readonly step: string
  /** `Sanctions: +3.8 points`. */
  readonly sentence: string
}

/** A row of the table of contributions. */
export type WhyRow = Pick<ContributionLine, 'id' | 'label' | 'saysContribution'>

/** A step below this is not worth a row of its own; in shares of 1. */
const SMALL_STEP = 0.001

const sizeOf = ({ contribution }: ContributionLine): number => Math.abs(contribution)

/**
 * The steps for a table, the small ones as one row, so that the rows still add up.
 *
 * @param most rows there may be; the smallest steps past it count as small
 */
export function whyRows(
  contributions: readonly ContributionLine[],
  most = Number.POSITIVE_INFINITY,
): WhyRow[] {
  const bySize = contributions.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const over = new Set(contributions.length > most ? bySize.slice(most - 1) : [])
  const isSmall = (line: ContributionLine) => sizeOf(line) < SMALL_STEP || over.has(line)
  const small = contributions.filter(isSmall)
  const large = contributions.filter((each) => !isSmall(each))
  if (small.length < 2) return [...contributions]
  const sum = small.reduce((all, { contribution }) => all + contribution, 0)
  const saysContribution = Math.abs(sum) < SMALL_STEP ? 'under 0.1 points' : sayPoints(sum)
  return [...large, { id: '', label: `${small.length} others, together`, saysContribution }]
}

/** Why the forecast differs from the article. */
export interface WhyPart {
  /** Shares of 1. */
  readonly article: number
  readonly forecast: number
  /** From the article's figure to the scenario's, and what the largest step is. */
  readonly sentence: string
  /** Largest first; what adds nothing is left out. */
  readonly contributions: readonly ContributionLine[]
  /** The same for a table: small steps are one row, and there is none where hardly anything differs. */
  readonly rows: readonly WhyRow[]
  readonly note: string
  /** Where the width of the band comes from and what it would take, as far as that is known. */
  readonly further: readonly string[]
}

/** What a document needs of an explanation; the other parts are worded if they are there. */
export type ExplanationGiven = Pick<Explanation, 'attribution'> & Partial<Explanation>

export function whyPart(
  { case: conflictCase }: Scenario,
  { attribution, spread, overturn }: ExplanationGiven,
): WhyPart {
  const contributions = attribution.contributions
    .filter(({ contribution }) => contribution !== 0)
    .map((each) => {
      const label = sayContributor(conflictCase, each)
      const saysContribution = sayPoints(each.contribution)
      const { id, contribution, standardError } = each
      const sentence = `${isolated(label)}: ${saysContribution}`
      const step = sayStep(conflictCase, each)
      return { id, label, contribution, standardError, saysContribution, step, sentence }
    })
  return {
    article: attribution.baseline,
    forecast: attribution.forecast,
    sentence: sayWhy(conflictCase, attribution),
    contributions,
    rows: largestReason(conflictCase, attribution) === undefined ? [] : whyRows(contributions),
    note: HOW_STEPS_ADD,
    further: [
      ...(spread ? [saySpread(spread)] : []),
      ...(overturn ? [sayOverturn(conflictCase, overturn)] : []),
    ],
  }
}
