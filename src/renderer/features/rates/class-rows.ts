import { countEvidence, posteriorOf } from '../../../forecast/base-rates'
import { type RateSummary, summariseRate } from '../../../forecast/rate-summary'
import type { PriorReference, RatePrior, RecordMove, Scenario } from '../../../forecast/scenario'
import type { BaseRateTable } from '../../../history/base-rate-table'
import type { RateEstimate } from '../../../history/base-rates'
import {
  type ClassRow,
  classRows,
  isSameMove,
  priorFromRecord,
} from '../../../history/reference-prior'
import type { RateRow } from '../../charts/rates-rows'
import { restOn } from '../../state/evidence-edits'
import type { Trial } from './trials'

/** Trials take no more draws than this, so that all classes are there in a moment. */
export const MOST_DRAWS = 4096

/** The present prior's row among those of the classes. */
const PRESENT = 'present'

/** What a prior could be: as it is, or as a class of the record has it. */
export interface Candidate extends Trial, Pick<RateRow, 'before' | 'after'> {
  /** Absent for the prior as it is. */
  readonly ofClass?: ClassRow
  /** What the prior would then be, and rest on. */
  readonly resting?: { readonly prior: RatePrior; readonly reference: PriorReference }
  /** Whether the scenario cites this class for the prior. */
  readonly isCited: boolean
  /** Whether it has this very prior besides. */
  readonly isInUse: boolean
}

const MONTHS_PER_YEAR = 12

const inAYear = ({ mean, low, high }: RateEstimate): RateSummary => ({
  mean: mean * MONTHS_PER_YEAR,
  p05: low * MONTHS_PER_YEAR,
  p95: high * MONTHS_PER_YEAR,
  meanWaitMonths: 1 / mean,
})

const withFewDraws = (scenario: Scenario): Scenario =>
  scenario.run.draws <= MOST_DRAWS
    ? scenario
    : { ...scenario, run: { ...scenario.run, draws: MOST_DRAWS } }

/** The prior as it is, then what each class would put in its place with the weight of so many events. */
export function candidatesFor(
  scenario: Scenario,
  row: RateRow,
  table: BaseRateTable,
  move: RecordMove,
  weight: number,
): readonly Candidate[] {
  const { before, after } = row
  const present = withFewDraws(scenario)
  const counted = countEvidence(scenario.case, scenario.judgment.disputed).get(row.id) ?? 0
  const others = classRows(table, move).map((ofClass): Candidate => {
    const prior = priorFromRecord(ofClass.estimate, weight)
    const { level, from, to } = move
    const reference = { class: ofClass.each.id, level, from, to }
    const isCited = isThis(row.move.reference, reference)
    return {
      id: ofClass.each.id,
      scenario: restOn(present, row.id, prior, reference),
      before: inAYear(ofClass.estimate),
      after: summariseRate(posteriorOf({ ...row.move, prior }, counted)),
      ofClass,
      resting: { prior, reference },
      isCited,
      isInUse: isCited && isSamePrior(row.move.prior, prior),
    }
  })
  return [
    { id: PRESENT, scenario: present, before, after, isCited: false, isInUse: true },
    ...others,
  ]
}

const isThis = (cited: PriorReference | undefined, reference: PriorReference): boolean =>
  cited !== undefined && cited.class === reference.class && isSameMove(cited, reference)

const isSamePrior = (a: RatePrior | undefined, b: RatePrior): boolean =>
  a?.events === b.events && a.months === b.months
