import { isolated } from '../isolated'
import type { Case, Claim, ForecastEvent, YardstickId } from '../scenario'
import type { Verdict } from './verdict'
import { type Reading, yardsticks } from './yardstick'

/** Thin space before the sign, as the numbers are set everywhere in Brink. */
const PER_CENT = '\u202f%'

/** A probability for a sentence: whole per cent, never rounded to certainty. */
export function sayProbability(p: number): string {
  const percent = Math.round(p * 100)
  if (percent === 0 && p > 0) return `<\u202f1${PER_CENT}`
  if (percent === 100 && p < 1) return `>\u202f99${PER_CENT}`
  return `${percent}${PER_CENT}`
}

/** A probability for a table: one digit below 10 per cent and above 90. */
export function tellProbability(p: number): string {
  const percent = p * 100
  const digits = percent > 0 && (percent < 9.95 || percent > 90.05) && percent < 100 ? 1 : 0
  const text = percent.toFixed(digits)
  if (text === '0.0') return `<\u202f0.1${PER_CENT}`
  if (text === '100.0') return `>\u202f99.9${PER_CENT}`
  return `${text}${PER_CENT}`
}

/** A range of probability in whole per cent, `20–45 %`. */
export const sayRange = (low: number, high: number): string => {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)]
  return from === to ? sayProbability((low + high) / 2) : `${from}–${to}${PER_CENT}`
}

/** How a forecast stands to the article, for a table. */
export const verdictPhrase: Readonly<Record<Verdict, string>> = {
  within: 'within the wording',
  stronger: 'agrees, more firmly',
  weaker: 'leans the same way, less firmly',
  against: 'against the article',
  below: 'below the wording',
  above: 'above the wording',
}

/** The same for the end of a sentence, "this scenario …". */
export const verdictClause: Readonly<Record<Verdict, string>> = {
  within: `is ${verdictPhrase.within}`,
  stronger: verdictPhrase.stronger,
  weaker: verdictPhrase.weaker,
  against: `is ${verdictPhrase.against}`,
  below: `is ${verdictPhrase.below}`,
  above: `is ${verdictPhrase.above}`,
}

const labelIn = (items: readonly { readonly id: string; readonly label: string }[], id: string) =>
  isolated(items.find((item) => item.id === id)?.label ?? id)

/** The event as the subject of a sentence about the months up to a horizon. */
export function sayEvent(conflictCase: Case, event: ForecastEvent, months: number): string {
  const within = months === 1 ? 'within a month' : `within ${months} months`
  const after = months === 1 ? 'after a month' : `after ${months} months`
  switch (event.kind) {
    case 'reach':
      return `${labelIn(conflictCase.ladder, event.rung)} ${within}`
    case 'at-or-above':
      return `${labelIn(conflictCase.ladder, event.rung)} or worse ${after}`
    case 'response':
      return `${labelIn(conflictCase.responses, event.response)} ${within}`
  }
}

/** How the range of a claim was come by, where that needs saying. */
export function sayReading(claim: Claim, reading: Reading, yardstick: YardstickId): string {
  const { name } = yardsticks[yardstick]
  switch (reading.from) {
    case 'yardstick':
      return `“${isolated(claim.wording)}” in ${name}`
    case 'nearest-word':
      return `“${isolated(claim.wording)}” is not a word of ${name}; read as “${reading.word}”`
    case 'case-author':
      return `“${isolated(claim.wording)}”, read so by the author of the case`
  }
}

/** The same in a few words, for a table; empty where the word is the yardstick's own. */
export function sayWhoseReading({ from, word }: Reading): string {
  switch (from) {
    case 'yardstick':
      return ''
    case 'nearest-word':
      return `read as “${word}”`
    case 'case-author':
      return 'case’s own'
  }
}

/** The range as the yardstick or the case states it, and where it is not the yardstick's own. */
export function sayStated(reading: Reading): string {
  const whose = sayWhoseReading(reading)
  return `${sayRange(...reading.stated)}${whose === '' ? '' : `, ${whose}`}`
}
