import { useMemo, useState } from 'react'
import { sayFigure, sayRate, sayWait } from '../../../forecast/rate-words'
import type { Id, Scenario } from '../../../forecast/scenario'
import { RatesChart } from '../../charts/rates-chart'
import { type RateAxis, type RateRow, rateAxis } from '../../charts/rates-rows'
import { STRIP_PADDING } from '../../charts/strips'
import { Card } from '../../components/card'
import { ScaleNames, StripsOver } from '../../components/strips-over'
import { useStripPlaces } from '../../components/use-strip-places'
import { RateRows } from './rate-rows'
import { sayInterval } from './rates-words'

interface RatesCardProps {
  readonly scenario: Scenario
  readonly rows: readonly RateRow[]
}

/** Every base rate: the prior, what the evidence adds, and what comes of it. */
export const RatesCard = ({ scenario, rows }: RatesCardProps) => {
  const axis = useMemo(() => rateAxis(rows), [rows])
  const [ref, { left, width, height, places }] = useStripPlaces()
  const [fromRecord, setFromRecord] = useState<Id>()
  return (
    <Card
      chart="rates"
      title="Base rates, from prior to posterior"
      description=""
      picture={
        <div ref={ref} className="strip-table" key={rows.map(({ id }) => id).join(' ')}>
          <p className="hint">
            Grey: prior. Blue: posterior. Line: the 90&#8239;% interval of events a year, on a scale
            of powers of ten. Mean wait: to the next event at the mean rate.
          </p>
          <table className="rates-table">
            <RatesHead axis={axis} />
            {rows.map((row) => (
              <RateRows
                key={row.id}
                scenario={scenario}
                row={row}
                isFromRecord={fromRecord === row.id}
                onFromRecord={(isOpen) => setFromRecord(isOpen ? row.id : undefined)}
              />
            ))}
          </table>
          <StripsOver left={left} height={height}>
            {width > 0 && <RatesChart {...{ rows, axis, places, width, height }} />}
          </StripsOver>
        </div>
      }
      table={<RateNumbers rows={rows} />}
    />
  )
}

const RatesHead = ({ axis }: { readonly axis: RateAxis }) => (
  <thead>
    <tr>
      <th scope="col">Move</th>
      <th scope="col" className="column-prior">
        prior
      </th>
      <th scope="col" className="column-counted">
        evidence adds
      </th>
      <th scope="col" className="column-posterior">
        posterior
      </th>
      <th scope="col" className="column-strip">
        <ScaleNames ticks={axis.ticks} padding={STRIP_PADDING} />
      </th>
      <th scope="col" className="column-rate">
        events a year
      </th>
      <th scope="col" className="column-wait">
        mean wait
      </th>
    </tr>
  </thead>
)

const RateNumbers = ({ rows }: Pick<RatesCardProps, 'rows'>) => (
  <table className="series-table">
    <caption className="sr-only">Base rates in numbers</caption>
    <thead>
      <tr>
        <th scope="col">Move</th>
        <th scope="col">Prior</th>
        <th scope="col">Evidence counted</th>
        <th scope="col">Months watched</th>
        <th scope="col">Posterior</th>
        <th scope="col">Mean a year</th>
        <th scope="col">90 % interval</th>
        <th scope="col">Mean wait</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, label, move, counted, prior, posterior, after }) => (
        <tr key={id}>
          <th scope="row">{label}</th>
          <td>{sayRate(prior)}</td>
          <td>{counted}</td>
          <td>{move.observedMonths ?? 0}</td>
          <td>{sayRate(posterior)}</td>
          <td>{sayFigure(after.mean)}</td>
          <td>{sayInterval(after)}</td>
          <td>{sayWait(after.meanWaitMonths)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
