import type { TrackRecord } from '../../../history/backtest/track-record'
import { setView } from '../../state/view-store'
import { sayNotShown, sayShown } from './limits'
import { PlainCard } from './plain-card'

/** What the back-test shows, and what it does not. */
export const LimitsCard = ({ record }: { readonly record: TrackRecord }) => (
  <PlainCard title="What this shows, and what it does not">
    <div className="record-limits">
      <Said heading="It shows" texts={sayShown(record)} />
      <Said heading="It does not show" texts={sayNotShown(record)} />
    </div>
    <p className="chart-note">
      The rates of the case that is open, and what they rest on:{' '}
      <button type="button" className="link" onClick={() => setView({ screen: 'rates' })}>
        Base rates
      </button>
    </p>
  </PlainCard>
)

const Said = ({
  heading,
  texts,
}: {
  readonly heading: string
  readonly texts: readonly string[]
}) => (
  <section>
    <h3>{heading}</h3>
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </section>
)
