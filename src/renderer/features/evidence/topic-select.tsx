import type { Topic } from '../../../forecast/links'
import { sayTransition } from '../../../forecast/rate-words'
import type { Scenario } from '../../../forecast/scenario'
import { setView } from '../../state/view-store'
import { useTopic } from './topic'

interface Group {
  readonly kind: Topic['kind']
  readonly label: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

const EVERYTHING = ''

/** Which evidence is asked for: all of it, or what is about one part of the case. */
export const TopicSelect = ({ scenario }: { readonly scenario: Scenario }) => {
  const topic = useTopic(scenario.case)
  const groups = groupsOf(scenario)
  const choose = (value: string): void => {
    const [kind, id] = value.split(' ')
    const group = groups.find((each) => each.kind === kind)
    setView({ topic: group && id !== undefined ? { kind: group.kind, id } : undefined })
  }
  return (
    <select
      className="topic-select"
      aria-label="Evidence shown"
      value={topic ? `${topic.kind} ${topic.id}` : EVERYTHING}
      onChange={(event) => choose(event.target.value)}
    >
      <option value={EVERYTHING}>Everything</option>
      {groups.map(({ kind, label, options }) => (
        <optgroup key={kind} label={label}>
          {options.map((option) => (
            <option key={option.id} value={`${kind} ${option.id}`}>
              {option.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

function groupsOf({ case: conflictCase }: Scenario): Group[] {
  const { drivers, transitions, responses, conclusion } = conflictCase
  const all: Group[] = [
    { kind: 'driver', label: 'Bears on a driver', options: drivers },
    {
      kind: 'transition',
      label: 'Counts for a move',
      options: transitions.map((each) => ({
        id: each.id,
        label: sayTransition(conflictCase, each),
      })),
    },
    { kind: 'response', label: 'Bears on drivers of a response', options: responses },
    {
      kind: 'claim',
      label: 'Stands behind a claim',
      options: conclusion.map(({ id, statement }) => ({ id, label: statement })),
    },
  ]
  return all.filter(({ options }) => options.length > 0)
}
