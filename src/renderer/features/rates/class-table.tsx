import { useMemo, useRef } from 'react'
import { chosenEvent } from '../../../forecast/conclusion/outlook'
import type { Forecast } from '../../../forecast/forecast'
import { sayFigure } from '../../../forecast/rate-words'
import type { Id, Scenario } from '../../../forecast/scenario'
import type { BaseRateTable } from '../../../history/base-rate-table'
import { RatesChart } from '../../charts/rates-chart'
import { type RateAxis, type RateRow, rateAxis } from '../../charts/rates-rows'
import { STRIP_PADDING } from '../../charts/strips'
import { ScaleNames, StripsOver } from '../../components/strips-over'
import { useStripPlaces } from '../../components/use-strip-places'
import { useView } from '../../state/view-store'
import { ClassLine, type ShownOutcome } from './class-line'
import { type Candidate, MOST_DRAWS } from './class-rows'
import { type Outcome, outcomeOf, sayTrials } from './trial-words'
import { useTrialForecasts } from './trials'

interface ClassTableProps {
  readonly scenario: Scenario
  readonly row: RateRow
  readonly table: BaseRateTable
  readonly weight: number
  readonly candidates: readonly Candidate[]
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
        Grey: the rate of the record, or of this prior. Blue: the posterior with the weight of{' '}
        {sayFigure(weight)} {weight === 1 ? 'event' : 'events'} and the case’s own evidence.{' '}
        {sayTrials(scenario, chosenEvent(scenario, claim)?.label, MOST_DRAWS)}
      </p>
      {failure && <p className="hint">The forecasts could not be computed: {failure}.</p>}
      <table className="class-table">
        <ClassHead axis={axis} />
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

const ClassHead = ({ axis }: { readonly axis: RateAxis }) => (
  <thead>
    <tr>
      <th scope="col">Class</th>
      <th scope="col" className="column-record">
        events in months
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
)
