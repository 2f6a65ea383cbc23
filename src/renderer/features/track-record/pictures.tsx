import type { QuestionRecord, TrackRecord } from '../../../history/backtest/track-record'
import { ReliabilityChart } from '../../charts/reliability-chart'
import { reliabilityTop } from '../../charts/reliability-rows'
import {
  CHART_WIDTH,
  PAGE,
  type Picture,
  type PictureLook,
  WHOLE_PAGE,
} from '../export/chart-export'
import { svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { ladderRows } from './reliability-card'
import { HOW_RELIABILITY_IS_DRAWN } from './reliability-words'
import {
  type ScoreCell,
  type ScoreRow,
  sayPart,
  sayScore,
  sayScoreInterval,
  scoreRows,
  standingWords,
} from './score-rows'
import { HOW_SCORES_ARE_READ } from './scores-card'
import { sayCounts, sayMonths, sayQuestion } from './track-record-words'

const HEIGHT = 420

export function reliabilityPicture(question: QuestionRecord, { hasLegend }: PictureLook): Picture {
  const rows = ladderRows(question)
  return {
    ...WHOLE_PAGE,
    title: `What the ladder called, and what came: ${sayQuestion(question)}`,
    subtitle: `${sayCounts(question)} ${HOW_RELIABILITY_IS_DRAWN}`,
    height: HEIGHT,
    chart: (
      <ReliabilityChart
        rows={rows}
        top={reliabilityTop(rows)}
        overall={question.events / question.forecasts}
        width={CHART_WIDTH}
        height={HEIGHT}
        isNamed={hasLegend}
      />
    ),
  }
}

const [HEAD, ROW_HEIGHT] = [26, 62]
const QUIET = 'var(--text-quiet)'
const NAME_WIDTH = 214

/** Where the columns begin, from the edge of the page. */
const COLUMNS = { brier: 250, parts: [412, 492, 572], logarithmic: 652, ranked: 800 } as const
const PARTS = ['reliability', 'resolution', 'uncertainty'] as const

/** The scores in writing, since they are read one by one. */
export function scoresPicture(record: TrackRecord, question: QuestionRecord): Picture {
  const rows = scoreRows(record, question)
  return {
    ...WHOLE_PAGE,
    title: `Scores of the ladder beside climatology and persistence: ${sayQuestion(question)}`,
    subtitle: HOW_SCORES_ARE_READ,
    height: HEAD + ROW_HEIGHT * rows.length,
    chart: undefined,
    texts: [...headTexts(question), ...rows.flatMap(rowTexts)],
  }
}

const headTexts = ({ months }: QuestionRecord): SVGElement[] =>
  [
    ['forecaster', PAGE.padding],
    ['Brier', COLUMNS.brier],
    ...PARTS.map((name, index) => [name, COLUMNS.parts[index] ?? 0] as const),
    ['logarithmic', COLUMNS.logarithmic],
    [`rung after ${sayMonths(months)}`, COLUMNS.ranked],
  ].map(([name, x]) => svgText(String(name), Number(x), 14, { size: 12, fill: QUIET }))

function rowTexts(row: ScoreRow, index: number): SVGElement[] {
  const top = HEAD + ROW_HEIGHT * index
  const middle = top + ROW_HEIGHT / 2 + 5
  return [
    svgNode('rect', {
      x: PAGE.padding,
      y: top,
      width: CHART_WIDTH,
      height: 1,
      fill: 'var(--hairline)',
    }),
    ...wrappedText(row.label, NAME_WIDTH, PAGE.padding, middle, 12),
    ...scoreTexts(row.brier, COLUMNS.brier, top),
    ...PARTS.map((name, part) =>
      svgText(sayPart(row.decomposition[name]), COLUMNS.parts[part] ?? 0, top + 20, {
        size: 12.5,
      }),
    ),
    ...scoreTexts(row.logarithmic, COLUMNS.logarithmic, top),
    ...(row.ranked ? scoreTexts(row.ranked, COLUMNS.ranked, top) : []),
  ]
}

const scoreTexts = ({ score, standing }: ScoreCell, x: number, top: number): SVGElement[] => [
  svgText(sayScore(score.value), x, top + 20, { size: 14, weight: 650 }),
  svgText(sayScoreInterval(score), x, top + 36, { size: 12, fill: QUIET }),
  svgText(standingWords[standing], x, top + 52, { size: 12 }),
]
