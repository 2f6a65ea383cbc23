import { readFileSync } from 'node:fs'
import { describeFailure } from '../../src/scenario-file/failures'
import { parseScenario } from '../../src/scenario-file/parse'

/** A program of its own that reads the largest hostile files there can be, one after another. */

/** What became of one of them; null where nothing had to be said. */
export interface Outcome {
  readonly name: string
  /** Of the processor, in milliseconds. */
  readonly ms: number
  readonly isRead: boolean
  readonly said: { readonly summary: string; readonly details: readonly string[] } | null
}

const [good = ''] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'))
const LARGEST = 20 * 1024 * 1024
const MANY = 190_000

// biome-ignore lint/suspicious/noExplicitAny: a file on its way to being broken has no type
type Loose = any

const withChange = (change: (file: Loose) => void) => (): string => {
  const file = JSON.parse(good)
  change(file)
  return JSON.stringify(file)
}

const many = <T>(item: T, count = MANY): T[] => Array(count).fill(item)
const manyKeys = (value: unknown, count = MANY): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]))
const LONG = 'a'.repeat(LARGEST - 100_000)

/** As many faults as the lengths of all lists leave room for. */
function everythingWrong(file: Loose): void {
  const wrong = { id: 'A', label: '\u0007', from: 2, state: 'A', to: 'A', scores: manyKeys('x', 7) }
  const item = { id: 'A', date: 'x', summary: 1, locator: '', bearsOn: many(1, 30), counts: 'A' }
  file.case.evidence = many({ ...item, x: 1 }, 2000)
  file.case.transitions = many(
    { id: 'A', from: 1, prior: {}, reference: { class: 1 }, rate: -1, observedMonths: -1 },
    132,
  )
  file.case.drivers = many({ actsOn: many('A', 132), multiplier: {} }, 30)
  file.case.responses = many({ drivers: many(1, 30), rungMultipliers: manyKeys('x', 12) }, 24)
  file.case.crossImpacts.impacts = many(wrong, 1000)
  file.judgment.drivers = manyKeys(
    { shocks: many({ month: -1, change: 2, lasts: 0, x: 1 }, 50) },
    30,
  )
  file.judgment.disputed = many('A', 2000)
}

const LISTS: readonly (readonly [string, (file: Loose, list: unknown[]) => void])[] = [
  ['rungs', (file, list) => Object.assign(file.case, { ladder: list })],
  ['transitions', (file, list) => Object.assign(file.case, { transitions: list })],
  ['drivers', (file, list) => Object.assign(file.case, { drivers: list })],
  ['actsOn', (file, list) => Object.assign(file.case.drivers[0], { actsOn: list })],
  ['responses', (file, list) => Object.assign(file.case, { responses: list })],
  ['evidence', (file, list) => Object.assign(file.case, { evidence: list })],
  ['bearsOn', (file, list) => Object.assign(file.case.evidence[0], { bearsOn: list })],
  ['claims', (file, list) => Object.assign(file.case, { conclusion: list })],
  ['range', (file, list) => Object.assign(file.case.conclusion[0], { range: list })],
  ['impacts', (file, list) => Object.assign(file.case.crossImpacts, { impacts: list })],
  ['states', (file, list) => Object.assign(file.case.crossImpacts.states, { mayor: list })],
  ['shocks', (file, list) => Object.assign(file.judgment.drivers.mayor, { shocks: list })],
  ['disputed', (file, list) => Object.assign(file.judgment, { disputed: list })],
]
const RECORDS: readonly (readonly [string, (file: Loose, record: object) => void])[] = [
  ['start', (file, record) => Object.assign(file.judgment, { start: record })],
  ['judged drivers', (file, record) => Object.assign(file.judgment, { drivers: record })],
  ['states by driver', (file, record) => Object.assign(file.case.crossImpacts, { states: record })],
  [
    'scores',
    (file, record) => Object.assign(file.case.crossImpacts.impacts[0], { scores: record }),
  ],
  ['fields', (file, record) => Object.assign(file.case, record)],
  ['fields at the top', (file, record) => Object.assign(file, record)],
]

const texts: readonly (readonly [string, () => string])[] = [
  ['brackets', () => '['.repeat(LARGEST)],
  ['objects', () => '{"a":'.repeat(LARGEST / 5)],
  ['white space', () => ' '.repeat(LARGEST)],
  ['empty lines before prose', () => `${'\n'.repeat(LARGEST - 1)}x`],
  ['digits', () => '1'.repeat(LARGEST)],
  ['an exponent', () => `1e${'9'.repeat(LARGEST - 2)}`],
  ['a string', () => `"${LONG}"`],
  ['a string without end', () => `"${LONG}`],
  ['a string of escapes', () => `"${'\\n'.repeat(LARGEST / 2 - 1)}"`],
  ['escapes without end', () => `"${'\\"'.repeat(LARGEST / 2 - 1)}`],
  ['a long key', () => `{"${LONG}":1}`],
  ['a long forbidden key', () => `{"${LONG}":1,"${'\\u005f'}_proto__":1}`],
  ['too many keys', () => JSON.stringify(manyKeys(1, 300_000))],
  ['ten million zeros', () => `[${'0,'.repeat(1e7)}0]`],
  ['commas', () => `[${','.repeat(LARGEST - 2)}`],
  ['everything wrong', withChange(everythingWrong)],
  ...['title', 'summary'].map(
    (field) =>
      [`a long ${field}`, withChange((file) => Object.assign(file, { [field]: LONG }))] as const,
  ),
  ['a long id', withChange((file) => Object.assign(file.case, { id: LONG }))],
  ['a long date', withChange((file) => Object.assign(file.case, { asOf: LONG }))],
  [
    'a long name of a rung',
    withChange((file) => Object.assign(file.judgment, { start: { [LONG]: 1 } })),
  ],
  ['a long field', withChange((file) => Object.assign(file.case, { [LONG]: 1 }))],
  ['a long word', withChange((file) => Object.assign(file.judgment, { yardstick: LONG }))],
  ...LISTS.map(
    ([name, put], at) =>
      [name, withChange((file) => put(file, many<unknown>([1, {}, '\u0007'][at % 3])))] as const,
  ),
  ...RECORDS.map(
    ([name, put]) => [`${name}`, withChange((file) => put(file, manyKeys('\u0007')))] as const,
  ),
]

for (const [name, make] of texts) {
  const text = make()
  const begun = process.cpuUsage()
  const result = parseScenario(text)
  // Of this process alone, so that a busy machine is not taken for a slow reader.
  const { user, system } = process.cpuUsage(begun)
  const ms = (user + system) / 1000
  const said = result.ok ? null : describeFailure(result.failure)
  const outcome: Outcome = { name, ms, isRead: result.ok, said }
  console.log(JSON.stringify(outcome))
}
