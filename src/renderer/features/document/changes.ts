import { differences } from '../../../forecast/compare/differences'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'

/** One thing that is not the same in two states of a scenario. */
interface Change {
  /** Of its own in a list. */
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
}

const LONGEST = 60

const short = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length === 0) return 'empty'
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join('')}…`
    : characters.join('')
}

/** The texts of a scenario that its forecast does not go by. */
const textsOf = ({ title, summary, case: { drivers }, judgment }: Scenario) => [
  { key: 'title', label: 'Title', text: title },
  { key: 'summary', label: 'Summary', text: summary },
  ...drivers.map(({ id, label }) => ({
    key: `note ${id}`,
    label: `${isolated(label)}: note`,
    text: judgment.drivers[id]?.note ?? '',
  })),
]

/** Everything in which a later state differs from an earlier one, texts first. */
export function changesBetween(before: Scenario, after: Scenario): Change[] {
  const earlier = new Map(textsOf(before).map(({ key, text }) => [key, text]))
  const texts = textsOf(after)
    .map(({ text, ...line }) => ({ ...line, before: earlier.get(line.key) ?? '', after: text }))
    .filter((change) => change.before !== change.after)
    .map((change) => ({ ...change, before: short(change.before), after: short(change.after) }))
  // Labels may be the same: two drivers can go by one name.
  const rest = differences([before, after]).map(
    ({ label, values: [was = '', is = ''] }, index) => ({
      key: `difference ${index}`,
      label,
      before: was,
      after: is,
    }),
  )
  return [...texts, ...rest]
}

/** In one line what a state brought that the one before it had not. */
export function sayChanges(before: Scenario, after: Scenario): string {
  const [first, ...others] = changesBetween(before, after)
  if (!first) return 'As the one before, in all that is shown or computed'
  const change = `${isolated(first.label)} from ${isolated(first.before)} to ${isolated(first.after)}`
  if (others.length === 0) return change
  return `${change}, and ${others.length} more ${others.length === 1 ? 'change' : 'changes'}`
}
