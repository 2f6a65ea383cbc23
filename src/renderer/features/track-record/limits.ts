import type { TrackRecord } from '../../../history/backtest/track-record'
import { sayDisputes } from './track-record-words'

const count = (number: number): string => number.toLocaleString('en-GB')

/** What the back-test can be taken to show. */
export function sayShown({ fromYear, toYear, origins }: TrackRecord): string[] {
  const { pairMonths, pairs, disputes } = origins
  return [
    `What a ladder with nothing but base rates would have said from ${fromYear} to ${toYear}, each year knowing only the years before it: from ${count(pairMonths)} months in which one of ${count(pairs)} pairs of states stood above calm, in ${sayDisputes(disputes)}.`,
    'Whether the way from base rates to chances keeps its word: whether what is called 10\u202f% comes about 10 times in 100.',
    'How much of that a plain count of the past would have done as well.',
  ]
}

/** And what it cannot. */
export function sayNotShown({ toYear, samples, questions }: TrackRecord): string[] {
  const fewest = questions.reduce(
    (least, { disputesWithEvents }) => Math.min(least, disputesWithEvents),
    Number.POSITIVE_INFINITY,
  )
  return [
    'Drivers are judgment, and nothing here validates them: no driver, weight, shock or cross-impact of any scenario took part.',
    'The rungs are five that the public record can tell apart, and the classes are kinds of pairs of states; the case that is open has a ladder of its own, and may be of no such class.',
    `The record ends with ${toYear}. What has changed since is not in it, nor is how a dispute begins: every forecast starts above calm.`,
    'The sources count what was reported. Deaths that are not known are not counted as deaths, so forecasts of them are held against too few.',
    `Months of one pair and pairs of one dispute hang together: thousands of forecasts are worth no more than their disputes. Intervals therefore come from drawing whole disputes again, ${count(samples)} times, and are widest for what is rare${Number.isFinite(fewest) ? `; the rarest of these events came in ${sayDisputes(fewest)}` : ''}.`,
  ]
}
