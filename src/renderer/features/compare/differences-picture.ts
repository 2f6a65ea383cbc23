import type { Difference } from '../../../forecast/compare/differences'
import { CHART_WIDTH, PAGE, type Picture } from '../export/chart-export'
import { svgNode, svgText, wrappedText } from '../export/svg-nodes'
import { byPart } from './compare-words'
import type { ComparisonShown } from './comparison'
import { linesOf } from './pictures'

const FIRST_COLUMN = 224
const HEAD = 44
const ROW = 38
const QUIET = '#636b79'

/** The list of what differs, part by part, all of it written. */
export function differencesPicture({ compared, comparison }: ComparisonShown): Picture {
  const width = Math.min((CHART_WIDTH - FIRST_COLUMN) / compared.length, 300)
  const columnAt = (index: number): number => PAGE.padding + FIRST_COLUMN + index * width
  const letters = Math.floor(width / 6)
  const lines = byPart(comparison.differences).flatMap(({ heading, differences }) => [
    heading,
    ...differences,
  ])
  const top = (index: number): number => PAGE.head + HEAD + index * ROW
  return {
    title: 'What differs',
    subtitle: lines.length === 0 ? 'Nothing differs.' : comparison.apart.join(' '),
    chart: undefined,
    x: PAGE.padding,
    y: 0,
    height: HEAD + ROW * lines.length,
    texts: [
      ...compared.flatMap(({ name }, index) =>
        wrappedText(name, letters, columnAt(index), PAGE.head + 22, 11.5),
      ),
      ...lines.flatMap((line, index) =>
        typeof line === 'string'
          ? [svgText(line, PAGE.padding, top(index) + 24, { size: 12, weight: 650, fill: QUIET })]
          : lineTexts(line, top(index), columnAt, letters),
      ),
    ],
  }
}

const lineTexts = (
  { label, values }: Difference,
  top: number,
  columnAt: (index: number) => number,
  letters: number,
): SVGElement[] => [
  svgNode('rect', { x: PAGE.padding, y: top, width: CHART_WIDTH, height: 1, fill: '#e1e4e9' }),
  ...linesOf(label, 34).map((text, place) =>
    svgText(text, PAGE.padding, top + 16 + place * 14, { size: 12 }),
  ),
  ...values.flatMap((value, index) =>
    linesOf(value, letters).map((text, place) =>
      svgText(text, columnAt(index), top + 16 + place * 14, { size: 11.5 }),
    ),
  ),
]
