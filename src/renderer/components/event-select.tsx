import type { Id } from '../../forecast/scenario'
import { setView } from '../state/view-store'

interface EventOption {
  readonly id: Id
  readonly label: string
  /** Where events of several cases stand side by side. */
  readonly caseTitle?: string
}

interface EventSelectProps {
  /** What is done here with the event chosen. */
  readonly label: string
  readonly value: Id
  readonly choices: readonly EventOption[]
}

/** The event that the whole window follows; those of several cases stand under their case. */
export const EventSelect = ({ label, value, choices }: EventSelectProps) => {
  const cases = [...new Set(choices.map(({ caseTitle }) => caseTitle))]
  const optionsOf = (wanted: string | undefined) =>
    choices
      .filter(({ caseTitle }) => caseTitle === wanted)
      .map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))
  return (
    <select
      className="event-choice"
      aria-label={label}
      value={value}
      onChange={(event) => setView({ claim: event.target.value })}
    >
      {cases.length === 1
        ? optionsOf(cases[0])
        : cases.map((caseTitle) => (
            <optgroup key={caseTitle} label={caseTitle}>
              {optionsOf(caseTitle)}
            </optgroup>
          ))}
    </select>
  )
}
