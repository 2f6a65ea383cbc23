import { longMonth, nameMonth } from '../../forecast/calendar'

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
  /** Month 0; months are counted where it is not known. */
  readonly asOf: string | undefined
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
          <th scope="row">{nameMonth(asOf, month, longMonth)}</th>
          {columns.map(({ name, cells }) => (
            <td key={name}>{cells[month]}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
