import './tour.css'
import { useEffect, useId, useRef, useState } from 'react'
import { setView, useView } from '../../state/view-store'
import { type Step, steps } from './steps'
import { useTourPlaces } from './use-places'

/**
 * Points at the parts of the screen one after the other. Nothing is held back meanwhile: whoever
 * wants to work goes on, and the tour stays until it is ended or skipped.
 */
export const Tour = () => {
  const [at, setAt] = useState(0)
  const end = useEnd()
  const step = steps[at]
  // What is pointed at is on the first screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: so it is at every step anew
  useEffect(() => setView({ screen: 'forecast' }), [at])
  return step && <StepCard key={at} {...{ step, at, onGo: setAt, onEnd: end }} />
}

/** At a first start the keyboard is not taken from someone who has begun to work. */
const mayTakeFocus = (at: number): boolean =>
  at > 0 || useView.getState().tour === 'asked-for' || document.activeElement === document.body

/** Gives the keyboard back to where it was. */
function useEnd(): () => void {
  const before = useRef<Element | null>(document.activeElement)
  return () => {
    setView({ tour: undefined })
    const { current } = before
    if (current instanceof HTMLElement && current.isConnected) current.focus()
  }
}

interface StepCardProps {
  readonly step: Step
  readonly at: number
  readonly onGo: (at: number) => void
  readonly onEnd: () => void
}

const StepCard = ({ step, at, onGo, onEnd }: StepCardProps) => {
  const [titleId, textId] = [useId(), useId()]
  const card = useRef<HTMLDivElement>(null)
  const { rings, card: place } = useTourPlaces(step, card)
  // The title and the words are read out as the keyboard comes to the card.
  useEffect(() => {
    if (mayTakeFocus(at)) card.current?.focus({ preventScroll: true })
    document.querySelector(step.targets[0])?.scrollIntoView({ block: 'nearest' })
  }, [at, step])
  useEscape(onEnd)
  const isLast = at === steps.length - 1
  return (
    <>
      {rings.map((box) => (
        <div key={`${box.left} ${box.top}`} className="tour-ring" style={box} aria-hidden="true" />
      ))}
      <div
        ref={card}
        className={`tour-card ${place ? '' : 'tour-card-loose'}`}
        style={place}
        role="dialog"
        aria-labelledby={titleId}
        aria-describedby={textId}
        tabIndex={-1}
      >
        <h2 id={titleId}>
          {step.title}
          <span className="sr-only">
            , tour, step {at + 1} of {steps.length}
          </span>
        </h2>
        <p id={textId}>{step.text}</p>
        <div className="tour-foot">
          <span className="hint" aria-hidden="true">
            {at + 1} of {steps.length}
          </span>
          <span className="tour-space" />
          {!isLast && (
            <button type="button" className="quiet" onClick={onEnd}>
              Skip
            </button>
          )}
          {at > 0 && (
            <button type="button" onClick={() => onGo(at - 1)}>
              Back
            </button>
          )}
          <button
            type="button"
            className="primary"
            onClick={() => (isLast ? onEnd() : onGo(at + 1))}
          >
            {isLast ? 'Done' : 'Next'}
          </button>
        </div>
      </div>
    </>
  )
}

/** Escape ends the tour, unless something nearer is to be left by it. */
function useEscape(onEnd: () => void): void {
  const hasDialog = useView(
    ({ dialog, exporting }) => dialog !== undefined || exporting !== undefined,
  )
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || hasDialog) return
      if (document.querySelector(':popover-open, dialog[open]')) return
      onEnd()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [onEnd, hasDialog])
}
