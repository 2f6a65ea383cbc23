import { sayProbability } from '../../../forecast/conclusion/words'
import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import type { StateName } from '../../../history/ladder'
import type { Interval } from '../../../history/resampling'
import {
  FEWEST_DISPUTES,
  hasPoint,
  type ReliabilityRow,
  reliabilityRows,
} from '../../charts/reliability-rows'
import { sayPart, scoreRows } from './score-rows'

/** A rung of the record's ladder, in the words of a sentence. */
export const rungWords: Readonly<Record<StateName, string>> = {
  calm: 'calm',
  threat: 'threat or display of force',
  force: 'use of force',
  deaths: 'use of force with deaths',
  war: 'war',
}

export const sayMonths = (months: number): string => `${months} month${months === 1 ? '' : 's'}`

export const sayQuestion = ({
  outcome,
  months,
}: Pick<QuestionRecord, 'outcome' | 'months'>): string =>
  `${rungWords[outcome]} within ${sayMonths(months)}`

const count = (number: number): string => number.toLocaleString('en-GB')

export const sayDisputes = (number: number): string =>
  `${count(number)} ${number === 1 ? 'dispute' : 'disputes'}`

/** How much there is to judge by. */
export function sayCounts(question: QuestionRecord): string {
  const { forecasts, disputes, events, disputesWithEvents } = question
  const few = disputesWithEvents < FEWEST_DISPUTES ? ', too few to judge by' : ''
  return `${count(forecasts)} forecasts in ${sayDisputes(disputes)}; it came after ${count(events)} of them, in ${sayDisputes(disputesWithEvents)}${few}.`
}

/** A share as so many in a hundred. */
export function inHundred(share: number): string {
  const whole = Math.round(share * 100)
  return whole === 0 && share > 0 ? 'fewer than 1 in 100' : `${whole} in 100`
}

/** What was called so on all questions together. */
export const calledRows = ({ called }: TrackRecord): ReliabilityRow[] =>
  reliabilityRows(called.find(({ model }) => model === 'ladder')?.bins ?? [])

/** The forecast that the headline is about. */
const ABOUT = 0.1

const aboutTen = (rows: readonly ReliabilityRow[]): ReliabilityRow | undefined =>
  rows.find(({ called: [from, to] }) => from <= ABOUT && ABOUT < to)

/** How often what was called 10 % came. */
export function sayHeadline(record: TrackRecord): string {
  const row = aboutTen(calledRows(record))
  return row
    ? `Of the moments that the ladder called about ${sayProbability(ABOUT)}, ${inHundred(row.came)} came true.`
    : 'What the ladder would have said, and what came of it'
}

/** How sure that is, and where the ladder is furthest from what came. */
export function sayReach(record: TrackRecord): string {
  const rows = calledRows(record)
  const interval = aboutTen(rows)?.interval
  const parts = interval
    ? [
        `The 95\u202f% interval, from drawing whole disputes again, is ${sayBetween(interval)} in 100.`,
      ]
    : []
  return [...parts, sayFurthest(rows)].join(' ')
}

const sayBetween = ([low, high]: readonly [number, number]): string =>
  `${Math.round(low * 100)} to ${Math.round(high * 100)}`

function sayFurthest(rows: readonly ReliabilityRow[]): string {
  const off = rows.filter(({ calibration }) => calibration === 'more' || calibration === 'less')
  const gap = ({ mean, came }: ReliabilityRow): number => Math.abs(mean - came)
  const [furthest] = [...off].filter(hasPoint).sort((a, b) => gap(b) - gap(a))
  if (!furthest) return 'Nothing else that it called is clearly off.'
  const { mean, came, interval } = furthest
  const between = interval ? ` (${sayBetween(interval)})` : ''
  return `Furthest off is what it called about ${sayProbability(mean)}: ${inHundred(came)} came true${between}.`
}

/** How it stands to the base rate alone, and to everything staying as it is. */
export function sayStanding(record: TrackRecord): string {
  const { questions } = record
  const clear = (model: string, standing: string): number =>
    questions.filter((question) =>
      scoreRows(record, question).some(
        (row) => row.model === model && row.brier.standing === standing,
      ),
    ).length
  const [better, worse] = [clear('ladder', 'better'), clear('ladder', 'worse')]
  const total = questions.length
  const alone =
    better === 0
      ? `The ladder does not beat the base rate alone: by the Brier score it is clearly better than climatology, “how often it came before”, on none of the ${total} questions below`
      : `By the Brier score the ladder is clearly better than the base rate alone on ${better} of the ${total} questions below`
  const against = worse === 0 ? 'clearly worse on none' : `clearly worse on ${worse}`
  const persistence = `it scores better than persistence, “everything stays as it is”, on ${countBetter(record)}`
  const pair = clear('ladder-pair', 'better')
  const joined =
    pair > 0 ? ` With the pair’s own record joined in, it is clearly better on ${pair}.` : ''
  return `${alone} and ${against}; ${persistence}.${joined}`
}

/** Of persistence there is no interval to go by, only the scores. */
const countBetter = ({ questions }: TrackRecord): number =>
  questions.filter(({ scores }) => {
    const brierOf = (wanted: string): number =>
      scores.find(({ model }) => model === wanted)?.brier.value ?? Number.NaN
    return brierOf('ladder') < brierOf('persistence')
  }).length

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** What became of a score, lower being better. */
function sayChange(name: string, { value, low, high }: Interval): string {
  const [least, most] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b)
  const by = `${sayPart(Math.abs(value))} (${sayPart(least ?? 0)} to ${sayPart(most ?? 0)})`
  if (high < 0) return `improved the ${name} by ${by}`
  if (low > 0) return `worsened the ${name} by ${by}`
  return `left the ${name} without a clear difference`
}

/** What was found about leaving a rung fast at first and slowly later. */
export function saySecondSpeed({ secondSpeed }: TrackRecord): string[] {
  const { comparisons, misfits, rungsGiven } = secondSpeed
  const [all] = comparisons
  const lasted = misfits.find(({ unit }) => unit === 'days')
  const fit = lasted
    ? [
        `Of ${lasted.what} half are over within ${Math.round(lasted.observed.median)} days; a single speed makes that ${Math.round(lasted.one.median)}, two make it ${Math.round(lasted.two.median)}.`,
      ]
    : []
  if (!all) return fit
  const tried = `Two speeds, fast at first and slower for those who stay, were tried on ${list(all.rungs.map((rung) => rungWords[rung]))}, by a rule set down before any score was known: they ${sayChange('ranked probability score', all.rankedDifference)} and ${sayChange('Brier score of reaching use of force', all.brierForceDifference)}.`
  const verdict =
    rungsGiven.length > 0
      ? `By the rule a second speed goes to ${list(rungsGiven.map((rung) => rungWords[rung]))}.`
      : 'By the rule no rung is given a second speed.'
  return [...fit, `${tried} ${verdict}`]
}
