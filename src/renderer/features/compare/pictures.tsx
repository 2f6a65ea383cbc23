import type { ComparedClaim, ComparedLine } from '../../../forecast/compare/compare'
import { sayProbability, sayRange, verdictPhrase } from '../../../forecast/conclusion/words'
import { ComparedChart } from '../../charts/compared-chart'
import { comparedTop, ladderGroups } from '../../charts/compared-rows'
import { RungBarsChart } from '../../charts/rung-bars-chart'
import { layOutBars } from '../../charts/rung-bars-layout'
import { shorten } from '../../charts/shorten'
import { CHART_WIDTH, PAGE, type Picture, WHOLE_PAGE } from '../export/chart-export'
import { svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { atMonths, isOtherVerdict, sayBesideCurves } from './compare-words'
import type { ComparisonShown } from './comparison'

const QUIET = '#636b79'

/** The overlaid curves. */
export function eventPicture(shown: ComparisonShown): Picture {
  const { choice } = shown
  const { curves, asOf } = shown.curves
  return {
    ...WHOLE_PAGE,
    title: `Chance by month: ${choice?.label ?? ''}`,
    subtitle:
      sayBesideCurves(shown) || 'Lines: forecasts. Bands: nine in ten draws of each scenario.',
    chart: (
      <ComparedChart
        {...{ curves, asOf }}
        top={comparedTop(curves)}
        strong={undefined}
        width={CHART_WIDTH}
        height={PAGE.plotHeight}
      />
    ),
  }
}

const FIRST_COLUMN = 224
const HEAD = 44
const CLAIM_ROW = 62

/** The table of claims and scenarios, all of it written. */
export function claimsPicture({ compared, comparison }: ComparisonShown): Picture {
  const width = Math.min((CHART_WIDTH - FIRST_COLUMN) / compared.length, 240)
  const columnAt = (index: number): number => PAGE.padding + FIRST_COLUMN + index * width
  const letters = Math.floor(width / 6.4)
  return {
    title: `What each makes of the claims, ${atMonths(comparison.months)}`,
    subtitle: 'Forecast and judgment band, nine in ten draws. ≠: another verdict than the first.',
    chart: undefined,
    x: PAGE.padding,
    y: 0,
    height: HEAD + CLAIM_ROW * comparison.claims.length,
    texts: [
      ...compared.flatMap(({ name }, index) =>
        wrappedText(name, letters, columnAt(index), PAGE.head + 22, 11.5),
      ),
      ...comparison.claims.flatMap((line, index) =>
        claimTexts(line, PAGE.head + HEAD + index * CLAIM_ROW, columnAt, letters),
      ),
    ],
  }
}

function claimTexts(
  line: ComparedLine<ComparedClaim>,
  top: number,
  columnAt: (index: number) => number,
  letters: number,
): SVGElement[] {
  const label = linesOf(line.label, 34)
  const wording = line.cells.find((cell) => cell !== null)?.wording ?? ''
  return [
    svgNode('rect', { x: PAGE.padding, y: top, width: CHART_WIDTH, height: 1, fill: '#e1e4e9' }),
    ...label.map((text, place) =>
      svgText(text, PAGE.padding, top + 21 + place * 15, { size: 12.5 }),
    ),
    svgText(shorten(wording, 34), PAGE.padding, top + 21 + label.length * 15, {
      size: 11.5,
      fill: QUIET,
      isItalic: true,
    }),
    ...line.cells.flatMap((cell, index) =>
      cellTexts(cell, isOtherVerdict(line, cell), columnAt(index), top, letters),
    ),
  ]
}

function cellTexts(
  cell: ComparedClaim | null,
  isOther: boolean,
  x: number,
  top: number,
  letters: number,
): SVGElement[] {
  if (!cell) return [svgText('–', x, top + 21, { size: 13, fill: QUIET })]
  const figure = sayProbability(cell.mean)
  const verdict = `${isOther ? '≠ ' : ''}${verdictPhrase[cell.verdict]}`
  return [
    svgText(figure, x, top + 21, { size: 13.5, weight: 650 }),
    svgText(sayRange(cell.p05, cell.p95), x + figure.length * 8 + 6, top + 21, {
      size: 11.5,
      fill: QUIET,
    }),
    ...linesOf(verdict, letters).map((text, line) =>
      svgText(text, x, top + 37 + line * 14, { size: 11, weight: isOther ? 700 : 400 }),
    ),
  ]
}

/** A phrase in two lines at most. */
export function linesOf(text: string, most: number): string[] {
  const split = text.lastIndexOf(' ', most)
  if (text.length <= most || split <= 0) return [shorten(text, most)]
  return [text.slice(0, split), shorten(text.slice(split + 1), most)]
}

/** The bars of every ladder under its legend. */
export function rungsPicture({ compared, comparison }: ComparisonShown): Picture {
  const { strips, height } = layOutBars(ladderGroups(compared, comparison.months), CHART_WIDTH)
  return {
    title: `Where each stands, ${atMonths(comparison.months)}`,
    subtitle: 'Chance of being on each rung, lowest rung on the left.',
    x: PAGE.padding,
    y: 0,
    height,
    texts: [],
    chart: <RungBarsChart {...{ strips, height }} width={CHART_WIDTH} />,
  }
}
