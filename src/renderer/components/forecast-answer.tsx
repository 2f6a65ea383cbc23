import { useEffect } from 'react'
import {
  chosenEvent,
  type EventOutlook,
  eventChoices,
  eventOutlook,
} from '../../forecast/conclusion/outlook'
import { sayRange, tellProbability } from '../../forecast/conclusion/words'
import { forgetBefore, useBefore } from '../state/before-store'
import { selectScenario, useDocument } from '../state/document-store'
import { useForecast } from '../state/forecast-store'
import { useView } from '../state/view-store'
import { EventSelect } from './event-select'

/** The forecast of the chosen event, and what it was before the last edit here, always in sight. */
export const ForecastAnswer = () => {
  const { update, failure } = useForecast()
  const scenario = useDocument(selectScenario)
  const claim = useView((view) => view.claim)
  const isDragging = useView((view) => view.isDragging)
  const { update: before, what } = useBefore()
  useEffect(() => forgetBefore, [])
  const outlook = update && eventOutlook(update, undefined, claim)
  const isChanged = before !== undefined && before.scenario !== update?.scenario
  const earlier = isChanged ? eventOutlook(before, undefined, claim) : undefined
  const choices = eventChoices(scenario)
  const chosen = (outlook?.choice ?? chosenEvent(scenario, claim))?.id
  return (
    <section className="answer" aria-label="What the forecast says">
      <p aria-live={isDragging ? 'off' : 'polite'} aria-atomic="true" data-testid="answer">
        {failure ? (
          `The forecast could not be computed: ${failure}.`
        ) : outlook ? (
          <Answer {...{ outlook, earlier, what }} />
        ) : (
          'Computing the first forecast…'
        )}
      </p>
      {choices.length > 1 && chosen !== undefined && (
        <EventSelect label="Event to follow" value={chosen} choices={choices} />
      )}
    </section>
  )
}

interface AnswerProps {
  readonly outlook: EventOutlook
  readonly earlier: EventOutlook | undefined
  readonly what: string
}

const end = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

const Answer = ({ outlook, earlier, what }: AnswerProps) => {
  const { subject, series } = outlook
  const now = tellProbability(end(series.mean))
  const was = earlier?.subject === subject ? tellProbability(end(earlier.series.mean)) : undefined
  return (
    <>
      {subject}: {was !== undefined && was !== now && `${was} → `}
      <strong>{now}</strong> ({sayRange(end(series.p05), end(series.p95))})
      {was !== undefined && (
        <span className="answer-since">
          {was === now ? `, as before ${what}` : ` since ${what}`}
        </span>
      )}
    </>
  )
}
