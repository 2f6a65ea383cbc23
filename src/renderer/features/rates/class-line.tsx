import { sayCount, sayFigure, sayRate } from '../../../forecast/rate-words'
import type { BaseRateTable } from '../../../history/base-rate-table'
import { type ClassRow, sayBorrowed } from '../../../history/reference-prior'
import type { RateRow } from '../../charts/rates-rows'
import { holdBefore } from '../../state/before-store'
import { useDocument } from '../../state/document-store'
import { restOn } from '../../state/evidence-edits'
import type { Candidate } from './class-rows'
import { sayInterval } from './rates-words'
import type { Outcome } from './trial-words'

export interface ShownOutcome extends Outcome {
  /** From before the last change. */
  readonly isBefore: boolean
}

interface OutcomeCellProps {
  readonly outcome: ShownOutcome | undefined
  /** What the prior makes of the forecast as it is. */
  readonly present: ShownOutcome | undefined
}

interface ClassLineProps extends OutcomeCellProps {
  readonly row: RateRow
  readonly table: BaseRateTable
  readonly candidate: Candidate
}

/** One class, or the prior as it is: what it counts, its rate, and what it makes of the forecast. */
export const ClassLine = ({ row, table, candidate, outcome, present }: ClassLineProps) => {
  const { id, ofClass, before, isCited } = candidate
  return (
    <tr data-class={id}>
      <th scope="row">
        {ofClass ? ofClass.each.label : 'This prior'}
        <span>
          {isCited && 'cited; '}
          {ofClass ? sayBorrowed(table, ofClass) : 'as it stands'}
        </span>
      </th>
      <td className="column-record">{ofClass ? <Tally ofClass={ofClass} /> : sayWorth(row)}</td>
      <td className="column-strip" />
      <td className="column-rate">
        <strong>{sayFigure(before.mean)}</strong>
        <span>{sayInterval(before)}</span>
      </td>
      <OutcomeCell outcome={outcome} present={present} />
      <td className="column-use">
        <UseButton row={row} candidate={candidate} />
      </td>
    </tr>
  )
}

const sayWorth = ({ move, prior }: RateRow): string =>
  move.prior
    ? `worth ${sayCount(move.prior.events)} in ${sayCount(move.prior.months)}`
    : sayRate(prior)

/** `34 in 894`: what a class counts, for a narrow column, and in which years. */
const Tally = ({ ofClass: { row, years } }: { readonly ofClass: ClassRow }) => (
  <>
    {sayCount(row.events)} in {row.months >= 100 ? sayFigure(row.months) : sayCount(row.months)}
    <span>
      {years.fromYear}–{years.toYear}
    </span>
  </>
)

const OutcomeCell = ({ outcome, present }: OutcomeCellProps) => (
  <td
    className="column-outcome"
    data-before={outcome?.isBefore}
    data-other={outcome?.verdict !== present?.verdict}
  >
    {outcome ? (
      <>
        <strong>{outcome.chance}</strong> <span>({outcome.band})</span>
        <span className="outcome-verdict">{outcome.verdict}</span>
      </>
    ) : (
      <span>…</span>
    )}
  </td>
)

/** Stays where it is once the class is in use, so that whoever pressed it by keyboard is not lost. */
const UseButton = ({ row, candidate }: Pick<ClassLineProps, 'row' | 'candidate'>) => {
  const { ofClass, resting, isInUse } = candidate
  if (!ofClass || !resting) return null
  const { label } = ofClass.each
  const use = (): void => {
    if (isInUse) return
    holdBefore('a class was used')
    const { prior, reference } = resting
    useDocument.getState().edit((before) => restOn(before, row.id, prior, reference))
  }
  return (
    <button
      type="button"
      className="small"
      aria-disabled={isInUse}
      aria-label={isInUse ? `In use: ${label}` : `Use it: ${label}`}
      onClick={use}
    >
      {isInUse ? 'In use' : 'Use it'}
    </button>
  )
}
