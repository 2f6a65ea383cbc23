import type { Cell } from '../../../briefing/cell'
import { tellProbability } from '../../../forecast/conclusion/words'
import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import type { Interval } from '../../../history/resampling'
import { calibrationWords, sayCalled, tellRange } from '../../charts/calibration-words'
import type { ReliabilityRow } from '../../charts/reliability-rows'
import {
  type ScoreCell,
  type ScoreRow,
  sayPart,
  sayScore,
  sayScoreInterval,
  scoreRows,
} from './score-rows'

export const RELIABILITY_HEAD = [
  'Called',
  'On average',
  'Came true',
  '95\u202f% interval',
  'Forecasts',
  'Disputes',
  'In words',
]

const count = (number: number): string => number.toLocaleString('en-GB')

/** A row as it is read. */
export const reliabilityCells = (row: ReliabilityRow): string[] => [
  sayCalled(row),
  tellProbability(row.mean),
  tellProbability(row.came),
  row.interval ? tellRange(row.interval) : '–',
  count(row.count),
  count(row.disputes),
  calibrationWords[row.calibration],
]

const UNKNOWN = Number.NaN

/** A tidy table: one row for what was called about the same. */
export function reliabilityTable(
  { outcome, months }: QuestionRecord,
  rows: readonly ReliabilityRow[],
): (readonly Cell[])[] {
  const header = [
    'outcome',
    'months',
    'called_from',
    'called_to',
    'called_mean',
    'came',
    'came_p025',
    'came_p975',
    'forecasts',
    'disputes',
    'in_words',
  ]
  return [
    header,
    ...rows.map((row) => [
      outcome,
      months,
      ...row.called,
      row.mean,
      row.came,
      row.interval?.[0] ?? UNKNOWN,
      row.interval?.[1] ?? UNKNOWN,
      row.count,
      row.disputes,
      calibrationWords[row.calibration],
    ]),
  ]
}

export const SCORES_HEAD = [
  'Forecaster',
  'Brier',
  'Brier less climatology’s',
  'Reliability',
  'Resolution',
  'Uncertainty',
  'Within bins',
  'Logarithmic',
  'Logarithmic less climatology’s',
  'Ranked probability',
  'Ranked less climatology’s',
]

const whole = (interval: Interval): string =>
  `${sayScore(interval.value)} (${sayScoreInterval(interval)})`

const pair = (cell: ScoreCell | undefined): string[] =>
  cell ? [whole(cell.score), whole(cell.against)] : ['–', '–']

/** A forecaster with every figure, as it is read. */
export function scoreCells(row: ScoreRow): string[] {
  const { reliability, resolution, uncertainty, withinBins } = row.decomposition
  return [
    row.label,
    ...pair(row.brier),
    ...[reliability, resolution, uncertainty, withinBins].map((each) => sayPart(each)),
    ...pair(row.logarithmic),
    ...pair(row.ranked),
  ]
}

const NO_INTERVAL: Interval = { value: UNKNOWN, low: UNKNOWN, high: UNKNOWN }

const figures = (name: string): string[] => [name, `${name}_p025`, `${name}_p975`]

const numbers = ({ value, low, high }: Interval = NO_INTERVAL): number[] => [value, low, high]

/** A tidy table: one row for each forecaster. */
export function scoresTable(record: TrackRecord, question: QuestionRecord): (readonly Cell[])[] {
  const names = ['brier', 'logarithmic', 'ranked'] as const
  const header = [
    'outcome',
    'months',
    'forecaster',
    ...names.flatMap((name) => [...figures(name), ...figures(`${name}_less_climatology`)]),
    'reliability',
    'resolution',
    'uncertainty',
    'within_bins',
  ]
  const rows = scoreRows(record, question).map((row) => {
    const { reliability, resolution, uncertainty, withinBins } = row.decomposition
    return [
      question.outcome,
      question.months,
      row.model,
      ...names.flatMap((name) => [...numbers(row[name]?.score), ...numbers(row[name]?.against)]),
      ...[reliability, resolution, uncertainty, withinBins],
    ]
  })
  return [header, ...rows]
}
