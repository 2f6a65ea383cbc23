import { useMemo } from 'react'
import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import { Card } from '../../components/card'
import { PlainTable } from '../../components/plain-table'
import {
  type ScoreCell,
  type ScoreRow,
  sayPart,
  sayScore,
  sayScoreInterval,
  scoreRows,
  standingWords,
} from './score-rows'
import { SCORES_HEAD, scoreCells } from './tables'
import { sayMonths, sayQuestion } from './track-record-words'

interface ScoresCardProps {
  readonly record: TrackRecord
  readonly question: QuestionRecord
}

export const HOW_SCORES_ARE_READ =
  'Lower is better in each score. Brier = reliability (how far off) − resolution (how well told apart; more is better) + uncertainty (what the event leaves open), and a remainder within bins. The words hold each against climatology: clearly better or worse where the 95\u202f% interval of the difference is all on one side.'

/** The ladder's scores beside those of forecasters that need no ladder. */
export const ScoresCard = ({ record, question }: ScoresCardProps) => {
  const rows = useMemo(() => scoreRows(record, question), [record, question])
  return (
    <Card
      chart="scores"
      title={`Scores: ${sayQuestion(question)}`}
      description=""
      picture={<ScoresTable rows={rows} months={question.months} />}
      note={HOW_SCORES_ARE_READ}
      table={
        <PlainTable
          caption={`Scores in numbers: ${sayQuestion(question)}`}
          head={SCORES_HEAD}
          rows={rows.map(scoreCells)}
        />
      }
    />
  )
}

interface ScoresTableProps {
  readonly rows: readonly ScoreRow[]
  readonly months: number
}

const ScoresTable = ({ rows, months }: ScoresTableProps) => (
  <table className="record-table scores-table">
    <thead>
      <tr>
        <th scope="col">forecaster</th>
        <th scope="col">Brier</th>
        <th scope="col" className="column-part">
          reliability
        </th>
        <th scope="col" className="column-part">
          resolution
        </th>
        <th scope="col" className="column-part">
          uncertainty
        </th>
        <th scope="col">logarithmic</th>
        <th scope="col">ranked probability, rung after {sayMonths(months)}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ model, label, brier, decomposition, logarithmic, ranked }) => (
        <tr key={model} data-model={model}>
          <th scope="row">{label}</th>
          <Score cell={brier} />
          <td className="column-part">{sayPart(decomposition.reliability)}</td>
          <td className="column-part">{sayPart(decomposition.resolution)}</td>
          <td className="column-part">{sayPart(decomposition.uncertainty)}</td>
          <Score cell={logarithmic} />
          <Score cell={ranked} />
        </tr>
      ))}
    </tbody>
  </table>
)

const Score = ({ cell }: { readonly cell: ScoreCell | undefined }) =>
  cell ? (
    <td className="column-score" data-standing={cell.standing}>
      <strong>{sayScore(cell.score.value)}</strong>
      <span className="record-interval">{sayScoreInterval(cell.score)}</span>
      <span className="score-words">{standingWords[cell.standing]}</span>
    </td>
  ) : (
    <td className="column-score">not scored</td>
  )
