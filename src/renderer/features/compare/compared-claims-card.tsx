import type { ComparedClaim, ComparedLine } from '../../../forecast/compare/compare'
import {
  sayProbability,
  sayRange,
  tellProbability,
  verdictPhrase,
} from '../../../forecast/conclusion/words'
import { Card } from '../../components/card'
import { setView } from '../../state/view-store'
import { atMonths, isOtherVerdict } from './compare-words'
import type { ComparisonShown } from './comparison'
import { ScenarioHeads } from './scenario-heads'
import { WideTable } from './wide-table'

/** Every claim in every scenario: the forecast, its band and the verdict. */
export const ComparedClaimsCard = ({ shown }: { readonly shown: ComparisonShown }) => {
  const { comparison, compared, choice } = shown
  if (comparison.claims.length === 0) return null
  return (
    <Card
      chart="compared-claims"
      title={`What each makes of the claims, ${atMonths(comparison.months)}`}
      description=""
      picture={
        <WideTable label="Claims and scenarios" columns={compared.length} name="claims">
          <thead>
            <tr>
              <th scope="col">The article says</th>
              <ScenarioHeads compared={compared} />
            </tr>
          </thead>
          <tbody>
            {comparison.claims.map((line) => (
              <ClaimLine
                key={line.id}
                line={line}
                isChosen={line.id === choice?.id}
                keys={compared.map(({ key }) => key)}
              />
            ))}
          </tbody>
        </WideTable>
      }
      table={<ClaimNumbers shown={shown} />}
    />
  )
}

interface ClaimLineProps {
  readonly line: ComparedLine<ComparedClaim>
  readonly keys: readonly string[]
  readonly isChosen: boolean
}

const ClaimLine = ({ line, keys, isChosen }: ClaimLineProps) => {
  const wording = line.cells.find((cell) => cell !== null)?.wording ?? ''
  return (
    <tr data-claim={line.id} data-chosen={isChosen}>
      <th scope="row">
        <button
          type="button"
          className="claim-name"
          aria-pressed={isChosen}
          title={`${line.label}: compare by month`}
          onClick={() => setView({ claim: line.id })}
        >
          <span>{line.label}</span>
          <em>{wording}</em>
        </button>
      </th>
      {line.cells.map((cell, index) => (
        <td key={keys[index]} data-differs={isOtherVerdict(line, cell)}>
          {cell ? <ClaimCell {...{ cell, wording }} isOther={isOtherVerdict(line, cell)} /> : '–'}
        </td>
      ))}
    </tr>
  )
}

interface ClaimCellProps {
  readonly cell: ComparedClaim
  /** The word that stands beside the statement. */
  readonly wording: string
  readonly isOther: boolean
}

const ClaimCell = ({ cell, wording, isOther }: ClaimCellProps) => (
  <>
    <span className="compared-figures">
      <strong>{sayProbability(cell.mean)}</strong> <span>{sayRange(cell.p05, cell.p95)}</span>
    </span>
    {cell.wording !== wording && <em>{cell.wording}</em>}
    <span className="compared-verdict">
      {isOther && (
        <>
          <span aria-hidden="true">≠ </span>
          <span className="sr-only">Other than the document: </span>
        </>
      )}
      {verdictPhrase[cell.verdict]}
    </span>
  </>
)

const ClaimNumbers = ({ shown: { comparison, compared } }: { readonly shown: ComparisonShown }) => (
  <table className="series-table">
    <caption className="sr-only">Claims and scenarios, in numbers</caption>
    <thead>
      <tr>
        <th scope="col">Claim</th>
        <th scope="col">Scenario</th>
        <th scope="col">Word</th>
        <th scope="col">Range</th>
        <th scope="col">Forecast</th>
        <th scope="col">5 %</th>
        <th scope="col">95 %</th>
        <th scope="col">Verdict</th>
      </tr>
    </thead>
    <tbody>
      {comparison.claims.flatMap(({ label, cells }) =>
        cells.map(
          (cell, index) =>
            cell && (
              <tr key={`${label} ${compared[index]?.key}`}>
                <th scope="row">{label}</th>
                <td>{compared[index]?.name}</td>
                <td>{cell.wording}</td>
                <td>{sayRange(...cell.range)}</td>
                <td>{tellProbability(cell.mean)}</td>
                <td>{tellProbability(cell.p05)}</td>
                <td>{tellProbability(cell.p95)}</td>
                <td>{verdictPhrase[cell.verdict]}</td>
              </tr>
            ),
        ),
      )}
    </tbody>
  </table>
)
