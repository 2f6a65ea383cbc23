import { LineSwatch } from '../../charts/compared-marks'
import type { ComparedOne } from '../../charts/compared-rows'

/** The scenarios as the heads of a table's columns, each with its line. */
export const ScenarioHeads = ({ compared }: { readonly compared: readonly ComparedOne[] }) =>
  compared.map(({ key, name, colour }) => (
    <th key={key} scope="col" title={name}>
      <LineSwatch colour={colour} />
      <bdi className="head-name">{name}</bdi>
    </th>
  ))
