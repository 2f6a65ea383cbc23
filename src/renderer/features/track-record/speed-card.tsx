import type { TrackRecord } from '../../../history/backtest/track-record'
import { PlainCard } from './plain-card'
import { saySecondSpeed } from './track-record-words'

/** Whether the time already spent on a rung would say more. */
export const SpeedCard = ({ record }: { readonly record: TrackRecord }) => (
  <PlainCard title="A second speed: time on a rung">
    <div className="record-prose">
      {saySecondSpeed(record).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  </PlainCard>
)
