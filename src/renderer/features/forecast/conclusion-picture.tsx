import { judgeVerdict } from '../../../forecast/conclusion/verdict'
import { sayProbability, sayRange, verdictPhrase } from '../../../forecast/conclusion/words'
import { yardsticks } from '../../../forecast/conclusion/yardstick'
import type { Forecast } from '../../../forecast/forecast'
import type { Scenario } from '../../../forecast/scenario'
import { ConclusionChart } from '../../charts/conclusion-chart'
import { type ConclusionRow, conclusionRows } from '../../charts/rows'
import { CHART_WIDTH, PAGE, type Picture } from '../export/chart-export'
import { fittedText, svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { textWidth } from '../export/text-width'

const ROW_HEIGHT = 48
const STRIP_X = 418
const STRIP_WIDTH = 250

/** The claims in words beside their strips, as the card of the screen has them. */
export function conclusionPicture(scenario: Scenario, forecast: Forecast): Picture {
  const rows = conclusionRows(scenario, forecast)
  const months = scenario.judgment.horizonMonths
  const { name } = yardsticks[scenario.judgment.yardstick]
  return {
    title: `Held against the article’s conclusion, at ${months} ${months === 1 ? 'month' : 'months'}`,
    subtitle: `Broad bar: range of the article’s word in ${name}. Dot: forecast. Line: judgment band, nine in ten draws.`,
    x: STRIP_X,
    y: 24,
    width: CHART_WIDTH,
    height: 24 + ROW_HEIGHT * rows.length,
    texts: [...headTexts(), ...scaleTexts(), ...rows.flatMap(rowTexts)],
    chart: <ConclusionChart rows={rows} width={STRIP_WIDTH} rowHeight={ROW_HEIGHT} />,
  }
}

/** What is left of the strips, and how much of it the article’s word may take. */
const LEFT = STRIP_X - 14 - PAGE.padding
const MOST_WORDS = 190
const WORDING = { size: 13, fill: 'var(--text-plain)', anchor: 'end', isItalic: true } as const
/** From the strips to the end of the figure after them. */
const FIGURE = 56
const READING = { size: 11, fill: 'var(--text-quiet)', anchor: 'end' } as const

/** Over what stands on both sides of the strips. */
const headTexts = (): SVGElement[] => {
  const end = STRIP_X + STRIP_WIDTH
  const head = (text: string, x: number, anchor: 'start' | 'end'): SVGElement =>
    svgText(text, x, 14, { size: 11, fill: 'var(--text-quiet)', anchor })
  return [
    head('The article says', PAGE.padding, 'start'),
    head('in the word', STRIP_X - 14, 'end'),
    head('forecast', end + FIGURE, 'end'),
    head('band', end + 124, 'end'),
    head('verdict', end + 136, 'start'),
  ]
}

/** Its ends stay over the strips, clear of the heads beside them. */
const SCALE = [
  [0, STRIP_X, 'start'],
  [50, STRIP_X + STRIP_WIDTH / 2, 'middle'],
  [100, STRIP_X + STRIP_WIDTH, 'end'],
] as const

const scaleTexts = (): SVGElement[] =>
  SCALE.map(([percent, x, anchor]) =>
    svgText(`${percent}\u202f%`, x, 14, { size: 11, fill: 'var(--text-quiet)', anchor }),
  )

function rowTexts(row: ConclusionRow, index: number): SVGElement[] {
  const top = 24 + ROW_HEIGHT * index
  const y = top + ROW_HEIGHT / 2 + 5
  const end = STRIP_X + STRIP_WIDTH
  const words = Math.min(
    Math.max(textWidth(row.wording, WORDING.size), textWidth(row.reading, READING.size)),
    MOST_WORDS,
  )
  const verdict = verdictPhrase[judgeVerdict(row.forecast, row.range)]
  return [
    svgNode('rect', {
      x: PAGE.padding,
      y: top,
      width: CHART_WIDTH,
      height: 1,
      fill: 'var(--hairline)',
    }),
    ...wrappedText(row.statement, LEFT - words - 14, PAGE.padding, y, 13.5),
    fittedText(row.wording, MOST_WORDS, STRIP_X - 14, row.reading === '' ? y : y - 7, WORDING),
    fittedText(row.reading, MOST_WORDS, STRIP_X - 14, y + 9, READING),
    svgText(sayProbability(row.forecast), end + FIGURE, y, {
      size: 14,
      weight: 650,
      anchor: 'end',
    }),
    svgText(sayRange(...row.band), end + 124, y, {
      size: 12.5,
      fill: 'var(--text-plain)',
      anchor: 'end',
    }),
    ...wrappedText(verdict, PAGE.width - PAGE.padding - end - 136, end + 136, y, 12.5),
  ]
}
