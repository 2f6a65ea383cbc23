import { z } from 'zod'
import { listOf, namesOf, recordOf } from './bounded'
import { findUnplain, type TextKind } from './plain-text'

z.config({ jitless: true })

/** Most entries and characters a file may hold; what is past them is refused, not cut. */
export const limits = {
  rungs: 12,
  drivers: 30,
  responses: 24,
  transitions: 132,
  evidence: 2_000,
  claims: 50,
  impacts: 1_000,
  states: 7,
  score: 3,
  shocks: 50,
  text: 20_000,
  line: 500,
} as const

const id = z
  .string()
  .max(64, { abort: true })
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of lower-case letters, digits and hyphens')
const transitionId = z
  .string()
  .max(129, { abort: true })
  .regex(/^[a-z0-9][a-z0-9-]*>[a-z0-9][a-z0-9-]*$/, 'a transition id, from>to')
/** A text of at most so many characters, none of which is a control or half of one. */
const plain = (kind: TextKind, most: number) =>
  z
    .string()
    .max(most, { abort: true })
    .check(({ value, issues }) => {
      const expected = findUnplain(value, kind)
      if (expected) issues.push({ code: 'custom', message: expected, input: value })
    })
const line = plain('line', limits.line).min(1)
const text = plain('text', limits.text)

/** Minus zero has no meaning in a scenario and no written form in JSON, so it is read as zero. */
const withoutMinusZero = (value: number): number => (value === 0 ? 0 : value)
const between = (least: number, most: number) =>
  z.number().min(least).max(most).transform(withoutMinusZero)
const aboveZero = (most: number) => z.number().positive().max(most)
const whole = (least: number, most: number) =>
  z.int().min(least).max(most).transform(withoutMinusZero)

const probability = between(0, 1)

const isCalendarDate = (value: string): boolean => {
  const [year, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year ?? 0, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
const fullDate = z
  .string()
  .max(10, { abort: true })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date, YYYY-MM-DD', abort: true })
  .refine(isCalendarDate, 'a date of the calendar, YYYY-MM-DD')
const partialDate = z
  .string()
  .max(10, { abort: true })
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'a date, YYYY, YYYY-MM or YYYY-MM-DD',
    abort: true,
  })
  .refine(isCalendarDate, 'a date of the calendar, YYYY, YYYY-MM or YYYY-MM-DD')

/** What a single field may hold, for those who ask before they write. */
export const isId = (value: string): boolean => id.safeParse(value).success
export const isFullDate = (value: string): boolean => fullDate.safeParse(value).success
export const isPartialDate = (value: string): boolean => partialDate.safeParse(value).success

/** Three numbers of which none may be below the one before. */
const judged = (value: z.ZodType<number, number>) =>
  z
    .strictObject({ low: value, mode: value, high: value })
    .refine(({ low, mode }) => low <= mode, { path: ['mode'], error: 'a number not below low' })
    .refine(({ mode, high }) => mode <= high, { path: ['high'], error: 'a number not below mode' })

const intensity = judged(probability)
const multiplier = judged(between(1, 100))

const prior = z.strictObject({
  events: aboveZero(1e9),
  months: aboveZero(1e9),
})
const rungs = ['calm', 'threat', 'force', 'deaths', 'war'] as const
const reference = z.strictObject({
  class: id,
  level: z.enum(['dispute', 'incident']),
  from: z.enum(rungs),
  to: z.enum([...rungs, 'any']),
})
const baseRate = {
  prior: prior.exactOptional(),
  reference: reference.exactOptional(),
  rate: between(0, 1e6).exactOptional(),
  observedMonths: between(0, 1e9).exactOptional(),
}

const source = z.strictObject({
  title: line,
  publisher: line,
  published: line,
  language: line.exactOptional(),
  url: line.exactOptional(),
})

const rung = z.strictObject({ id, label: line, description: text, severity: between(0, 100) })

const transition = z.strictObject({ id: transitionId, from: id, to: id, ...baseRate, basis: text })

const driver = z.strictObject({
  id,
  label: line,
  description: text,
  role: z.enum(['escalates', 'restrains']),
  reference: probability,
  multiplier,
  actsOn: namesOf(transitionId, limits.transitions).exactOptional(),
})

const response = z.strictObject({
  id,
  label: line,
  description: text,
  ...baseRate,
  rungMultipliers: recordOf(id, between(0, 1e6), limits.rungs).exactOptional(),
  drivers: namesOf(id, limits.drivers),
  basis: text,
})

const evidenceItem = z.strictObject({
  id,
  date: partialDate,
  summary: text,
  locator: line,
  bearsOn: namesOf(id, limits.drivers),
  counts: transitionId.exactOptional(),
})

const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reach'), rung: id }),
  z.strictObject({ kind: z.literal('at-or-above'), rung: id }),
  z.strictObject({ kind: z.literal('response'), response: id }),
])

const claim = z.strictObject({
  id,
  statement: line,
  locator: line,
  wording: line,
  range: z
    .tuple([probability, probability])
    .refine(([low, high]) => low < high, 'two probabilities, the lower first')
    .exactOptional(),
  event,
})

const driverState = z.strictObject({ id, label: line, from: probability })

const impact = z.strictObject({
  from: id,
  state: id,
  to: id,
  scores: recordOf(id, between(-limits.score, limits.score), limits.states),
})

const crossImpacts = z.strictObject({
  basis: text,
  states: recordOf(id, listOf(driverState, 2, limits.states), limits.drivers),
  impacts: listOf(impact, 0, limits.impacts),
})

const conflictCase = z.strictObject({
  id,
  title: line,
  asOf: fullDate,
  source,
  ladder: listOf(rung, 2, limits.rungs),
  transitions: listOf(transition, 0, limits.transitions),
  drivers: listOf(driver, 1, limits.drivers),
  responses: listOf(response, 0, limits.responses),
  evidence: listOf(evidenceItem, 0, limits.evidence),
  conclusion: listOf(claim, 0, limits.claims),
  crossImpacts: crossImpacts.exactOptional(),
})

const shock = z.strictObject({
  month: between(0, 1e4),
  change: between(-1, 1),
  lasts: aboveZero(1e4).exactOptional(),
  label: line.exactOptional(),
})

const driverJudgment = z.strictObject({
  intensity,
  multiplier: multiplier.exactOptional(),
  trendPerYear: between(-100, 100).exactOptional(),
  shocks: listOf(shock, 0, limits.shocks).exactOptional(),
  note: text.exactOptional(),
})

const judgment = z.strictObject({
  start: recordOf(id, probability, limits.rungs),
  horizonMonths: whole(1, 120),
  drivers: recordOf(id, driverJudgment, limits.drivers),
  disputed: namesOf(id, limits.evidence),
  yardstick: z.enum(['icd-203', 'phia', 'ipcc']),
})

/**
 * The shape of a scenario file; what ids refer to is checked after it. It is that of the
 * newest version, of which older ones hold a part: migrations.ts knows what they lack.
 */
export const scenarioFileSchema = z.strictObject({
  format: z.literal('brink-scenario'),
  formatVersion: z.literal([1, 2, 3]),
  title: line,
  summary: text,
  case: conflictCase,
  judgment,
  run: z.strictObject({
    draws: whole(1, 1_000_000),
    seed: whole(0, 4_294_967_295),
  }),
})
