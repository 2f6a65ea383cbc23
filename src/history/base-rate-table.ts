import { baseRatesOf, type ClassRates, type History } from './base-rates'
import { STATE_WORDS, STATES, type StateName } from './ladder'
import type { LeftOut } from './onsets'
import type { Pair } from './pairs'
import { countPublished, type PublishedFigures } from './published'
import type { Records } from './records'

/** What `base-rates.json` holds: rates are per month, exposure is in months of pairs of states. */
export interface BaseRateTable {
  readonly format: 'brink-base-rates'
  readonly formatVersion: 1
  readonly states: readonly { readonly id: StateName; readonly label: string }[]
  readonly citations: readonly string[]
  /** Figures counted before, as they came out again. */
  readonly figures: PublishedFigures
  /** Pairs of opponents whose dispute is no onset of the table. */
  readonly leftOut: LeftOut
  readonly incidentsWithoutMonth: number
  /** Months of pairs with a use of force of which the deaths are not known. */
  readonly monthsOfUnknownDeaths: number
  readonly classes: readonly ClassRates[]
}

const CITATIONS = [
  'Palmer, McManus, D’Orazio, Kenwick, Karstens, Bloch, Dietrich, Kahn, Ritter, Soules 2022: The MID5 Dataset, 2011–2014. Conflict Management and Peace Science 39(4):470–482. doi:10.1177/0738894221995743',
  'Stinnett, Tir, Schafer, Diehl, Gochman 2002: The Correlates of War Project Direct Contiguity Data, version 3. Conflict Management and Peace Science 19(2) (version 3.2)',
  'Correlates of War Project 2017: State System Membership List, v2016',
  'Thompson, Rasler, Ganguly 2021: Strategic Rivalries',
]

export const baseRateTable = (
  records: Records,
  history: History,
  pairs: readonly { readonly pair: Pair; readonly name: string }[],
): BaseRateTable => ({
  format: 'brink-base-rates',
  formatVersion: 1,
  states: STATES.map((id) => ({ id, label: STATE_WORDS[id] })),
  citations: CITATIONS,
  figures: countPublished(records),
  leftOut: history.onsets.left,
  incidentsWithoutMonth: records.incidentsWithoutMonth,
  monthsOfUnknownDeaths: history.panel.monthsOfUnknownDeaths,
  classes: baseRatesOf(history, pairs),
})
