import type PptxGenJs from 'pptxgenjs'
import { axisTop } from '../axis-top'
import { shortNames } from '../fit'
import { COLOUR, FACE } from '../look'
import type { Slide } from './deck'

/** Where a chart stands, in inches. */
export interface ChartPlace {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface ChartSeries {
  readonly name: string
  readonly values: readonly number[]
  readonly colour: string
}

/** What a chart shows, in words for those who do not see it. */
interface Described {
  readonly altText: string
  readonly categories: readonly string[]
  readonly place: ChartPlace
}

const axes = (points = 11): PptxGenJs.IChartOpts => ({
  ...{ catAxisLabelFontFace: FACE, catAxisLabelFontSize: points, catAxisLabelColor: COLOUR.plain },
  ...{ valAxisLabelFontFace: FACE, valAxisLabelFontSize: 11, valAxisLabelColor: COLOUR.quiet },
  ...{ catGridLine: { style: 'none' }, valGridLine: { color: COLOUR.hairline, size: 0.75 } },
  ...{ catAxisLineShow: true, catAxisLineColor: COLOUR.quiet, valAxisLineShow: false },
  ...{ catAxisMajorTickMark: 'none', valAxisMajorTickMark: 'none', lang: 'en-GB' },
})

const dataOf = (series: readonly ChartSeries[], categories: readonly string[]) =>
  series.map(({ name, values }) => ({ name, labels: [...categories], values: [...values] }))

const coloursOf = (series: readonly ChartSeries[]): string[] => series.map(({ colour }) => colour)

/** About so many months are named along the axis. */
const MONTHS_NAMED = 7
const monthStep = (count: number): string => {
  const steps = [1, 2, 3, 6, 12, 24, 36]
  return String(steps.find((step) => (count - 1) / step <= MONTHS_NAMED) ?? 36)
}

/** Shares of a whole by month, one upon the other, the first lowest. */
export function putStackedMonths(
  slide: Slide,
  series: readonly ChartSeries[],
  { altText, categories, place }: Described,
): void {
  slide.addChart('bar', dataOf(series, categories), {
    ...place,
    ...axes(),
    ...{ barDir: 'col', barGrouping: 'stacked', barGapWidthPct: 6, barOverlapPct: 100 },
    ...{
      chartColors: coloursOf(series),
      altText,
      catAxisLabelFrequency: monthStep(categories.length),
    },
    ...{ valAxisMinVal: 0, valAxisMaxVal: 1, valAxisMajorUnit: 0.25, valAxisLabelFormatCode: '0%' },
    ...{ showLegend: false, showTitle: false, showValue: false },
  })
}

/** A line by month, with how thick it is in points. */
export interface MonthLine extends ChartSeries {
  readonly size: number
  readonly isDashed?: boolean
}

/** Lines by month, the first drawn undermost. */
export function putLines(
  slide: Slide,
  lines: readonly MonthLine[],
  { altText, categories, place }: Described,
): void {
  const types = lines.map((line) => ({
    type: 'line' as const,
    data: dataOf([line], categories),
    options: {
      ...{ chartColors: [line.colour], lineSize: line.size, lineDataSymbol: 'none' as const },
      lineDash: line.isDashed ? ('sysDash' as const) : ('solid' as const),
    },
  }))
  const top = axisTop(lines.flatMap(({ values }) => values))
  // What the library takes as its two arguments is not what its types say.
  slide.addChart(
    types as never,
    {
      ...place,
      ...axes(),
      ...{ altText, catAxisLabelFrequency: monthStep(categories.length) },
      ...{ valAxisMinVal: 0, valAxisMaxVal: top.value, valAxisMajorUnit: top.step },
      ...{ valAxisLabelFormatCode: '0%', showLegend: false, showTitle: false },
    } as never,
  )
}

export interface BarsLook {
  /** A number format, for the bars and the axis. */
  readonly format: string
  readonly least?: number
  readonly most?: number
  /** Whether the series are named beside the chart. */
  readonly hasLegend?: boolean
  /** Where not all bars of the one series have the same colour. */
  readonly colours?: readonly string[]
}

/** Bars from left to right, the first category on top. */
export function putBars(
  slide: Slide,
  series: readonly ChartSeries[],
  { altText, categories, place }: Described,
  { format, least, most, hasLegend = false, colours }: BarsLook,
): void {
  const labels = shortNames(categories, { width: place.w * 0.36, points: 11 }, 2).reverse()
  // The library lists categories from the bottom, and the series within each as well.
  const upwards = series.map((each) => ({ ...each, values: [...each.values].reverse() })).reverse()
  slide.addChart('bar', dataOf(upwards, labels), {
    ...place,
    ...axes(),
    ...{ barDir: 'bar', barGrouping: 'clustered', barGapWidthPct: 45 },
    ...{ altText, chartColors: colours ? [...colours].reverse() : coloursOf(upwards) },
    ...(colours ? { invertedColors: [...colours].reverse() } : {}),
    ...(least === undefined ? {} : { valAxisMinVal: least }),
    ...(most === undefined ? {} : { valAxisMaxVal: most }),
    ...{ valAxisLabelFormatCode: format, dataLabelFormatCode: format, showValue: true },
    ...{ dataLabelFontFace: FACE, dataLabelFontSize: 10, dataLabelColor: COLOUR.plain },
    ...{ catAxisLabelPos: 'low', showLegend: hasLegend, legendPos: 't', showTitle: false },
    ...{ legendFontFace: FACE, legendFontSize: 11, legendColor: COLOUR.plain },
  })
}
