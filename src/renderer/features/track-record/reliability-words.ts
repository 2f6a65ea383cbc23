import { sayProbability } from '../../../forecast/conclusion/words'
import type { QuestionRecord } from '../../../history/backtest/track-record'
import { calibrationWords, sayCalled, tellRange } from '../../charts/calibration-words'
import { FEWEST_DISPUTES, hasPoint, type ReliabilityRow } from '../../charts/reliability-rows'
import { inHundred, sayQuestion } from './track-record-words'

export const HOW_RELIABILITY_IS_DRAWN = `Above the line it came more often than called, below it less often. Upright: 95\u202f% interval. Ring: it came always or never, so that none can be told. Fewer than ${FEWEST_DISPUTES} disputes are counted below, without a point.`

/** How far forecasts were from all being alike. */
export function saySharpness({ scores }: QuestionRecord): string {
  const own = scores.find(({ model }) => model === 'ladder')?.sharpness
  return own ? `Nine in ten forecasts lie in ${tellRange([own.low, own.high])}.` : ''
}

/** The diagram in words, for those who do not see it. */
export function describeReliability(
  question: QuestionRecord,
  rows: readonly ReliabilityRow[],
): string {
  const points = rows
    .filter(hasPoint)
    .map(
      (row) =>
        `called ${sayCalled(row)}, ${inHundred(row.came)} came true, ${calibrationWords[row.calibration]}`,
    )
  const overall = sayProbability(question.events / question.forecasts)
  return `Reaching ${sayQuestion(question)}, overall ${overall}: ${points.join('; ')}.`
}
