import type { Case, CrossImpact, CrossImpacts, Scenario } from '../forecast/scenario'

/**
 * Writes a scenario as the text of a file: fields in the order of the format,
 * entries in the order of the case, so that equal scenarios give equal bytes.
 */
export function serializeScenario(scenario: Scenario): string {
  const { title, summary, case: conflictCase, judgment, run } = scenario
  const { ladder, drivers } = conflictCase
  const file = {
    format: 'brink-scenario',
    formatVersion: lowestVersionFor(conflictCase),
    title,
    summary,
    case: ordered(conflictCase, CASE_ORDER, {
      source: (source) => ordered(source, SOURCE_ORDER),
      ladder: each((rung) => ordered(rung, RUNG_ORDER)),
      transitions: each((transition) => ordered(transition, TRANSITION_ORDER, PRIOR)),
      drivers: each((driver) => ordered(driver, DRIVER_ORDER, MULTIPLIER)),
      responses: each((response) =>
        ordered(response, RESPONSE_ORDER, {
          ...PRIOR,
          rungMultipliers: (record) => ordered(record, idsIn(ladder)),
        }),
      ),
      evidence: each((item) => ordered(item, EVIDENCE_ORDER)),
      conclusion: each((claim) =>
        ordered(claim, CLAIM_ORDER, { event: (event) => ordered(event, EVENT_ORDER) }),
      ),
      crossImpacts: (impacts) => orderedCrossImpacts(impacts as CrossImpacts, idsIn(drivers)),
    }),
    judgment: ordered(judgment, JUDGMENT_ORDER, {
      start: (start) => ordered(start, idsIn(ladder)),
      drivers: (record) => ordered(record, idsIn(drivers), everyKey(idsIn(drivers), orderedDriver)),
    }),
    run: ordered(run, ['draws', 'seed']),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** So that a file stays readable for every older Brink that knows all that it holds. */
function lowestVersionFor({ transitions, responses, crossImpacts }: Case): number {
  if ([...transitions, ...responses].some(({ reference }) => reference !== undefined)) return 3
  return crossImpacts === undefined ? 1 : 2
}

const CASE_ORDER = [
  'id',
  'title',
  'asOf',
  'source',
  'ladder',
  'transitions',
  'drivers',
  'responses',
  'evidence',
  'conclusion',
  'crossImpacts',
]
const SOURCE_ORDER = ['title', 'publisher', 'published', 'language', 'url']
const RUNG_ORDER = ['id', 'label', 'description', 'severity']
const TRANSITION_ORDER = [
  'id',
  'from',
  'to',
  'prior',
  'reference',
  'rate',
  'observedMonths',
  'basis',
]
const DRIVER_ORDER = ['id', 'label', 'description', 'role', 'reference', 'multiplier', 'actsOn']
const RESPONSE_ORDER = [
  'id',
  'label',
  'description',
  'prior',
  'reference',
  'rate',
  'observedMonths',
  'rungMultipliers',
  'drivers',
  'basis',
]
const EVIDENCE_ORDER = ['id', 'date', 'summary', 'locator', 'bearsOn', 'counts']
const CLAIM_ORDER = ['id', 'statement', 'locator', 'wording', 'range', 'event']
const EVENT_ORDER = ['kind', 'rung', 'response']
const CROSS_IMPACTS_ORDER = ['basis', 'states', 'impacts']
const STATE_ORDER = ['id', 'label', 'from']
const IMPACT_ORDER = ['from', 'state', 'to', 'scores']
const JUDGMENT_ORDER = ['start', 'horizonMonths', 'drivers', 'disputed', 'yardstick']
const DRIVER_JUDGMENT_ORDER = ['intensity', 'multiplier', 'trendPerYear', 'shocks', 'note']
const SHOCK_ORDER = ['month', 'change', 'lasts', 'label']
const JUDGED_ORDER = ['low', 'mode', 'high']

type Writer = (value: object) => unknown
type Writers = Readonly<Record<string, Writer>>

/** A copy with its known fields in order; fields without a value are left out. */
function ordered(value: object, order: readonly string[], writers: Writers = {}): object {
  const fields = value as Readonly<Record<string, unknown>>
  const entries = order.flatMap((key) => {
    const field = fields[key]
    if (field === undefined) return []
    const write = writers[key]
    return [[key, write ? write(field as object) : field] as const]
  })
  return Object.fromEntries(entries)
}

const each =
  (write: Writer): Writer =>
  (list) =>
    (list as readonly object[]).map(write)

const everyKey = (keys: readonly string[], write: Writer): Writers =>
  Object.fromEntries(keys.map((key) => [key, write]))

const idsIn = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id)

const orderedJudged: Writer = (judged) => ordered(judged, JUDGED_ORDER)

const PRIOR: Writers = {
  prior: (prior) => ordered(prior, ['events', 'months']),
  reference: (reference) => ordered(reference, ['class', 'level', 'from', 'to']),
}
const MULTIPLIER: Writers = { multiplier: orderedJudged }

const orderedDriver: Writer = (judgment) =>
  ordered(judgment, DRIVER_JUDGMENT_ORDER, {
    intensity: orderedJudged,
    multiplier: orderedJudged,
    shocks: each((shock) => ordered(shock, SHOCK_ORDER)),
  })

const orderedCrossImpacts = (crossImpacts: CrossImpacts, drivers: readonly string[]): object =>
  ordered(crossImpacts, CROSS_IMPACTS_ORDER, {
    states: (states) =>
      ordered(
        states,
        drivers,
        everyKey(
          drivers,
          each((state) => ordered(state, STATE_ORDER)),
        ),
      ),
    impacts: each((impact) =>
      ordered(impact, IMPACT_ORDER, {
        scores: (scores) =>
          ordered(scores, idsIn(crossImpacts.states[(impact as CrossImpact).to] ?? [])),
      }),
    ),
  })
