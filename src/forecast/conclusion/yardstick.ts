import type { Claim, YardstickId } from '../scenario'

/** A word of probability and what it stands for, as shares of 1. */
export interface YardstickTerm {
  readonly word: string
  readonly low: number
  readonly high: number
}

export interface Yardstick {
  readonly id: YardstickId
  readonly name: string
  readonly source: string
  /** Least probable first; a term has the same place in every yardstick as its nearest in meaning. */
  readonly terms: readonly YardstickTerm[]
}

const terms = (...rows: [word: string, low: number, high: number][]): YardstickTerm[] =>
  rows.map(([word, low, high]) => ({ word, low: low / 100, high: high / 100 }))

export const yardsticks: Readonly<Record<YardstickId, Yardstick>> = {
  'icd-203': {
    id: 'icd-203',
    name: 'ICD 203',
    source: 'US Intelligence Community Directive 203, Analytic Standards, 2015',
    terms: terms(
      ['almost no chance', 1, 5],
      ['very unlikely', 5, 20],
      ['unlikely', 20, 45],
      ['roughly even chance', 45, 55],
      ['likely', 55, 80],
      ['very likely', 80, 95],
      ['almost certain', 95, 99],
    ),
  },
  phia: {
    id: 'phia',
    name: 'UK PHIA',
    source: 'UK Professional Head of Intelligence Assessment, probability yardstick',
    terms: terms(
      ['remote chance', 0, 5],
      ['highly unlikely', 10, 20],
      ['unlikely', 25, 35],
      ['realistic possibility', 40, 50],
      ['likely', 55, 75],
      ['highly likely', 80, 90],
      ['almost certain', 95, 100],
    ),
  },
  ipcc: {
    id: 'ipcc',
    name: 'IPCC AR5',
    source: 'IPCC Fifth Assessment Report, guidance note on uncertainties, 2010',
    terms: terms(
      ['exceptionally unlikely', 0, 1],
      ['very unlikely', 0, 10],
      ['unlikely', 0, 33],
      ['about as likely as not', 33, 66],
      ['likely', 66, 100],
      ['very likely', 90, 100],
      ['virtually certain', 99, 100],
    ),
  },
}

/** How a claim's wording is read as a range of probability. */
export interface Reading {
  /** The range as the yardstick, or the claim itself, gives it. */
  readonly stated: readonly [low: number, high: number]
  /** The range that a verdict goes by: the outermost terms reach to 0 and 1. */
  readonly range: readonly [low: number, high: number]
  /** Where the range is the case author's own, or which other word of the yardstick stands in. */
  readonly from: 'yardstick' | 'nearest-word' | 'case-author'
  /** The yardstick's word, or the claim's where the range is its author's. */
  readonly word: string
}

const rankOf = (wording: string, { terms }: Yardstick): number =>
  terms.findIndex(({ word }) => word === wording.trim().toLowerCase())

const rankInAny = (wording: string): number =>
  Math.max(...Object.values(yardsticks).map((yardstick) => rankOf(wording, yardstick)))

/** Whether some yardstick knows the word, so that every one can place it. */
export const isWordOfProbability = (wording: string): boolean => rankInAny(wording) >= 0

/** Reads a claim in a yardstick; a claim with a range of its own keeps it. */
export function readClaim(claim: Claim, yardstickId: YardstickId): Reading {
  if (claim.range) {
    return { stated: claim.range, range: claim.range, from: 'case-author', word: claim.wording }
  }
  const yardstick = yardsticks[yardstickId]
  const own = rankOf(claim.wording, yardstick)
  const rank = own >= 0 ? own : rankInAny(claim.wording)
  const term = yardstick.terms[rank]
  if (!term) throw new RangeError(`"${claim.wording}" is not a word of probability`)
  return {
    stated: [term.low, term.high],
    range: [rank === 0 ? 0 : term.low, rank === yardstick.terms.length - 1 ? 1 : term.high],
    from: own >= 0 ? 'yardstick' : 'nearest-word',
    word: term.word,
  }
}

/**
 * What a yardstick calls a probability: the narrowest term that holds it, or the two
 * that it falls between.
 */
export function callProbability(p: number, yardstickId: YardstickId): string {
  const { terms } = yardsticks[yardstickId]
  const last = terms.length - 1
  const holding = terms.filter(
    ({ low, high }, rank) => (rank === 0 || low <= p) && (rank === last || p <= high),
  )
  const width = ({ low, high }: YardstickTerm): number => high - low
  const [first, ...others] = holding
  if (first) {
    return others.reduce((best, term) => (width(term) < width(best) ? term : best), first).word
  }
  const below = terms.findLast(({ high }) => high < p)
  const above = terms.find(({ low }) => low > p)
  return `between ${below?.word ?? ''} and ${above?.word ?? ''}`
}
