import { type ReactElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { type EventOutlook, eventOutlook, headline } from '../../../forecast/conclusion/outlook'
import { judgeVerdict } from '../../../forecast/conclusion/verdict'
import { sayProbability, sayRange, verdictPhrase } from '../../../forecast/conclusion/words'
import { yardsticks } from '../../../forecast/conclusion/yardstick'
import type { Forecast } from '../../../forecast/forecast'
import type { Id, Scenario } from '../../../forecast/scenario'
import { ConclusionChart } from '../../charts/conclusion-chart'
import { EventChart } from '../../charts/event-chart'
import { LadderChart } from '../../charts/ladder-chart'
import { type ConclusionRow, conclusionRows, eventRows, ladderRows } from '../../charts/rows'
import { shorten } from '../../charts/shorten'
import type { ChartKind } from '../../state/view-store'
import { eventTop } from '../forecast/event-card'
import { type Stamp, stampLines } from './stamp'
import { selfContained, svgNode, svgText } from './svg-nodes'

export interface ChartSubject {
  readonly chart: ChartKind
  readonly scenario: Scenario
  readonly forecast: Forecast
  readonly baseline: Forecast | undefined
  readonly claim: Id | undefined
}

const WIDTH = 960
const PADDING = 32
const HEAD = 84
const FOOT = 60
const CHART_WIDTH = WIDTH - 2 * PADDING
const PLOT_HEIGHT = 380
const ROW_HEIGHT = 48
const STRIP_X = 418
const STRIP_WIDTH = 250

interface Picture {
  readonly chart: ReactElement
  readonly title: string
  readonly subtitle: string
  /** Where the chart goes, below the head. */
  readonly x: number
  readonly y: number
  readonly height: number
  readonly texts: readonly SVGElement[]
}

/** A chart as a picture of its own: title, sentence, chart and stamp, in the light theme. */
export async function chartSvg(subject: ChartSubject, stamp: Stamp): Promise<SVGElement> {
  const picture = pictureOf(subject)
  const drawn = await draw(picture.chart)
  const height = HEAD + picture.height + FOOT
  const chart = svgNode('g', { transform: `translate(${picture.x} ${HEAD + picture.y})` }, drawn)
  const [made, source] = stampLines(stamp)
  const foot = height - 26
  return svgNode(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
    },
    svgNode('title', {}, picture.title),
    svgNode('desc', {}, `${picture.subtitle} ${made} ${source}`),
    svgNode('rect', { width: WIDTH, height, fill: '#ffffff' }),
    svgText(shorten(picture.title, 78), PADDING, 40, { size: 21, weight: 650 }),
    svgText(shorten(picture.subtitle, 130), PADDING, 64, { size: 13.5, fill: '#4f5765' }),
    chart,
    ...picture.texts,
    svgText(shorten(made, 150), PADDING, foot, { size: 11, fill: '#636b79' }),
    svgText(shorten(source, 150), PADDING, foot + 16, { size: 11, fill: '#636b79' }),
  )
}

function pictureOf(subject: ChartSubject): Picture {
  const { chart, scenario, forecast, baseline, claim } = subject
  const outlook = eventOutlook({ scenario, forecast }, baseline, claim)
  if (chart === 'ladder') return ladderPicture(scenario, forecast)
  if (chart === 'event' && outlook) return eventPicture(scenario, outlook)
  return conclusionPicture(scenario, forecast)
}

const plain = { x: PADDING, y: 0, height: PLOT_HEIGHT, texts: [] }

const ladderPicture = (scenario: Scenario, forecast: Forecast): Picture => ({
  ...plain,
  title: 'Where the conflict stands, by month',
  subtitle: `${scenario.case.title}: chance of each rung of the ladder.`,
  chart: (
    <LadderChart
      rows={ladderRows(forecast)}
      ladder={scenario.case.ladder}
      asOf={scenario.case.asOf}
      width={CHART_WIDTH}
      height={PLOT_HEIGHT}
    />
  ),
})

function eventPicture(scenario: Scenario, outlook: EventOutlook): Picture {
  const { series, baseline, article } = outlook
  const { claim, band } = headline(outlook)
  return {
    ...plain,
    title: `${claim} ${band}`,
    subtitle: 'Line: forecast. Bands: half, and nine in ten, of the draws. Dotted: their median.',
    chart: (
      <EventChart
        rows={eventRows(series, baseline)}
        asOf={scenario.case.asOf}
        top={eventTop(outlook)}
        article={article}
        width={CHART_WIDTH}
        height={PLOT_HEIGHT}
      />
    ),
  }
}

function conclusionPicture(scenario: Scenario, forecast: Forecast): Picture {
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
    svgText(`${share * 100}\u202f%`, STRIP_X + 8 + share * (STRIP_WIDTH - 16), HEAD + 14, {
      size: 11,
      fill: '#636b79',
      anchor: 'middle',
    }),
  )

function rowTexts(row: ConclusionRow, index: number): SVGElement[] {
  const top = HEAD + 24 + ROW_HEIGHT * index
  const y = top + ROW_HEIGHT / 2 + 5
  const end = STRIP_X + STRIP_WIDTH
  const verdict = verdictPhrase[judgeVerdict(row.forecast, row.range)]
  return [
    svgNode('rect', { x: PADDING, y: top, width: CHART_WIDTH, height: 1, fill: '#e1e4e9' }),
    ...wrappedText(row.statement, 34, PADDING, y, 13.5),
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

/** A text in one line, or two where it is longer, around the height of its row's other texts. */
function wrappedText(text: string, most: number, x: number, y: number, size: number): SVGElement[] {
  const split = text.lastIndexOf(' ', most)
  if (text.length <= most || split <= 0) return [svgText(shorten(text, most), x, y, { size })]
  const [first, rest] = [text.slice(0, split), text.slice(split + 1)]
  return [svgText(first, x, y - 8, { size }), svgText(shorten(rest, most), x, y + 9, { size })]
}

const LONGEST_WAIT_MS = 5000
let pictures = 0

/** Draws a chart out of sight in the light theme and takes the finished shapes. */
async function draw(chart: ReactElement): Promise<SVGElement> {
  const stage = document.createElement('div')
  stage.className = 'off-stage'
  stage.dataset.theme = 'light'
  document.body.append(stage)
  const root = createRoot(stage)
  try {
    root.render(<StrictMode>{chart}</StrictMode>)
    return selfContained(await finishedSvg(stage), `p${++pictures}-`)
  } finally {
    root.unmount()
    stage.remove()
  }
}

/** recharts lays out over a few turns; it is done when two looks find the same. */
async function finishedSvg(stage: HTMLElement): Promise<SVGElement> {
  let before = ''
  for (const begun = Date.now(); Date.now() - begun < LONGEST_WAIT_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    const svg = stage.querySelector<SVGElement>('svg.recharts-surface')
    if (svg?.querySelector('path, circle') && svg.outerHTML === before) return svg
    before = svg?.outerHTML ?? ''
  }
  throw new Error('the chart was not drawn within five seconds')
}
