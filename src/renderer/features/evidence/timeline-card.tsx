import { useMemo } from 'react'
import { sayDate } from '../../../forecast/calendar'
import { sayTopic } from '../../../forecast/evidence-words'
import type { Case, EvidenceItem, Id, Judgment, Scenario } from '../../../forecast/scenario'
import { TimelineChart, timelineHeight } from '../../charts/timeline-chart'
import type { TimelineItem } from '../../charts/timeline-marks'
import { type TimelineMark, timelineRows } from '../../charts/timeline-rows'
import { Card } from '../../components/card'
import { useWidth } from '../../components/use-width'
import { setView, useView } from '../../state/view-store'
import { useTopic } from './topic'
import { TopicSelect } from './topic-select'

/** What the marks of the timeline stand for. */
export const HOW_TIMELINE_IS_DRAWN =
  'Dot: dated to the day. Bar: to the month or year. Arrow: counted as a move. Hollow and struck: disputed.'

/** When it happened and what it bears on, above the rungs between which it moved the conflict. */
export const TimelineCard = ({ scenario }: { readonly scenario: Scenario }) => {
  const [ref, width] = useWidth()
  const spot = useView((view) => view.spot)
  const { case: conflictCase, judgment } = scenario
  const { disputed, start } = judgment
  const topic = useTopic(conflictCase)
  const timeline = useMemo(
    () => timelineRows(conflictCase, { disputed, start }, topic),
    [conflictCase, disputed, start, topic],
  )
  const items = useMemo(() => itemsOf(conflictCase, disputed), [conflictCase, disputed])
  const { evidence, asOf } = conflictCase
  return (
    <Card
      chart="timeline"
      title="When it happened, and what it is about"
      description={`${evidence.length} items of evidence in time up to ${sayDate(asOf)}, by what they bear on. The list below says the same in words.`}
      tools={<TopicSelect scenario={scenario} />}
      picture={
        <div ref={ref} className="chart timeline" style={{ height: timelineHeight(timeline) }}>
          {width > 0 && (
            <TimelineChart
              {...{ timeline, asOf, items, width }}
              chosen={spot?.kind === 'evidence' ? spot.id : undefined}
              onChoose={choose}
            />
          )}
        </div>
      }
      note={HOW_TIMELINE_IS_DRAWN}
      table={<EvidenceTable scenario={scenario} />}
    />
  )
}

/** What is not among the items shown is shown again with all the others. */
const choose = ({ id, isAside }: TimelineMark): void =>
  setView({ spot: { kind: 'evidence', id }, ...(isAside ? { topic: undefined } : {}) })

/** What the chart tells of each item. */
export const itemsOf = (
  { evidence }: Case,
  disputed: Judgment['disputed'],
): ReadonlyMap<Id, TimelineItem> =>
  new Map(evidence.map((item) => [item.id, { ...item, isDisputed: disputed.includes(item.id) }]))

const EvidenceTable = ({
  scenario: { case: conflictCase, judgment },
}: {
  readonly scenario: Scenario
}) => (
  <table className="series-table evidence-table">
    <caption className="sr-only">The evidence of the case</caption>
    <thead>
      <tr>
        <th scope="col">Date</th>
        <th scope="col">What happened</th>
        <th scope="col">Where in the source</th>
        <th scope="col">Bears on</th>
        <th scope="col">Counts for</th>
        <th scope="col">Accepted</th>
      </tr>
    </thead>
    <tbody>
      {conflictCase.evidence.map((item: EvidenceItem) => (
        <tr key={item.id}>
          <th scope="row">{sayDate(item.date)}</th>
          <td>{item.summary}</td>
          <td>{item.locator}</td>
          <td>
            {item.bearsOn.map((id) => sayTopic(conflictCase, { kind: 'driver', id })).join(', ')}
          </td>
          <td>
            {item.counts !== undefined &&
              sayTopic(conflictCase, { kind: 'transition', id: item.counts })}
          </td>
          <td>{judgment.disputed.includes(item.id) ? 'disputed' : 'yes'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
