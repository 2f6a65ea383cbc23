import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import type { StateName } from '../../../history/ladder'
import text from '../../../history/track-record.json?raw'
import type { LibrarySource } from '../../../provenance/library'
import { sha256 } from '../../../provenance/provenance'

/** The record that ships, and where an export of it comes from; loaded with the screen, once. */
export const record: TrackRecord = JSON.parse(text)

/** As the file is on the disk, so that its sum can be checked there. */
export const recordSource = async (): Promise<LibrarySource> => ({
  title: `Track record of the ladder, ${record.fromYear}–${record.toYear}`,
  sha256: await sha256(text),
  madeFrom:
    'Militarized Interstate Disputes 5.0, Direct Contiguity 3.2 and State System Membership 2016, Correlates of War Project; Strategic Rivalries, Thompson, Rasler and Ganguly 2021',
})

/** What was asked of the forecasts; that of the first question where nothing is known of this one. */
export function questionOf(
  { questions }: TrackRecord,
  { outcome, months }: { readonly outcome: StateName; readonly months: number },
): QuestionRecord | undefined {
  return (
    questions.find((each) => each.outcome === outcome && each.months === months) ?? questions[0]
  )
}
