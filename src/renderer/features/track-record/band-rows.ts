import type { BandCoverage } from '../../../history/backtest/bands'
import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'

/** A judgment band at one question: how much ought to lie in it, and did. */
export interface BandRow extends BandCoverage {
  readonly label: string
  readonly words: string
}

/** How far what lay in a band may be from what ought to, as a share, to be called about right. */
const NEAR = 0.05

/** A band that holds less than it says is too narrow. */
export function sayBand({ nominal, withChance }: Pick<BandCoverage, 'nominal' | 'withChance'>) {
  if (withChance < nominal - NEAR) return 'too narrow'
  return withChance > nominal + NEAR ? 'too wide' : 'about right'
}

export const bandRows = ({ models }: TrackRecord, { bands }: QuestionRecord): BandRow[] =>
  bands.map((band) => ({
    ...band,
    label: models.find(({ id }) => id === band.model)?.label ?? band.model,
    words: sayBand(band),
  }))

const percent = (share: number): number => Math.round(share * 100)

/** What the ladder's bands held over all questions, `its 50 % band held 24–53 % of the groups`. */
export function sayAllBands({ questions }: TrackRecord): string {
  const own = questions.flatMap(({ bands }) => bands.filter(({ model }) => model === 'ladder'))
  const parts = [...new Set(own.map(({ nominal }) => nominal))].map((nominal) => {
    const held = own.filter((each) => each.nominal === nominal).map((each) => each.withChance)
    const [least, most] = [percent(Math.min(...held)), percent(Math.max(...held))]
    const range = least === most ? `${least}` : `${least}–${most}`
    return `its ${percent(nominal)}\u202f% band held ${range}\u202f%`
  })
  if (parts.length === 0) return ''
  return `Over all ${questions.length} questions of this record the ladder with class base rates did so: ${parts.join(', ')} of the groups.`
}
