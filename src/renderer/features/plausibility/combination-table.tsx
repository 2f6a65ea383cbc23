import { combinationAt } from '../../../forecast/plausibility/consistent-combinations'
import type { Combination } from '../../../forecast/plausibility/cross-impacts'
import { firmestOf } from '../../../forecast/plausibility/firmness'
import { type CaseConsistency, indicesOf } from '../../../forecast/plausibility/plausibility'
import type { DriverInState, Strain } from '../../../forecast/plausibility/strains'
import type { Case } from '../../../forecast/scenario'
import { labelOf } from '../../state/case-edits/names'
import { sayCount, saySigned } from './together-words'

const MOST_SHOWN = 50

interface CombinationTableProps {
  readonly conflictCase: Case
  readonly consistency: CaseConsistency
  /** Where the drivers are now, to be marked; nothing is where absent. */
  readonly present?: readonly DriverInState[]
  readonly strains?: readonly Strain[]
}

/** The consistent combinations, the firmest first: a row for each, a column for each driver. */
export const CombinationTable = (props: CombinationTableProps) => {
  const { conflictCase, consistency, present, strains = [] } = props
  const { matrix, consistent } = consistency
  const now = present && indicesOf(matrix, present)
  const rows = firmestOf(consistent, MOST_SHOWN).map((place) => ({
    place,
    states: combinationAt(consistent, place),
    score: consistent.totalImpactScores[place] as number,
  }))
  const isListed = rows.some(({ states }) => isSame(states, now))
  return (
    <>
      <p className="together-count">{sayHowMany(consistent.count)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table has to be reachable by keyboard */}
      <section className="together-scroll" aria-label="Consistent combinations" tabIndex={0}>
        <table className="together-table">
          <thead>
            <tr>
              <th scope="col">No.</th>
              {matrix.drivers.map(({ id }) => (
                <th scope="col" key={id}>
                  <bdi>{labelOf(conflictCase.drivers, id)}</bdi>
                </th>
              ))}
              <th scope="col" title="How much its states favour one another in all">
                Firmness
              </th>
            </tr>
          </thead>
          <tbody>
            {now && !isListed && <PresentRow {...{ consistency, now, strains }} />}
            {rows.map(({ place, states, score }, index) => (
              <tr key={place} aria-current={isSame(states, now) ? 'true' : undefined}>
                <th scope="row">
                  {index + 1}
                  {isSame(states, now) && ' now'}
                </th>
                {matrix.drivers.map((driver, at) => (
                  <td key={driver.id} data-differs={now && states[at] !== now[at]}>
                    <bdi>{driver.states[states[at] as number]?.label}</bdi>
                  </td>
                ))}
                <td>{saySigned(score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

const isSame = (states: Combination, now: Combination | undefined): boolean =>
  now !== undefined && Array.from(now).every((state, driver) => state === states[driver])

const sayHowMany = (count: number): string =>
  count === 0
    ? 'There is none: in every combination some driver sits oddly.'
    : count > MOST_SHOWN
      ? `${sayCount(count)}, of which the ${MOST_SHOWN} firmest are listed.`
      : `${count === 1 ? 'There is one' : `There are ${count}`}, the firmest first.`

interface PresentRowProps {
  readonly consistency: CaseConsistency
  readonly now: Combination
  readonly strains: readonly Strain[]
}

/** Where the drivers are now, if that is none of those listed. */
const PresentRow = ({ consistency: { matrix }, now, strains }: PresentRowProps) => (
  <tr aria-current="true">
    <th scope="row">now</th>
    {matrix.drivers.map(({ id, states }, at) => {
      const isStrained = strains.some(({ driver }) => driver === id)
      return (
        <td key={id} data-strained={isStrained}>
          <bdi>{states[now[at] as number]?.label}</bdi>
          {isStrained && <span className="sr-only">, sits oddly</span>}
        </td>
      )
    })}
    <td>–</td>
  </tr>
)
