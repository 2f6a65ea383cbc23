import type { ModelScore } from '../../../history/backtest/judging'
import type {
  QuestionRecord,
  RankedRecord,
  TrackRecord,
} from '../../../history/backtest/track-record'
import type { Interval } from '../../../history/resampling'

/** How a score stands to that of climatology, as far as the interval of the difference tells. */
export type Standing = 'better' | 'worse' | 'unclear' | 'base'

/** A score, with what it is less that of climatology; lower is better. */
export interface ScoreCell {
  readonly score: Interval
  readonly against: Interval
  readonly standing: Standing
}

/** One forecaster at one question. */
export interface ScoreRow extends Pick<ModelScore, 'model' | 'decomposition' | 'sharpness'> {
  readonly label: string
  readonly brier: ScoreCell
  readonly logarithmic: ScoreCell
  /** Of the rung at the end of the months, whatever the question's own; absent if not scored. */
  readonly ranked?: ScoreCell
}

type ModelId = ModelScore['model']

const BASE: ModelId = 'climatology'

/** Below 0 throughout is better, above 0 throughout worse; otherwise it may be chance. */
export function standingOf(model: ModelId, { low, high }: Interval): Standing {
  if (model === BASE) return 'base'
  if (high < 0) return 'better'
  return low > 0 ? 'worse' : 'unclear'
}

const cellOf = (model: ModelId, score: Interval, against: Interval): ScoreCell => ({
  score,
  against,
  standing: standingOf(model, against),
})

/** The ladder with further speeds is told of apart. */
const isCompared = ({ model }: { readonly model: ModelId }): boolean =>
  !model.startsWith('two-speeds')

export function scoreRows({ models, ranked }: TrackRecord, question: QuestionRecord): ScoreRow[] {
  const ends = ranked.find(({ months }) => months === question.months)
  return question.scores.filter(isCompared).map((own) => {
    const end = rankedCell(ends, own.model)
    return {
      model: own.model,
      label: models.find(({ id }) => id === own.model)?.label ?? own.model,
      brier: cellOf(own.model, own.brier, own.brierAgainstClimatology),
      logarithmic: cellOf(own.model, own.logarithmic, own.logarithmicAgainstClimatology),
      ...(end && { ranked: end }),
      decomposition: own.decomposition,
      sharpness: own.sharpness,
    }
  })
}

function rankedCell(ends: RankedRecord | undefined, model: ModelId): ScoreCell | undefined {
  const own = ends?.scores.find((each) => each.model === model)
  return own && cellOf(model, own.score, own.againstClimatology)
}

export const standingWords: Readonly<Record<Standing, string>> = {
  better: 'clearly better',
  worse: 'clearly worse',
  unclear: 'no clear difference',
  base: 'the base rate itself',
}

/** Three digits after the point, four of what is small. */
function written(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  return value < 0 && Number(text) > 0 ? `−${text}` : text
}

const digitsOf = (value: number): number => (Math.abs(value) < 0.01 ? 4 : 3)

export const sayScore = (value: number): string => written(value, digitsOf(value))

/** `0.062–0.101`, in as many digits as the score itself. */
export function sayScoreInterval({ value, low, high }: Interval): string {
  const [from, to] = [low, high].map((each) => written(each, digitsOf(value)))
  return low < 0 ? `${from} to ${to}` : `${from}–${to}`
}

/** A part of the Brier score, to four digits, so that its parts can be added up. */
export const sayPart = (value: number): string => written(value, 4)
