import type { Difference } from '../../../forecast/compare/differences'
import { setView } from '../../state/view-store'
import { byPart } from './compare-words'
import type { ComparisonShown } from './comparison'
import { ScenarioHeads } from './scenario-heads'
import { WideTable } from './wide-table'

/** In what the scenarios differ, and what cannot be compared. */
export const DifferencesCard = ({ shown }: { readonly shown: ComparisonShown }) => {
  const { compared, comparison } = shown
  const parts = byPart(comparison.differences)
  const keys = compared.map(({ key }) => key)
  return (
    <section className="card card-differences" aria-labelledby="what-differs">
      <header className="card-header">
        <h2 id="what-differs">What differs</h2>
        <span className="card-tools">
          <button
            type="button"
            className="quiet"
            aria-label="Export: What differs"
            onClick={() => setView({ exporting: { chart: 'compared-differences', format: 'png' } })}
          >
            Export
          </button>
        </span>
      </header>
      {parts.length === 0 ? (
        <p>Nothing differs.</p>
      ) : (
        <WideTable label="Differences and scenarios" columns={keys.length} name="differences">
          <thead>
            <tr>
              <td />
              <ScenarioHeads compared={compared} />
            </tr>
          </thead>
          {parts.map(({ heading, differences }) => (
            <tbody key={heading}>
              <tr className="part-heading">
                <th scope="rowgroup" colSpan={keys.length + 1}>
                  {heading}
                </th>
              </tr>
              {differences.map((difference) => (
                <DifferenceLine key={difference.label} {...{ difference, keys }} />
              ))}
            </tbody>
          ))}
        </WideTable>
      )}
      {comparison.apart.map((sentence) => (
        <p key={sentence} className="apart">
          {sentence}
        </p>
      ))}
    </section>
  )
}

interface DifferenceLineProps {
  readonly difference: Difference
  readonly keys: readonly string[]
}

/** What a scenario's case does not have. */
const ABSENT = '–'

/** What is not as in the document stands out. */
const DifferenceLine = ({ difference: { label, values }, keys }: DifferenceLineProps) => (
  <tr>
    <th scope="row">{label}</th>
    {values.map((value, index) => (
      <td key={keys[index]} data-differs={value !== values[0] && value !== ABSENT}>
        {value}
      </td>
    ))}
  </tr>
)
