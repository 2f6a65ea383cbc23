import { longMonth } from '../charts/calendar'

export interface Column {
  readonly name: string
  readonly cells: readonly string[]
}

/** Numbers by month. */
export const SeriesTable = ({
  caption,
  asOf,
  months,
  columns,
}: {
  readonly caption: string
  readonly asOf: string
  readonly months: readonly number[]
  readonly columns: readonly Column[]
}) => (
  <table className="series-table">
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Month</th>
        {columns.map(({ name }) => (
          <th scope="col" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {months.map((month) => (
        <tr key={month}>
          <th scope="row">{longMonth(asOf, month)}</th>
          {columns.map(({ name, cells }) => (
            <td key={name}>{cells[month]}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
