import { judgeVerdict } from '../../../forecast/conclusion/verdict'
import { sayProbability, sayRange, verdictPhrase } from '../../../forecast/conclusion/words'
import { yardsticks } from '../../../forecast/conclusion/yardstick'
import type { Forecast } from '../../../forecast/forecast'
import type { Scenario } from '../../../forecast/scenario'
import { ConclusionChart } from '../../charts/conclusion-chart'
import { type ConclusionRow, conclusionRows } from '../../charts/rows'
import { shorten } from '../../charts/shorten'
import { CHART_WIDTH, PAGE, type Picture } from '../export/chart-export'
import { svgNode, svgText, wrappedText } from '../export/svg-nodes'

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
    subtitle: `Grey: range of the article’s word in ${name}. Dot: forecast. Line: judgment band, nine in ten draws.`,
    x: STRIP_X,
    y: 24,
    height: 24 + ROW_HEIGHT * rows.length,
    texts: [...scaleTexts(), ...rows.flatMap(rowTexts)],
    chart: <ConclusionChart rows={rows} width={STRIP_WIDTH} rowHeight={ROW_HEIGHT} />,
  }
}

const scaleTexts = (): SVGElement[] =>
  [0, 0.5, 1].map((share) =>
    svgText(`${share * 100}\u202f%`, STRIP_X + 8 + share * (STRIP_WIDTH - 16), PAGE.head + 14, {
      size: 11,
      fill: '#636b79',
      anchor: 'middle',
    }),
  )

function rowTexts(row: ConclusionRow, index: number): SVGElement[] {
  const top = PAGE.head + 24 + ROW_HEIGHT * index
  const y = top + ROW_HEIGHT / 2 + 5
  const end = STRIP_X + STRIP_WIDTH
  const verdict = verdictPhrase[judgeVerdict(row.forecast, row.range)]
  return [
    svgNode('rect', { x: PAGE.padding, y: top, width: CHART_WIDTH, height: 1, fill: '#e1e4e9' }),
    ...wrappedText(row.statement, 34, PAGE.padding, y, 13.5),
    svgText(shorten(row.wording, 24), STRIP_X - 14, row.reading === '' ? y : y - 7, {
      size: 13,
      fill: '#4f5765',
      anchor: 'end',
      isItalic: true,
    }),
    svgText(shorten(row.reading, 32), STRIP_X - 14, y + 9, {
      size: 11,
      fill: '#636b79',
      anchor: 'end',
    }),
    svgText(sayProbability(row.forecast), end + 52, y, { size: 14, weight: 650, anchor: 'end' }),
    svgText(sayRange(...row.band), end + 124, y, { size: 12.5, fill: '#4f5765', anchor: 'end' }),
    ...wrappedText(verdict, 20, end + 136, y, 12.5),
  ]
}
