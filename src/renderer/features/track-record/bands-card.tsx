import { sayProbability } from '../../../forecast/conclusion/words'
import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import { bandRows, sayAllBands } from './band-rows'
import { PlainCard } from './plain-card'
import { sayQuestion } from './track-record-words'

interface BandsCardProps {
  readonly record: TrackRecord
  readonly question: QuestionRecord
}

/** Whether the judgment bands hold what they say. */
export const BandsCard = ({ record, question }: BandsCardProps) => (
  <PlainCard title={`Judgment bands: ${sayQuestion(question)}`}>
    <table className="record-table bands-table">
      <thead>
        <tr>
          <th scope="col">forecaster</th>
          <th scope="col">band</th>
          <th scope="col">held, with chance</th>
          <th scope="col" className="column-words">
            in words
          </th>
          <th scope="col">held by the band alone</th>
        </tr>
      </thead>
      <tbody>
        {bandRows(record, question).map((row) => (
          <tr key={`${row.model} ${row.nominal}`} data-band={`${row.model} ${row.nominal}`}>
            <th scope="row">{row.label}</th>
            <td>{sayProbability(row.nominal)}</td>
            <td>
              <strong>{sayProbability(row.withChance)}</strong>
              <span className="record-interval">of {row.groups} groups</span>
            </td>
            <td className="column-words">{row.words}</td>
            <td>
              {row.alone === undefined ? (
                'no large group'
              ) : (
                <>
                  {sayProbability(row.alone)}
                  <span className="record-interval">of {row.largeGroups} large groups</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="hint chart-note">
      A band says how far a forecast is open because its rates are. One event cannot test it; a
      group of forecasts that were the same can, by how many of them came true.{' '}
      {sayAllBands(record)}
    </p>
  </PlainCard>
)
