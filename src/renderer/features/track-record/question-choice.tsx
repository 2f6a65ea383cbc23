import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import { ChoiceField } from '../../components/choice-field'
import { setView } from '../../state/view-store'
import { rungWords, sayCounts, sayMonths } from './track-record-words'

interface QuestionProps {
  readonly record: TrackRecord
  readonly question: QuestionRecord
}

/** Which event, and within how many months: what the cards below are about. */
export const QuestionChoice = ({ record: { questions }, question }: QuestionProps) => {
  const { outcome, months } = question
  const outcomes = [...new Set(questions.map((each) => each.outcome))]
  const horizons = [
    ...new Set(questions.filter((each) => each.outcome === outcome).map((each) => each.months)),
  ]
  return (
    <div className="record-question">
      <ChoiceField
        label="Reaching"
        value={outcome}
        choices={outcomes.map((value) => ({ value, label: rungWords[value] }))}
        onChoose={(chosen) => setView({ recordQuestion: { outcome: chosen, months } })}
      />
      <ChoiceField
        label="within"
        value={String(months)}
        choices={horizons.map((each) => ({ value: String(each), label: sayMonths(each) }))}
        onChoose={(chosen) => setView({ recordQuestion: { outcome, months: Number(chosen) } })}
      />
      <p className="record-counts" aria-live="polite">
        {sayCounts(question)}
      </p>
    </div>
  )
}
