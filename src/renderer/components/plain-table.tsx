interface PlainTableProps {
  readonly caption: string
  readonly head: readonly string[]
  /** Cells of each row, its name first. */
  readonly rows: readonly (readonly string[])[]
}

/** Names on the left, numbers beside them. */
export const PlainTable = ({ caption, head, rows }: PlainTableProps) => (
  <table className="series-table">
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        {head.map((name) => (
          <th scope="col" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...cells], row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same name
        <tr key={row}>
          <th scope="row">{name}</th>
          {cells.map((cell, column) => (
            <td key={head[column + 1]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
