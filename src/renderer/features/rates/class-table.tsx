import { useMemo, useRef } from 'react'
import { chosenEvent } from '../../../forecast/conclusion/outlook'
import type { Forecast } from '../../../forecast/forecast'
import { sayCount, sayFigure, sayRate } from '../../../forecast/rate-words'
import type { Id, Scenario } from '../../../forecast/scenario'
import type { BaseRateTable } from '../../../history/base-rate-table'
import { type ClassRow, sayBorrowed } from '../../../history/reference-prior'
import { RatesChart } from '../../charts/rates-chart'
import { type RateRow, rateAxis } from '../../charts/rates-rows'
import { STRIP_PADDING } from '../../charts/strips'
import { ScaleNames, StripsOver } from '../../components/strips-over'
import { useStripPlaces } from '../../components/use-strip-places'
import { holdBefore } from '../../state/before-store'
import { useDocument } from '../../state/document-store'
import { restOn } from '../../state/evidence-edits'
import { useView } from '../../state/view-store'
import { type Candidate, MOST_DRAWS } from './class-rows'
import { sayInterval } from './rates-words'
import { type Outcome, outcomeOf, sayTrials } from './trial-words'
import { useTrialForecasts } from './trials'

interface ClassTableProps {
  readonly scenario: Scenario
  readonly row: RateRow
  readonly table: BaseRateTable
  readonly weight: number
  readonly candidates: readonly Candidate[]
}

interface ShownOutcome extends Outcome {
  /** From before the last change. */
  readonly isBefore: boolean
}

/** What each candidate makes of the forecast; until it is known anew, what it was before, marked so. */
function useStandingOutcomes(
  candidates: readonly Candidate[],
  forecasts: ReadonlyMap<Scenario, Forecast>,
  claim: Id | undefined,
): readonly (ShownOutcome | undefined)[] {
  const last = useRef(new Map<string, Outcome>())
  return candidates.map(({ id, scenario }) => {
    const key = `${id} ${claim}`
    const forecast = forecasts.get(scenario)
    const outcome = forecast && outcomeOf({ scenario, forecast }, claim)
    if (outcome) last.current.set(key, outcome)
    const shown = outcome ?? last.current.get(key)
    return shown && { ...shown, isBefore: outcome === undefined }
  })
}

/** All classes side by side: what each counts, its rate, and what it would make of the forecast. */
export const ClassTable = ({ scenario, row, table, weight, candidates }: ClassTableProps) => {
  const axis = useMemo(() => rateAxis(candidates), [candidates])
  const [ref, { left, width, height, places }] = useStripPlaces()
  const claim = useView((view) => view.claim)
  const { forecasts, failure } = useTrialForecasts(candidates)
  const outcomes = useStandingOutcomes(candidates, forecasts, claim)
  return (
    <div ref={ref} className="strip-table" key={candidates.map(({ id }) => id).join(' ')}>
      <p className="hint">
        Grey: the record’s rate. Blue: the posterior with the weight of {sayFigure(weight)}{' '}
        {weight === 1 ? 'event' : 'events'} and the case’s own evidence.{' '}
        {sayTrials(scenario, chosenEvent(scenario, claim)?.label, MOST_DRAWS)}
      </p>
      {failure && <p className="hint">The forecasts could not be computed: {failure}.</p>}
      <table className="class-table">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col" className="column-record">
              events counted
            </th>
            <th scope="col" className="column-strip">
              <ScaleNames ticks={axis.ticks} padding={STRIP_PADDING} />
            </th>
            <th scope="col" className="column-rate">
              events a year
            </th>
            <th scope="col" className="column-outcome">
              forecast
            </th>
            <th scope="col" className="column-use">
              <span className="sr-only">use</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((each, index) => (
            <ClassLine
              key={each.id}
              {...{ row, table }}
              candidate={each}
              outcome={outcomes[index]}
              present={outcomes[0]}
            />
          ))}
        </tbody>
      </table>
      <StripsOver left={left} height={height}>
        {width > 0 && <RatesChart rows={candidates} {...{ axis, places, width, height }} />}
      </StripsOver>
    </div>
  )
}

interface ClassLineProps extends Pick<ClassTableProps, 'row' | 'table'> {
  readonly candidate: Candidate
  readonly outcome: ShownOutcome | undefined
  /** What the prior makes of the forecast as it is. */
  readonly present: ShownOutcome | undefined
}

const ClassLine = ({ row, table, candidate, outcome, present }: ClassLineProps) => {
  const { id, ofClass, before } = candidate
  return (
    <tr data-class={id}>
      <th scope="row">
        {ofClass ? ofClass.each.label : 'This prior'}
        <span>
          {candidate.isCited && 'cited; '}
          {ofClass ? sayBorrowed(table, ofClass) : 'as it stands'}
        </span>
      </th>
      <td className="column-record">
        {ofClass ? sayTally(ofClass) : `worth ${sayRate(row.prior)}`}
        {ofClass && (
          <span>
            {ofClass.years.fromYear}–{ofClass.years.toYear}
          </span>
        )}
      </td>
      <td className="column-strip" />
      <td className="column-rate">
        <strong>{sayFigure(before.mean)}</strong>
        <span>{sayInterval(before)}</span>
      </td>
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
      <td className="column-use">
        <UseButton row={row} candidate={candidate} />
      </td>
    </tr>
  )
}

/** `34 in 894 months`: what a class counts, for a narrow column. */
const sayTally = ({ row: { events, months } }: ClassRow): string =>
  `${sayCount(events)} in ${months >= 100 ? sayFigure(months) : sayCount(months)} ${months === 1 ? 'month' : 'months'}`

const UseButton = ({ row, candidate }: Pick<ClassLineProps, 'row' | 'candidate'>) => {
  const { ofClass, reference, isInUse, scenario } = candidate
  if (!ofClass || !reference) return null
  if (isInUse) return <span className="hint">in use</span>
  const use = (): void => {
    const prior = scenario.case.transitions.find(({ id }) => id === row.id)?.prior
    if (!prior) return
    holdBefore('this prior was edited')
    useDocument.getState().edit((before) => restOn(before, row.id, prior, reference))
  }
  return (
    <button type="button" className="small" aria-label={`Use ${ofClass.each.label}`} onClick={use}>
      Use it
    </button>
  )
}
