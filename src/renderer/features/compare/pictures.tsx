import type { ComparedClaim, ComparedLine } from '../../../forecast/compare/compare'
import { sayProbability, sayRange, verdictPhrase } from '../../../forecast/conclusion/words'
import { UNNAMED_WIDTH } from '../../charts/chart-frame'
import { ComparedChart, comparedLabels } from '../../charts/compared-chart'
import { comparedTop, ladderGroups } from '../../charts/compared-rows'
import { RungBarsChart } from '../../charts/rung-bars-chart'
import { layOutBars } from '../../charts/rung-bars-layout'
import {
  CHART_WIDTH,
  PAGE,
  type Picture,
  type PictureLook,
  WHOLE_PAGE,
} from '../export/chart-export'
import { fittedText, svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { textWidth, wrapText } from '../export/text-width'
import { atMonths, HOW_CURVES_ARE_DRAWN, isOtherVerdict, sayBesideCurves } from './compare-words'
import type { ComparisonShown } from './comparison'

const QUIET = 'var(--text-quiet)'

/** The overlaid curves. */
export function eventPicture(shown: ComparisonShown, { hasLegend }: PictureLook): Picture {
  const { choice } = shown
  const { curves, asOf } = shown.curves
  const names = hasLegend ? 0 : comparedLabels(CHART_WIDTH) - UNNAMED_WIDTH
  const width = CHART_WIDTH - names
  return {
    ...WHOLE_PAGE,
    width,
    title: `Chance by month: ${choice?.label ?? ''}`,
    subtitle: `${HOW_CURVES_ARE_DRAWN} ${sayBesideCurves(shown)}`.trim(),
    chart: (
      <ComparedChart
        {...{ curves, asOf }}
        top={comparedTop(curves)}
        strong={undefined}
        isNamed={hasLegend}
        width={width}
        height={PAGE.plotHeight}
      />
    ),
  }
}

const FIRST_COLUMN = 224
const HEAD = 44
const CLAIM_ROW = 62
const COLUMN_GAP = 12

/** The table of claims and scenarios, all of it written. */
export function claimsPicture({ compared, comparison }: ComparisonShown): Picture {
  const width = Math.min((CHART_WIDTH - FIRST_COLUMN) / compared.length, 240)
  const columnAt = (index: number): number => PAGE.padding + FIRST_COLUMN + index * width
  const room = width - COLUMN_GAP
  return {
    title: `What each makes of the claims, ${atMonths(comparison.months)}`,
    subtitle: 'Forecast and judgment band, nine in ten draws. ≠: another verdict than the first.',
    chart: undefined,
    x: PAGE.padding,
    y: 0,
    width: CHART_WIDTH,
    height: HEAD + CLAIM_ROW * comparison.claims.length,
    texts: [
      svgText('The article says', PAGE.padding, 22, { size: 11.5, fill: QUIET }),
      ...compared.flatMap(({ name }, index) => wrappedText(name, room, columnAt(index), 22, 11.5)),
      ...comparison.claims.flatMap((line, index) =>
        claimTexts(line, HEAD + index * CLAIM_ROW, columnAt, room),
      ),
    ],
  }
}

function claimTexts(
  line: ComparedLine<ComparedClaim>,
  top: number,
  columnAt: (index: number) => number,
  room: number,
): SVGElement[] {
  const width = FIRST_COLUMN - COLUMN_GAP
  const label = wrapText(line.label, { width, size: 12.5 }, 2)
  const wording = line.cells.find((cell) => cell !== null)?.wording ?? ''
  return [
    svgNode('rect', {
      x: PAGE.padding,
      y: top,
      width: CHART_WIDTH,
      height: 1,
      fill: 'var(--hairline)',
    }),
    ...label.map((text, place) =>
      svgText(text, PAGE.padding, top + 21 + place * 15, { size: 12.5 }),
    ),
    fittedText(wording, width, PAGE.padding, top + 21 + label.length * 15, {
      size: 11.5,
      fill: QUIET,
      isItalic: true,
    }),
    ...line.cells.flatMap((cell, index) =>
      cellTexts(cell, isOtherVerdict(line, cell), columnAt(index), top, room),
    ),
  ]
}

function cellTexts(
  cell: ComparedClaim | null,
  isOther: boolean,
  x: number,
  top: number,
  room: number,
): SVGElement[] {
  if (!cell) return [svgText('–', x, top + 21, { size: 13, fill: QUIET })]
  const figure = sayProbability(cell.mean)
  const verdict = `${isOther ? '≠ ' : ''}${verdictPhrase[cell.verdict]}`
  return [
    svgText(figure, x, top + 21, { size: 13.5, weight: 650 }),
    svgText(sayRange(cell.p05, cell.p95), x + textWidth(figure, 13.5, true) + 8, top + 21, {
      size: 11.5,
      fill: QUIET,
    }),
    ...wrapText(verdict, { width: room, size: 11, isBold: isOther }, 2).map((text, line) =>
      svgText(text, x, top + 37 + line * 14, { size: 11, weight: isOther ? 700 : 400 }),
    ),
  ]
}

/** The bars of every ladder under its legend. */
export function rungsPicture(
  { compared, comparison }: ComparisonShown,
  { hasLegend }: PictureLook,
): Picture {
  const groups = ladderGroups(compared, comparison.months)
  const { strips, height } = layOutBars(groups, CHART_WIDTH, hasLegend)
  return {
    title: `Where each stands, ${atMonths(comparison.months)}`,
    subtitle: 'Chance of being on each rung, lowest rung on the left.',
    x: PAGE.padding,
    y: 0,
    width: CHART_WIDTH,
    height,
    texts: [],
    chart: <RungBarsChart {...{ strips, height }} width={CHART_WIDTH} />,
  }
}
