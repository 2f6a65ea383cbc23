import { useMemo } from 'react'
import {
  type MovedDriver,
  type Overturn,
  type OverturnGoal,
  withMoved,
} from '../../../forecast/explain/overturn'
import { sayContributor, sayIntensity, sayOverturn } from '../../../forecast/explain/words'
import type { Claim, Id, Scenario } from '../../../forecast/scenario'
import { limits } from '../../../scenario-file/schema'
import { overturnRows } from '../../charts/marked-rows'
import { RowChart } from '../../charts/row-chart'
import { shorten } from '../../charts/shorten'
import { Card } from '../../components/card'
import { PlainTable } from '../../components/plain-table'
import { useWidth } from '../../components/use-width'
import { setView, useView } from '../../state/view-store'
import { openAsNew } from '../document/document-actions'

interface OverturnCardProps {
  readonly scenario: Scenario
  readonly claim: Claim | undefined
  readonly overturn: Overturn | undefined
  /** It was found before the last change, and is not to be applied after it. */
  readonly isBefore: boolean
}

/** The least that would overturn the article, for each driver alone and for all together. */
export const OverturnCard = ({ scenario, claim, overturn, isBefore }: OverturnCardProps) => {
  if (!claim) {
    return (
      <p className="empty">
        The article makes no claim about this event, so there is nothing to overturn.
      </p>
    )
  }
  return (
    <Card
      chart="overturn"
      title="What it would take"
      description=""
      tools={<GoalChoice />}
      lead={
        <p className="card-sentence" aria-live="polite">
          {overturn ? sayOverturn(scenario.case, overturn) : 'Looking for the nearest way…'}
        </p>
      }
      picture={overturn && <Ways {...{ scenario, claim, overturn, isBefore }} />}
      note="Dot: where the driver is now, in its own range. Ring: where the nearest way with several puts it. Red mark: how far it would have to go alone. A half-range is half the width of your own range for a driver, the unit in which you are unsure of it."
      table={overturn && <OverturnTable {...{ scenario, overturn }} />}
    />
  )
}

const GOALS: readonly { readonly goal: OverturnGoal; readonly label: string }[] = [
  { goal: 'opposite', label: 'until it says the opposite' },
  { goal: 'outside', label: 'until the word no longer fits' },
]

const GoalChoice = () => {
  const goal = useView((view) => view.overturnGoal)
  return (
    <select
      className="event-choice"
      aria-label="What counts as overturning"
      value={goal}
      onChange={({ target }) =>
        setView({ overturnGoal: target.value === 'outside' ? 'outside' : 'opposite' })
      }
    >
      {GOALS.map((each) => (
        <option key={each.goal} value={each.goal}>
          {each.label}
        </option>
      ))}
    </select>
  )
}

const ROW = 34

interface WaysProps {
  readonly scenario: Scenario
  readonly claim: Claim
  readonly overturn: Overturn
  readonly isBefore: boolean
}

const Ways = ({ scenario, claim, overturn, isBefore }: WaysProps) => {
  const { together, seeks } = overturn
  const apply = (moved: readonly MovedDriver[]): void => {
    const done = seeks === 'overturn' ? 'overturned' : 'restored'
    const title = shorten(`${scenario.title}: “${claim.statement}” ${done}`, limits.line)
    void openAsNew(title, (present) => withMoved(present, moved))
  }
  return (
    <>
      {together.length > 0 && (
        <p>
          <button type="button" disabled={isBefore} onClick={() => apply(together)}>
            Apply the nearest way as a new scenario
          </button>
        </p>
      )}
      <WaysTable {...{ scenario, overturn, isBefore, apply }} />
    </>
  )
}

interface WaysTableProps extends Omit<WaysProps, 'claim'> {
  readonly apply: (moved: readonly MovedDriver[]) => void
}

const WaysTable = ({ scenario, overturn, isBefore, apply }: WaysTableProps) => {
  const { alone, together } = overturn
  return (
    <table className="ways">
      <thead>
        <tr>
          <th scope="col">Driver</th>
          <th scope="col" className="column-strip">
            <span className="strip-scale">
              <span>0</span>
              <span>50</span>
              <span>100</span>
            </span>
          </th>
          <th scope="col">now</th>
          <th scope="col">alone</th>
          <th scope="col">together</th>
        </tr>
      </thead>
      <tbody>
        {alone.map(({ driver, at }, index) => (
          <tr key={driver} style={{ height: ROW }}>
            <th scope="row">{label(scenario, driver)}</th>
            {index === 0 && (
              <td rowSpan={alone.length} className="column-strip">
                <WayStrips {...{ scenario, overturn }} />
              </td>
            )}
            <td>{sayIntensity(modeOf(scenario, driver))}</td>
            <td>
              {at === null ? (
                <span className="hint">no value does</span>
              ) : (
                <>
                  {sayIntensity(at)}{' '}
                  <button
                    type="button"
                    className="link"
                    disabled={isBefore}
                    aria-label={`Apply as new scenario: ${label(scenario, driver)} at ${sayIntensity(at)}`}
                    onClick={() => apply([{ driver, at }])}
                  >
                    apply
                  </button>
                </>
              )}
            </td>
            <td>{sayTogether(together, driver)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const WayStrips = ({ scenario, overturn }: Pick<WaysProps, 'scenario' | 'overturn'>) => {
  const [ref, width] = useWidth()
  const rows = useMemo(() => overturnRows(scenario, overturn), [scenario, overturn])
  return (
    <div ref={ref} className="strips" style={{ height: ROW * rows.length }} aria-hidden="true">
      {width > 0 && (
        <RowChart
          {...{ rows, width }}
          rowHeight={ROW}
          top={1}
          ticks={[0, 0.5, 1]}
          sayTick={sayIntensity}
          labelWidth={0}
          valueWidth={0}
          hasAxis={false}
        />
      )}
    </div>
  )
}

const label = (scenario: Scenario, id: Id): string =>
  sayContributor(scenario.case, { kind: 'driver', id })

const modeOf = (scenario: Scenario, driver: Id): number =>
  scenario.judgment.drivers[driver]?.intensity.mode ?? 0

function sayTogether(together: Overturn['together'], driver: Id): string {
  const way = together.find((each) => each.driver === driver)
  if (!way) return '–'
  const units = Math.abs(way.units).toFixed(1)
  return `${sayIntensity(way.at)} (${units} half-ranges)`
}

const OverturnTable = ({ scenario, overturn }: Pick<WaysProps, 'scenario' | 'overturn'>) => (
  <PlainTable
    caption="Where each driver would have to stand"
    head={['Driver', 'Now', 'Alone', 'Together']}
    rows={overturn.alone.map(({ driver, at }) => [
      label(scenario, driver),
      sayIntensity(modeOf(scenario, driver)),
      at === null ? 'no value does' : sayIntensity(at),
      sayTogether(overturn.together, driver),
    ])}
  />
)
