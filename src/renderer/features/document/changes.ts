import { differences } from '../../../forecast/compare/differences'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'

/** One thing that is not the same in two states of a scenario. */
interface Change {
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
  { label: 'Title', text: title },
  { label: 'Summary', text: summary },
  ...drivers.map(({ id, label }) => ({
    label: `${isolated(label)}: note`,
    text: judgment.drivers[id]?.note ?? '',
  })),
]

/** Everything in which a later state differs from an earlier one, texts first. */
export function changesBetween(before: Scenario, after: Scenario): Change[] {
  const earlier = new Map(textsOf(before).map(({ label, text }) => [label, text]))
  const texts = textsOf(after)
    .map(({ label, text }) => ({ label, before: earlier.get(label) ?? '', after: text }))
    .filter((change) => change.before !== change.after)
    .map((change) => ({ ...change, before: short(change.before), after: short(change.after) }))
  const rest = differences([before, after]).map(({ label, values: [was = '', is = ''] }) => ({
    label,
    before: was,
    after: is,
  }))
  return [...texts, ...rest]
}
