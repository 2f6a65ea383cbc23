import { useView } from '../../state/view-store'
import { BandsCard } from './bands-card'
import { CalledCard } from './called-card'
import { LimitsCard } from './limits-card'
import { QuestionChoice } from './question-choice'
import { questionOf, record } from './record'
import { ReliabilityCard } from './reliability-card'
import { ScoresCard } from './scores-card'
import { SpeedCard } from './speed-card'
import { sayHeadline, sayReach, sayStanding } from './track-record-words'

/** What a ladder of base rates would have said in the past, and what came of it. */
export const TrackRecordScreen = () => {
  const wanted = useView((view) => view.recordQuestion)
  const question = questionOf(record, wanted)
  return (
    <div className="track-record">
      <header className="headline">
        <h1>{sayHeadline(record)}</h1>
        <p>{sayReach(record)}</p>
        <p>{sayStanding(record)}</p>
        <p className="hint">
          The same whatever scenario is open: it is of a ladder with base rates alone, from{' '}
          {record.fromYear} to {record.toYear}, and of no driver.
        </p>
      </header>
      {question && (
        <>
          <QuestionChoice record={record} question={question} />
          <div className="record-pair">
            <ReliabilityCard question={question} />
            <CalledCard record={record} />
          </div>
          <ScoresCard record={record} question={question} />
          <div className="record-pair">
            <BandsCard record={record} question={question} />
            <SpeedCard record={record} />
          </div>
        </>
      )}
      <LimitsCard record={record} />
    </div>
  )
}
