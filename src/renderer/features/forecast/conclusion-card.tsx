import { useMemo } from 'react'
import {
  sayProbability,
  sayRange,
  sayReading,
  sayStated,
  tellProbability,
  verdictPhrase,
} from '../../../forecast/conclusion/words'
import { callProbability, readClaim, yardsticks } from '../../../forecast/conclusion/yardstick'
import type { ClaimForecast, Forecast } from '../../../forecast/forecast'
import { sayStandardError } from '../../../forecast/numerical-error'
import type { Claim, Scenario, YardstickId } from '../../../forecast/scenario'
import { ConclusionChart } from '../../charts/drawn-later'
import { conclusionRows } from '../../charts/rows'
import { Card } from '../../components/card'
import { useSpotInSight } from '../../components/use-spot'
import { useWidth } from '../../components/use-width'
import { setView } from '../../state/view-store'

const ROW_HEIGHT = 46

interface ConclusionCardProps {
  readonly scenario: Scenario
  /** Undefined until the first one is there. */
  readonly forecast: Forecast | undefined
  /** The claim whose event is charted above. */
  readonly chosen: string
  /** Whether it is time for the chart, or only for its place. */
  readonly isDrawn: boolean
}

/** Every claim of the article, held against the forecast at the horizon. */
export const ConclusionCard = (props: ConclusionCardProps) => {
  const { scenario, forecast, chosen, isDrawn } = props
  useSpotInSight('claim')
  const rows = useMemo(
    () => (forecast ? conclusionRows(scenario, forecast) : []),
    [scenario, forecast],
  )
  const { conclusion } = scenario.case
  const months = scenario.judgment.horizonMonths
  if (conclusion.length === 0) {
    return <p className="empty">This case has no conclusion to hold the forecast against.</p>
  }
  return (
    <Card
      chart="conclusion"
      title={`Held against the article’s conclusion, at ${months} ${months === 1 ? 'month' : 'months'}`}
      description=""
      picture={
        <table className="conclusion-table">
          <ConclusionHead />
          <tbody>
            {conclusion.map((claim, index) => (
              <ClaimRow
                key={claim.id}
                claim={claim}
                yardstick={scenario.judgment.yardstick}
                isChosen={claim.id === chosen}
                forecast={forecast?.conclusion[index]}
                strips={index === 0 ? <Strips {...{ rows, isDrawn }} /> : undefined}
                claimCount={conclusion.length}
              />
            ))}
          </tbody>
        </table>
      }
      table={forecast && <ConclusionNumbers {...{ scenario, forecast }} />}
    />
  )
}

const ConclusionHead = () => (
  <thead>
    <tr>
      <th scope="col">The article says</th>
      <th scope="col" className="column-word">
        in the word
      </th>
      <th scope="col" className="column-strip">
        <span className="strip-scale">
          <span>0 %</span>
          <span>50 %</span>
          <span>100 %</span>
        </span>
      </th>
      <th scope="col" className="column-number">
        forecast
      </th>
      <th scope="col" className="column-number column-band">
        judgment band
      </th>
      <th scope="col" className="column-verdict">
        verdict
      </th>
    </tr>
  </thead>
)

interface StripsProps {
  readonly rows: ReturnType<typeof conclusionRows>
  readonly isDrawn: boolean
}

const Strips = ({ rows, isDrawn }: StripsProps) => {
  const [ref, width] = useWidth()
  return (
    <div
      ref={ref}
      className="strips"
      style={{ height: ROW_HEIGHT * rows.length }}
      aria-hidden="true"
    >
      {isDrawn && width > 0 && <ConclusionChart rows={rows} width={width} rowHeight={ROW_HEIGHT} />}
    </div>
  )
}

interface ClaimRowProps {
  readonly claim: Claim
  readonly yardstick: YardstickId
  readonly forecast: ClaimForecast | undefined
  readonly isChosen: boolean
  readonly strips: React.ReactNode
  readonly claimCount: number
}

const ClaimRow = (props: ClaimRowProps) => {
  const { claim, yardstick, forecast, isChosen, strips, claimCount } = props
  const reading = readClaim(claim, yardstick)
  const end = (values: readonly number[]): number => values.at(-1) ?? 0
  return (
    <tr style={{ height: ROW_HEIGHT }} data-claim={claim.id} data-chosen={isChosen}>
      <th scope="row">
        <button
          type="button"
          className="claim-name"
          aria-pressed={isChosen}
          title={`${claim.statement} (${claim.locator}): show by month`}
          onClick={() => setView({ claim: claim.id })}
        >
          <span>{claim.statement}</span>
        </button>
      </th>
      <td className="column-word" title={sayReading(claim, reading, yardstick)}>
        <em>{claim.wording}</em>
        <span className="word-range">{sayStated(reading)}</span>
      </td>
      {strips && (
        <td rowSpan={claimCount} className="column-strip">
          {strips}
        </td>
      )}
      <td className="column-number claim-forecast">
        {forecast && sayProbability(end(forecast.mean))}
      </td>
      <td className="column-number column-band">
        {forecast && sayRange(end(forecast.p05), end(forecast.p95))}
      </td>
      <td className={`column-verdict verdict-${forecast?.verdict ?? 'awaited'}`}>
        {forecast && (
          <>
            {verdictPhrase[forecast.verdict]}
            <span className="verdict-word">{callProbability(end(forecast.mean), yardstick)}</span>
          </>
        )}
      </td>
    </tr>
  )
}

/** The range as the yardstick, or the case for itself, gives it. */
function statedRange({ case: { conclusion }, judgment }: Scenario, index: number): string {
  const claim = conclusion[index]
  if (!claim) return ''
  return sayStated(readClaim(claim, judgment.yardstick))
}

interface ConclusionNumbersProps {
  readonly scenario: Scenario
  readonly forecast: Forecast
}

const ConclusionNumbers = ({ scenario, forecast }: ConclusionNumbersProps) => {
  const { name } = yardsticks[scenario.judgment.yardstick]
  return (
    <table className="series-table">
      <caption className="sr-only">Claims at the horizon, in numbers</caption>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Word</th>
          <th scope="col">Range ({name})</th>
          <th scope="col">Forecast</th>
          <th scope="col">Numerical error ±</th>
          <th scope="col">5 %</th>
          <th scope="col">25 %</th>
          <th scope="col">Median</th>
          <th scope="col">75 %</th>
          <th scope="col">95 %</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {forecast.conclusion.map((claim, index) => {
          const end = claim.mean.length - 1
          const at = (values: readonly number[]): string => tellProbability(values[end] ?? 0)
          return (
            <tr key={claim.id}>
              <th scope="row">{scenario.case.conclusion[index]?.statement}</th>
              <td>{claim.wording}</td>
              <td>{statedRange(scenario, index)}</td>
              <td>{at(claim.mean)}</td>
              <td>{sayStandardError(claim.standardError[end] ?? Number.NaN)}</td>
              <td>{at(claim.p05)}</td>
              <td>{at(claim.p25)}</td>
              <td>{at(claim.p50)}</td>
              <td>{at(claim.p75)}</td>
              <td>{at(claim.p95)}</td>
              <td>{verdictPhrase[claim.verdict]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
