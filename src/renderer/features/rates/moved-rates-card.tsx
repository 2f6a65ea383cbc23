import { useMemo, useRef } from 'react'
import { longMonth } from '../../../forecast/calendar'
import { sayMultiple } from '../../../forecast/rate-words'
import type { Id, Scenario } from '../../../forecast/scenario'
import { MovedRatesChart } from '../../charts/moved-rates-chart'
import {
  type MovedRow,
  type MultipleAxis,
  movedRows,
  multipleAxis,
} from '../../charts/moved-rates-rows'
import { STRIP_PADDING } from '../../charts/strips'
import { Card } from '../../components/card'
import { Listed } from '../../components/listed'
import { SpotLink } from '../../components/spot-link'
import { ScaleNames, StripsOver } from '../../components/strips-over'
import { useStripPlaces } from '../../components/use-strip-places'
import { useView } from '../../state/view-store'

/** How far the drivers, at their most likely values, have moved each rate from its base rate. */
export const MovedRatesCard = ({ scenario }: { readonly scenario: Scenario }) => {
  const rows = useMemo(() => movedRows(scenario), [scenario])
  const axis = useStillAxis(useMemo(() => multipleAxis(rows), [rows]))
  const [ref, { left, width, height, places }] = useStripPlaces()
  const end = longMonth(scenario.case.asOf, scenario.judgment.horizonMonths)
  const labelOf = driverLabels(scenario)
  return (
    <Card
      chart="moved-rates"
      title="How far drivers have moved each rate"
      description=""
      picture={
        <div ref={ref} className="strip-table" key={rows.map(({ id }) => id).join(' ')}>
          <p className="hint">{sayWhatIsMoved(rows)}</p>
          <MovedTable {...{ rows, axis, labelOf, end }} />
          <StripsOver left={left} height={height}>
            {width > 0 && <MovedRatesChart {...{ rows, axis, places, width, height }} />}
          </StripsOver>
        </div>
      }
      table={<MovedNumbers rows={rows} labelOf={labelOf} end={end} />}
    />
  )
}

interface MovedNumbersProps {
  readonly rows: readonly MovedRow[]
  readonly labelOf: (driver: Id) => string
  /** The month that the forecast ends in. */
  readonly end: string
}

interface MovedTableProps extends MovedNumbersProps {
  readonly axis: MultipleAxis
}

const MovedTable = ({ rows, axis, labelOf, end }: MovedTableProps) => (
  <table className="moved-table">
    <thead>
      <tr>
        <th scope="col">Move</th>
        <th scope="col" className="column-strip">
          <ScaleNames ticks={axis.ticks} padding={STRIP_PADDING} />
        </th>
        <th scope="col" className="column-words">
          rate now against its base rate
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id} data-moved={row.id}>
          <th scope="row">{row.label}</th>
          <td className="column-strip" />
          <td className="column-words">
            <Words row={row} labelOf={labelOf} />
            {row.later !== undefined && (
              <span className="moved-later">
                by {end} {sayMultiple(row.later)}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** While a slider is held the scale stands still. */
function useStillAxis(wanted: MultipleAxis): MultipleAxis {
  const isDragging = useView((view) => view.isDragging)
  const held = useRef(wanted)
  if (!isDragging) held.current = wanted
  return held.current
}

/** What a driver is called, by its id. */
export function driverLabels({ case: { drivers } }: Scenario): (driver: Id) => string {
  const labels = new Map(drivers.map(({ id, label }) => [id, label]))
  return (driver) => labels.get(driver) ?? driver
}

/** What the two ways that a rate can be moved look like. */
interface TwoWays {
  readonly up: string
  readonly down: string
}

/** What the strips show, or that there is nothing to show. */
export const sayWhatIsMoved = (
  rows: readonly MovedRow[],
  { up, down }: TwoWays = { up: 'Red', down: 'green' },
): string =>
  rows.every(({ factors, later }) => factors.length === 0 && later === undefined)
    ? 'Every driver stands where the article has it, so every rate is its base rate. Move a driver to see what follows.'
    : `At the drivers’ most likely values. ${up} pushes up the ladder, ${down} holds back. Ring: where trends and shocks lead.`

interface WordsProps {
  readonly row: MovedRow
  readonly labelOf: (driver: Id) => string
}

const Words = ({ row: { now, factors }, labelOf }: WordsProps) => (
  <>
    <strong>{sayMultiple(now)}</strong>
    {factors.length > 0 && ': '}
    <Listed>
      {factors.map(({ driver, factor }) => (
        <span key={driver}>
          <SpotLink spot={{ kind: 'driver', id: driver }}>{labelOf(driver)}</SpotLink>{' '}
          {sayMultiple(factor)}
        </span>
      ))}
    </Listed>
  </>
)

const MovedNumbers = ({ rows, labelOf, end }: MovedNumbersProps) => (
  <table className="series-table">
    <caption className="sr-only">Rates as multiples of their base rates</caption>
    <thead>
      <tr>
        <th scope="col">Move</th>
        <th scope="col">Now</th>
        <th scope="col">By {end}</th>
        <th scope="col">Drivers</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.label}</th>
          <td>{sayMultiple(row.now)}</td>
          <td>{sayMultiple(row.later ?? row.now)}</td>
          <td>
            {row.factors.map(({ driver, factor }) => (
              <span key={driver} className="factor-line">
                <bdi>{labelOf(driver)}</bdi> {sayMultiple(factor)}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
