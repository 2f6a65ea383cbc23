import type { Scenario } from '../../../forecast/scenario'
import { changesBetween } from './changes'

const MOST_SHOWN = 12

interface ChangeListProps {
  readonly before: Scenario
  readonly after: Scenario
  /** What the two columns are. */
  readonly heads: readonly [before: string, after: string]
}

/** In what two states of a scenario differ, thing by thing. */
export const ChangeList = ({ before, after, heads }: ChangeListProps) => {
  const changes = changesBetween(before, after)
  if (changes.length === 0)
    return <p className="hint">Nothing that is shown or computed differs.</p>
  const more = changes.length - MOST_SHOWN
  return (
    <table className="change-list">
      <thead>
        <tr>
          <th scope="col">What differs</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.slice(0, MOST_SHOWN).map(({ key, label, before: was, after: is }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            <td>
              <bdi>{was}</bdi>
            </td>
            <td>
              <bdi>{is}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
      {more > 0 && <caption>and {more} more</caption>}
    </table>
  )
}
