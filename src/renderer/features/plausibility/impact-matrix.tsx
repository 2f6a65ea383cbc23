import { Fragment, type ReactNode } from 'react'
import { type CrossImpactMatrix, scoreOf } from '../../../forecast/plausibility/cross-impacts'
import type { Case } from '../../../forecast/scenario'
import type { ImpactCell } from '../../state/case-edits/cross-impacts'
import { labelOf } from '../../state/case-edits/names'

interface ImpactMatrixProps {
  readonly conflictCase: Case
  readonly matrix: CrossImpactMatrix
  readonly cell: (cell: ImpactCell, score: number) => ReactNode
}

/** What the state of each row does to the state of each column. */
export const ImpactMatrix = ({ conflictCase, matrix, cell }: ImpactMatrixProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table has to be reachable by keyboard
  <section className="together-scroll" aria-label="Impacts between drivers" tabIndex={0}>
    <table className="impact-matrix">
      <MatrixHead {...{ conflictCase, matrix }} />
      {matrix.drivers.map((driver, row) => (
        <tbody key={driver.id}>
          {driver.states.map((state, at) => (
            <tr key={state.id}>
              {at === 0 && (
                <th scope="rowgroup" rowSpan={driver.states.length}>
                  <bdi>{labelOf(conflictCase.drivers, driver.id)}</bdi>
                </th>
              )}
              <th scope="row">
                <bdi>{state.label}</bdi>
              </th>
              <MatrixCells {...{ matrix, row, state: at, cell }} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </section>
)

const MatrixHead = ({ conflictCase, matrix }: Omit<ImpactMatrixProps, 'cell'>) => (
  <thead>
    <tr>
      <td colSpan={2} className="matrix-corner">
        Being in the row’s state does this to the column’s
      </td>
      {matrix.drivers.map(({ id, states }) => (
        <th key={id} scope="colgroup" colSpan={states.length} className="matrix-first">
          <bdi>{labelOf(conflictCase.drivers, id)}</bdi>
        </th>
      ))}
    </tr>
    <tr>
      <td colSpan={2} />
      {matrix.drivers.map(({ id, states }) => (
        <Fragment key={id}>
          {states.map((state, at) => (
            <th key={state.id} scope="col" className={at === 0 ? 'matrix-first' : undefined}>
              <span className="matrix-state">
                <bdi>{state.label}</bdi>
              </span>
            </th>
          ))}
        </Fragment>
      ))}
    </tr>
  </thead>
)

interface MatrixCellsProps {
  readonly matrix: CrossImpactMatrix
  /** The driver of the row, and its state, by index. */
  readonly row: number
  readonly state: number
  readonly cell: ImpactMatrixProps['cell']
}

const MatrixCells = ({ matrix, row, state, cell }: MatrixCellsProps) => {
  const { drivers, firstStates } = matrix
  const from = drivers[row]
  const source = (firstStates[row] as number) + state
  return drivers.map((to, column) =>
    column === row ? (
      <td key={to.id} colSpan={to.states.length} className="matrix-own matrix-first">
        <span className="sr-only">itself</span>
      </td>
    ) : (
      to.states.map((target, at) => {
        const score = scoreOf(matrix, source, (firstStates[column] as number) + at)
        const of = { from: from?.id ?? '', state: from?.states[state]?.id ?? '', to: to.id }
        return (
          <td
            key={`${to.id} ${target.id}`}
            className={at === 0 ? 'matrix-first' : undefined}
            data-leans={score > 0 ? 'favours' : score < 0 ? 'hinders' : undefined}
          >
            {cell({ ...of, target: target.id }, score)}
          </td>
        )
      })
    ),
  )
}
