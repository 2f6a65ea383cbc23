import { tellProbability } from '../../../forecast/conclusion/words'
import type { TrackRecord } from '../../../history/backtest/track-record'
import { calibrationWords, sayCalled, tellRange } from '../../charts/calibration-words'
import { PlainCard } from './plain-card'
import { calledRows } from './track-record-words'

/** The same over every event and horizon: what the headline is read off. */
export const CalledCard = ({ record }: { readonly record: TrackRecord }) => (
  <PlainCard title="All events and horizons together">
    <table className="record-table called-table">
      <thead>
        <tr>
          <th scope="col">called</th>
          <th scope="col">came true</th>
          <th scope="col">forecasts</th>
          <th scope="col" className="column-words">
            in words
          </th>
        </tr>
      </thead>
      <tbody>
        {calledRows(record).map((row) => (
          <tr key={row.called[0]}>
            <th scope="row">{sayCalled(row)}</th>
            <td>
              <strong>{tellProbability(row.came)}</strong>
              {row.interval && <span className="record-interval">{tellRange(row.interval)}</span>}
            </td>
            <td>{row.count.toLocaleString('en-GB')}</td>
            <td className="column-words">{calibrationWords[row.calibration]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </PlainCard>
)
